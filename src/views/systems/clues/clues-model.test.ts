import { describe, expect, it } from 'vitest';
import type { Words } from '../../../composables/use-words.ts';
import { CLUE_MEASURES, clueMeasure, GROUP_MEASURES } from '../../../query/clues.ts';
import { figureTable } from '../records/figures.ts';
import { cellText, cellValue } from '../../../model/table-model.ts';
import { definedParts, saidOf, groupTable, industryRows, stagesOf } from './clues-model.ts';

const words = { t: (key: string) => key, value: (text: string | null) => text ?? '未填', unit: (u: string) => u, indicator: (i: { name: string }) => i.name } as unknown as Words;
const context = { axis: 'place' as const, words, decimalsOf: (i: { decimals: number }) => i.decimals, placeName: (c: string | null) => `地${c}`, deptName: String, units: ['A1', 'A2'] };
const row = (key: string | null, received: number, closed: number) => ({ key, ...Object.fromEntries(GROUP_MEASURES.flatMap((id) => [[`${id}_n`, received], [`${id}_d`, received]])), clue_close_rate_n: closed });

describe('the table by group', () => {
  const table = groupTable([row('A1', 4, 3), row('X9', 8, 8), row(null, 1, 0)], row('*', 13, 11), context);
  it('shows every unit, those without clues too, unknown codes and 未填 last', () => expect(table.rows.map((r) => r.label)).toEqual(['地A1', '地A2', '地X9', '未填']));
  it('prints rates with n/d; none to count is — and not 0%', () => {
    expect(table.rows.map((r) => [r.figures['clue_close_rate']!.text, r.figures['clue_close_rate']!.parts, r.figures['clue_close_rate']!.opens])).toEqual([['75.0%', '3/4', true], ['—', '0/0', false], ['100%', '8/8', true], ['0%', '0/1', true]]);
    expect(table.rows.map((r) => r.figures['clues_received']!.text)).toEqual(['4', '0', '8', '1']);
    expect(table.total.figures['clue_close_rate']).toMatchObject({ text: '84.6%', parts: '11/13' });
  });
  it('has bars against 100 for rates, against the most for counts', () => expect([table.rows[0]!.figures['clue_close_rate']!.bar, table.rows[0]!.figures['clues_received']!.bar]).toEqual([75, 50]));
  it('has a twin with n and d as numbers', () => {
    const twin = figureTable('属地', table.columns, [...table.rows, table.total], words);
    const rate = twin.columns.findIndex((c) => c.key === 'clue_close_rate');
    expect(twin.columns.slice(rate, rate + 3).map((c) => [cellText(c, twin.rows[0]!), cellValue(c, twin.rows[0]!)])).toEqual([['75.0', 75], ['3', 3], ['4', 4]]);
    expect(cellText(twin.columns[rate]!, twin.rows[1]!)).toBe('—');
    expect(twin.rows).toHaveLength(5);
  });
});

it('industries are shares of all people', () => {
  const { rows } = industryRows([{ key: '建筑业', people: 1520, clues: 40 }, { key: null, people: 160, clues: 2 }], words);
  expect(rows.map((r) => [r.label, r.figures['industry_share']!.text, r.figures['industry_share']!.parts])).toEqual([['建筑业', '90.48%', '1,520/1,680'], ['未填', '9.52%', '160/1,680']]);
});
it('the catalogue’s definition names n and d only where the period is its own', () => {
  const year = { id: 'year', from: '2026-01-01', to: '2026-11-20' } as const;
  expect(definedParts(clueMeasure('clue_close_rate'), row('*', 4, 3), year)).toEqual({ n: 3, d: 4 });
  expect(definedParts(clueMeasure('clue_on_time_rate'), row('*', 4, 3), year)).toBeNull();
  expect([saidOf(clueMeasure('clue_close_rate'), year).definition, saidOf(clueMeasure('clue_on_time_rate'), year).definition]).toEqual([expect.stringContaining('本年受理'), expect.stringContaining('应办结日期在期间内')]);
  for (const id of CLUE_MEASURES) expect([id, saidOf(clueMeasure(id), { id: 'campaign', from: '2026-09-18', to: '2026-11-20' }).definition]).toEqual([id, expect.not.stringMatching(/本年|窗口/)]);
});
it('stages run 前兆, 紧急, 谈判, 解除; a blank one is said', () => {
  expect(stagesOf([{ stage: '解除', people: 34 }, { stage: '解除', people: null }, { stage: null, people: 2 }]).map((s) => [s.stage, s.n, s.people])).toEqual([['前兆', 0, 0], ['紧急', 0, 0], ['谈判', 0, 0], ['解除', 2, 34], [null, 1, 2]]);
});
