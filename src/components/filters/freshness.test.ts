import { expect, it } from 'vitest';
import zh from '../../locales/zh-CN/filters.ts';
import { SNAPSHOT_TABLES, tableOf } from '../../model/tables.ts';
import { freshnessRows, reportingUnits } from './freshness.ts';

const at = (table: string, latest: string | null, imported = true) => freshnessRows({ as_of: '2026-11-20', freshness: [{ table, latest, imported }] })[0]?.late;

it.each([
  ['this week', 'cases', '2026-11-20', 0],
  ['six days', 'cases', '2026-11-14', 0],
  ['a week behind', 'cases', '2026-11-13', 7],
  ['a month without an incident is not late', 'events', '2026-10-20', 0],
  ['monthly figures are not late', 'assessments', '2026-10-01', 0],
  ['no dates', 'cases', null, 0],
])('%s', (_what, table, latest, late) => expect(at(table, latest)).toBe(late));
it('a table that was not imported is not late', () => expect(at('cases', '2026-01-01', false)).toBe(0));

it.each([
  ['without the table', null, null],
  ['nothing due', [{ due: 0, received: 0 }], null],
  ['nine of ten', [...Array.from({ length: 9 }, () => ({ due: 1, received: 1 })), { due: 2, received: 1 }], { n: 9, d: 10 }],
])('units that reported: %s', (_what, rows, expected) => expect(reportingUnits(rows)).toEqual(expected));

it('names the tables as the catalogue does', () => {
  for (const [name, title] of Object.entries(zh.tables)) expect(title).toBe(tableOf(name).title);
  const ledgers = SNAPSHOT_TABLES.filter((t) => t.origin !== 'computed').map((t) => t.name);
  expect(Object.keys(zh.tables)).toEqual(expect.arrayContaining(ledgers));
});
