import { expect, test } from 'vitest';
import { isCreditCode } from './credit-code.ts';
import { scaledCounty, scaledCountyOf } from './scaled.ts';
import { syntheticCases, syntheticCasesCsv } from './synthetic-cases.ts';
import { isOpen, ledgerOf } from './testing.ts';

test('a hundred counties have a hundred codes and names', () => {
  const counties = Array.from({ length: 100 }, (_, k) => scaledCountyOf(k));
  expect(scaledCountyOf(0)).toEqual({ code: '990101', name: '安澜县' });
  expect([new Set(counties.map((c) => c.code)).size, new Set(counties.map((c) => c.name)).size]).toEqual([100, 100]);
  expect(() => scaledCountyOf(100)).toThrow(RangeError);
});

test('another county has the same figures under other codes and names', () => {
  const [mine, other] = [ledgerOf(47), scaledCounty(ledgerOf(47), 37)];
  expect(scaledCounty(mine, 0)).toBe(mine);
  expect(other.tables.projects.filter(isOpen).map((p) => p.unpaid_wages)).toEqual(mine.tables.projects.filter(isOpen).map((p) => p.unpaid_wages));
  expect(JSON.stringify(other)).not.toContain('安澜');
  expect(other.tables.companies.every((c) => isCreditCode(c.company_code) && c.company_code.startsWith('91990138'))).toBe(true);
  const ids = new Set(other.tables.projects.map((p) => p.project_id));
  expect(other.tables.payroll.every((row) => ids.has(row.project_id))).toBe(true);
  expect(other.tables.projects[0]?.project_id).toBe('K37-AL-001');
});

test('generated clues are the same every time, unique, and dated in order', () => {
  const [once, again] = [[...syntheticCases(3000)], [...syntheticCases(3000)]];
  expect(once).toEqual(again);
  expect(new Set(once.map((c) => c.case_id)).size).toBe(3000);
  expect(once.every((c) => (c.closed_on === null || c.closed_on >= c.received_on) && c.received_on <= '2026-11-20' && (c.closed_on ?? '') <= '2026-11-20')).toBe(true);
  const csv = [...syntheticCasesCsv(3000)].join('').trimEnd().split('\n');
  expect([csv.length, new Set(csv.map((line) => line.split(',').length)).size]).toEqual([3001, 1]);
});
