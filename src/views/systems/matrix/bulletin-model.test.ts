import { describe, expect, it } from 'vitest';
import { cellText } from '../../../model/table-model.ts';
import { DEFAULT_RULES } from '../../../model/rules.ts';
import { bulletinOf, bulletinTable, bulletinText, changeText, type BulletinAsk } from './bulletin-model.ts';
import zh from '../../../locales/zh-CN/systems.ts';

const [day, before] = ['2026-11-20', '2026-11-13'];
/** The real sentences. */
const t = (key: string, named: Record<string, unknown> = {}): string => {
  const found = key.split('.').slice(1).reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], zh);
  return String(found).replace(/\{(\w+)\}/g, (_, name: string) => String(named[name] ?? ''));
};
type Pair = readonly [number | null, number | null];
const row = (as_of: string, level: string, place_code: string | null, update: Pair, manager: Pair) => ({
  as_of, level, place_code, sys_realname_update_n: update[0], sys_realname_update_d: update[1], sys_manager_n: manager[0], sys_manager_d: manager[1], sys_chief_n: null, sys_chief_d: null,
});
const rows = [
  row(day, 'place', '1', [90, 100], [3, 3]), row(day, 'place', '2', [40, 50], [2, 2]), row(day, 'place', '3', [0, 0], [0, 0]), row(day, 'all', null, [130, 150], [5, 5]), row(day, 'dept', null, [130, 150], [5, 5]),
  row(before, 'place', '1', [80, 100], [3, 3]), row(before, 'place', '2', [40, 50], [1, 2]), row(before, 'all', null, [120, 150], [4, 5]),
];
const ask = (change: Partial<BulletinAsk> = {}): BulletinAsk => ({ rows, day, before, by: 'place', units: [{ code: '1', name: '甲镇' }, { code: '2', name: '乙镇' }, { code: '3', name: '丙镇' }], rules: DEFAULT_RULES, ...change });
const words = { t, nameOf: (item: string) => item, unit: '属地', day, week: 47, filters: '' };

describe('the three rates', () => {
  it('per unit that collects any, and for the county from its own row', () => {
    const { rows: units, county } = bulletinOf(ask());
    expect(units.map((r) => [r.unit.name, r.cells.map((c) => `${c.shown.value} ${c.shown.parts ?? ''} ${changeText(c.change)}`)])).toEqual([['甲镇', ['90.0 90/100 ▲10.0', '100 3/3 0.0', '—  —']], ['乙镇', ['80.0 40/50 0.0', '100 2/2 ▲50.0', '—  —']]]);
    expect(county.map((c) => [c.shown.parts, c.change?.verdict])).toEqual([['130/150', 'better'], ['5/5', 'better'], [null, undefined]]);
  });
  it('have no change without a comparison', () => expect(bulletinOf(ask({ before: null })).county.map((c) => c.change)).toEqual([null, null, null]));
});

it.each([[null, '—'], [{ by: 0, verdict: 'same' as const }, '0.0'], [{ by: 0.04, verdict: 'better' as const }, '▲<0.1'], [{ by: -1.25, verdict: 'worse' as const }, '▼1.3']])('%j is written %s', (change, text) => expect(changeText(change)).toBe(text));

it('as text: every rate with n/d, the lowest first, filters named', () => {
  expect(bulletinText(bulletinOf(ask()), words)).toBe('截至2026-11-20（第47周）：\n实名制更新86.7% 130/150，较上期上升6.7个百分点；未满的有乙镇80.0% 40/50、甲镇90.0% 90/100。\n项目经理到岗100% 5/5，较上期上升20.0个百分点；已采集的 2 个属地均为100%。\n总监到岗未采集。');
  expect(bulletinText(bulletinOf(ask({ before: null })), { ...words, filters: '投资性质 国企' }).split('\n').slice(0, 2)).toEqual(['截至2026-11-20（第47周），投资性质 国企：', '实名制更新86.7% 130/150；未满的有乙镇80.0% 40/50、甲镇90.0% 90/100。']);
});

it('counts the full ones beside those named', () => {
  const some = rows.map((r) => (r.place_code === '2' ? { ...r, sys_realname_update_n: 50 } : r));
  expect(bulletinText(bulletinOf(ask({ rows: some })), words).split('\n')[1]).toContain('未满的有甲镇90.0% 90/100，其余 1 个属地为100%。');
});

it('as a table: the county last, n/d beside each rate', () => {
  const { columns, rows: lines } = bulletinTable(bulletinOf(ask()), words);
  expect(lines.map((r) => columns.slice(0, 4).map((c) => cellText(c, r)))).toEqual([['甲镇', '90.0', '90/100', '▲10.0'], ['乙镇', '80.0', '40/50', '0.0'], ['全县', '86.7', '130/150', '▲6.7']]);
});
