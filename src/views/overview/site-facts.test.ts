import { expect, it } from 'vitest';
import type { Row } from '../../engine/rows.ts';
import { indicatorOf } from '../../model/indicators.ts';
import { show } from '../../model/show.ts';
import { type FactWords, siteFacts } from './site-facts.ts';

const words: FactWords = {
  t: (key, values) => `${key.split('.').pop()!}${values ? ` ${Object.values(values).join()}` : ''}`, value: (text) => text ?? '未填', indicator: (i) => i.name, dimension: (id) => id, placeName: (code) => `镇${code ?? '—'}`, deptName: (code) => `局${code ?? '—'}`,
  amount: (n) => show(indicatorOf('unpaid_wages'), { n, d: null }), workers: (n) => show(indicatorOf('unpaid_workers'), { n, d: null }),
};
const facts = (row: Row) => Object.fromEntries(siteFacts(row, words).map((f) => [f.id, f.text]));

it('says what the answer has, — for what is empty, and nothing of columns it lacks', () => {
  expect(facts({ unpaid_wages: 3_864_000, unpaid_workers: 127, days_overdue: 73, promised_on: '2026-12-10', promise_changes: 2, clear_by: null, leader: null, dept_code: 'D02', place_code: null, invest_kind: null })).toEqual({
    unpaid_wages: '386.4 万元', unpaid_workers: '127 人', days_overdue: 'days 73', promised_on: '2026-12-10 · promises 2', clear_by: '—', leader: '—', dept_code: '局D02', place_code: '镇—', invest_kind: '未填',
  });
});

it.each([
  [{ unpaid_wages: null, unpaid_workers: null, days_overdue: null, promised_on: null, promise_changes: null }, { unpaid_wages: '—', unpaid_workers: '—', days_overdue: '—', promised_on: '—' }],
  [{ unpaid_wages: 0, unpaid_workers: 0, days_overdue: 0, promised_on: '2026-12-10', promise_changes: 0 }, { unpaid_wages: '0.0 万元', unpaid_workers: '0 人', days_overdue: 'days 0', promised_on: '2026-12-10' }],
  [{}, {}],
])('tells zero from missing: %j', (row, want) => expect(facts(row)).toEqual(want));
