import { expect, it } from 'vitest';
import { amountHistory, amountPicture, sinceFirstOpen } from './amount-history.ts';

const DAYS = ['2026-09-18', '2026-09-25', '2026-10-09', '2026-10-16', '2026-10-23', '2026-10-30'];
const step = (as_of: string, event: string, grade_after: string | null, unpaid_after: number | null) => ({ as_of, event, grade_after, unpaid_after, workers_after: 3 });
const FLOW = [
  step('2026-09-25', '新增', '一般', 500_000), step('2026-10-09', '延续', '严重', 400_000), step('2026-10-16', '漏报', null, null), step('2026-10-23', '找回', '一般', 400_000), step('2026-10-30', '销号', '无欠薪', 0),
];

it('follows a project through the account: not open, open, 漏报, found, closed', () => {
  expect(amountHistory(FLOW, DAYS).map((p) => [p.week, p.event, p.grade, p.amount])).toEqual([
    [38, null, '无欠薪', 0], [39, '新增', '一般', 500_000], [41, '延续', '严重', 400_000], [42, '漏报', null, null], [43, '找回', '一般', 400_000], [44, '销号', '无欠薪', 0],
  ]);
});
it('stays 漏报 in weeks without a row, and is not open where there never was one', () => {
  expect(amountHistory(FLOW.slice(0, 3), DAYS).map((p) => p.grade)).toEqual(['无欠薪', '一般', '严重', null, null, null]);
  expect(amountHistory([], DAYS).every((p) => p.grade === '无欠薪' && p.amount === 0)).toBe(true);
});
it.each([
  ['without a row in the ledger', null, null, ['无欠薪', '一般', '严重', null, null, null]],
  ['listed on the last day, no 销号日期', { closed_on: null }, null, ['无欠薪', '一般', '严重', null, null, '无欠薪']],
  ['listed, closed on a day before it was lost', { closed_on: '2026-10-12' }, null, ['无欠薪', '一般', '严重', null, '无欠薪', '无欠薪']],
  ['found again in between', { closed_on: '2026-10-12' }, FLOW[3]!, ['无欠薪', '一般', '严重', null, '一般', '无欠薪']],
] as const)('is 漏报 until the ledger lists it as closed: %s', (_, listed, found, grades) => {
  expect(amountHistory([...FLOW.slice(0, 3), ...(found ? [found] : [])], DAYS, listed).map((p) => p.grade)).toEqual(grades);
});
it('begins one snapshot before the first open one', () => {
  expect(sinceFirstOpen(amountHistory(FLOW.slice(1), DAYS))[0]!.week).toBe(39);
  expect(sinceFirstOpen(amountHistory([], DAYS))).toHaveLength(6);
});
it('leaves out a label that would stand over a later one', () => {
  const point = (i: number, amount: number) => ({ asOf: `2026-10-${String(9 + 7 * i).padStart(2, '0')}`, week: 41 + i, grade: '一般' as const, amount, workers: 1, event: null });
  const labels = (width: number) => amountPicture([point(0, 9_000_000), point(1, 4_084_000), point(2, 3_864_000)], { width, height: 240 }).slots.map((s) => s.label);
  expect([labels(700), labels(150)]).toEqual([['900.0', '408.4', '386.4'], ['900.0', null, '386.4']]);
});
it('keeps the slot of an unpublished week, dots the line across it and breaks it at 漏报', () => {
  const picture = amountPicture(amountHistory(FLOW, DAYS), { width: 700, height: 240 });
  expect(picture.slots.map((s) => s.week)).toEqual([38, 39, 40, 41, 42, 43, 44]);
  expect(picture.unpublished).toEqual([40]);
  expect(picture.slots.map((s) => s.label)).toEqual(['0.0', '50.0', null, '40.0', null, '40.0', '0.0']);
  expect([picture.line.split('M').length - 1, picture.dotted.split('M').length - 1]).toEqual([2, 1]);
  expect(amountPicture([], { width: 700, height: 240 }).slots).toEqual([]);
});
