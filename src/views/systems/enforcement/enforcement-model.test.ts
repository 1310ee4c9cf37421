import { expect, it } from 'vitest';
import type { Words } from '../../../composables/use-words.ts';
import { inspectionTable, kindTable, unitTable } from './enforcement-model.ts';

const words = { t: (key: string) => key, value: (text: string | null) => text ?? '未填', unit: (u: string) => u, indicator: (i: { name: string }) => i.name } as unknown as Words;
const decimals = (i: { decimals: number }): number => i.decimals;

it('lists every kind of measure, those not taken as 0 and —', () => {
  const { rows, total } = kindTable([{ key: '约谈', measures_taken_n: 3, measures_done_rate_n: 2, measures_done_rate_d: 3, measures_overdue_n: 1 }, { key: null, measures_taken_n: 1, measures_done_rate_n: 0, measures_done_rate_d: 1, measures_overdue_n: 0 }], words, decimals, 'campaign');
  expect(rows).toHaveLength(12);
  expect(rows.find((r) => r.label === '约谈')).toMatchObject({ indicator: { id: 'enforce_talk' }, figures: { measures_taken: { text: '3' }, measures_done_rate: { text: '66.7%', parts: '2/3' } } });
  expect(rows.find((r) => r.label === '问责')!.figures).toMatchObject({ measures_taken: { text: '0', opens: false }, measures_done_rate: { text: '—', parts: '0/0', opens: false } });
  expect(total.figures).toMatchObject({ measures_taken: { text: '4' }, measures_done_rate: { text: '50.0%', parts: '2/4' } });
});
it('adds inspections up, rates from their sums (F10: 11/57 = 19.3%)', () => {
  const row = (key: string, n: number, d: number) => ({ key, inspections_count_n: 1, inspections_employers_n: d, unlawful_rate_n: n, unlawful_rate_d: d, inspections_workers_n: 9, inspections_contracts_n: 2, inspections_recovered_n: 123_000, inspections_recovered_workers_n: 4 });
  const { rows, total } = inspectionTable([row('专项', 1, 7), row('双随机', 10, 50)], ['双随机', '专项', '回头看'], words, decimals, 'year');
  expect(rows.map((r) => [r.label, r.figures['unlawful_rate']!.text])).toEqual([['双随机', '20.0%'], ['专项', '14.3%'], ['回头看', '—']]);
  expect(total.figures).toMatchObject({ unlawful_rate: { text: '19.3%', parts: '11/57' }, inspections_recovered: { text: '24.6' }, inspections_count: { text: '2' } });
});
it('the words fit the period: the catalogue’s in its own, 期间 in any other', () => {
  const definition = (period: 'campaign' | 'year') => [kindTable([], words, decimals, period).rows[1]!.indicator!.definition, inspectionTable([], [], words, decimals, period).columns[2]!.indicator!.definition];
  expect([definition('campaign'), definition('year')]).toEqual([['专项行动期间的约谈', '期间检查中违法户数 ÷ 检查户数'], ['期间采取的约谈', '本年检查中违法户数 ÷ 检查户数']]);
});
it('units stand in their stored order, 未填 last; only kinds that were taken have a column', () => {
  const cell = (key: string | null, kind: string, n: number) => ({ key, kind, measures_taken_n: n });
  const { columns, rows } = unitTable([cell(null, '约谈', 1), cell('D02', '约谈', 1), cell('D02', '交办', 4), cell('D01', '交办', 2)], ['D01', 'D02'], words, String);
  expect([columns.map((c) => c.title), rows.map((r) => [r.label, r.figures['*']!.text, r.figures['交办']!.text])]).toEqual([['records.total', '交办', '约谈'], [['D01', '2', '2'], ['D02', '5', '4'], ['未填', '1', '0']]]);
});
