import { expect, it } from 'vitest';
import { cellText } from '../../../model/table-model.ts';
import { depositRule } from '../../../query/compliance.ts';
import { DEFAULT_RULES } from '../../../model/rules.ts';
import { depositRows, depositTable } from './deposit-model.ts';

const words = { t: (key: string, named: Record<string, unknown> = {}) => [key.split('.').pop(), ...Object.values(named)].join(' '), value: (text: string) => text };
const row = (kind: string | null, change: Record<string, unknown> = {}) => ({ kind, projects: 2, stated: 2, amount: 300_000, deposit_n: 300_000, deposit_d: 20_000_000, short_n: 1, short_d: 2, ...change });

it('keeps catalogue order, those without after the forms, the total last; nobody’s kinds are left out', () => {
  const rows = depositRows([row('none', { amount: null, stated: 0, deposit_n: null, deposit_d: null, short_n: 0, short_d: 0 }), row('银行保函'), row('现金'), row('unstated'), row(null, { projects: 8 })], words);
  expect(rows.map((r) => [r.list, r.name])).toEqual([['现金', '现金'], ['银行保函', '银行保函'], ['unstated', 'unstated'], ['none', 'none'], ['all', 'total']]);
});

it('writes the share with both amounts, — where there is none, and who stays below', () => {
  const [cash, none] = depositRows([row('现金'), row('none', { amount: null, deposit_n: null, deposit_d: null, short_n: 0, short_d: 0 })], words);
  expect([cash!.share, cash!.short, none!.share, none!.short, none!.amount]).toEqual([{ value: '1.5%', parts: '30.0/2,000.0' }, { n: 1, d: 2 }, null, null, null]);
});

it('has no total where no project is left, and no column of a rule that is off', () => {
  expect(depositRows([row(null, { projects: 0 })], words)).toEqual([]);
  const rows = depositRows([row('现金')], words);
  expect([depositTable(rows, words.t, null).columns.length, depositTable(rows, words.t, depositRule(DEFAULT_RULES)).columns.length]).toEqual([6, 8]);
  const { columns, rows: [line] } = depositTable(rows, words.t, depositRule(DEFAULT_RULES));
  expect(columns.map((c) => cellText(c, line!))).toEqual(['现金', '2', '2', '30.0', '1.5', '30.0/2,000.0', '1', '2']);
});
