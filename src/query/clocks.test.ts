import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, expect, it } from 'vitest';
import type { Calendar } from '../model/rules.ts';
import { clearBySql, createCalendarSql, lastWorkday, unpublishedYears, workdaysAfter, workdaysBetween } from './clocks.ts';

const AS_OF = '2026-11-20';
/** 2026's second half as published: 中秋 25–27 September, 国庆 1–7 October, 20 September and 10 October worked. */
const calendar: Calendar = {
  years: [2026, 2027],
  holidays: ['2026-09-25', '2026-09-26', '2026-09-27', '2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'],
  workdays: ['2026-09-20', '2026-10-10'],
  festivals: { 2027: { spring_festival: '2027-02-06', new_years_eve: '2027-02-05' } },
  unpublished: [2027],
};
let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(createCalendarSql(calendar, AS_OF));
});
const value = async (expression: string) => String((await connection.runAndReadAll(`SELECT ${expression}`)).getRows()[0]![0]);

it.each([
  ['60 working days after filing, the day of filing not counted', workdaysAfter(`DATE '2026-09-10'`, 60), '2026-12-09'],
  ['working days left at the snapshot', workdaysBetween(`DATE '${AS_OF}'`, `DATE '2026-12-09'`), '13'],
  ['the same counted back', workdaysBetween(`DATE '2026-12-09'`, `DATE '${AS_OF}'`), '-13'],
  ['filed on a rest day', workdaysAfter(`DATE '2026-10-01'`, 1), '2026-10-08'],
  ['over a worked Saturday', workdaysAfter(`DATE '2026-10-09'`, 1), '2026-10-10'],
  ['pay day on a Sunday', lastWorkday(`DATE '2026-11-15'`), '2026-11-13'],
  ['pay day in 国庆', lastWorkday(`DATE '2026-10-05'`), '2026-09-30'],
  ['pay day on a workday', lastWorkday(`DATE '${AS_OF}'`), AS_OF],
  ['a day nobody knows', workdaysAfter('NULL::DATE', 60), 'null'],
  ['a day before the calendar', workdaysAfter(`DATE '1999-01-04'`, 60), 'null'],
])('%s', async (_, expression, expected) => {
  expect(await value(expression)).toBe(expected);
});

it.each([
  ['政府投资', '2026-12-31'], ['国企', '2026-12-31'], ['PPP', '2026-12-31'], ['社会投资', '2027-02-05'], [null, '2026-12-31'],
])('clear-by date of %s is %s', async (kind, expected) => {
  expect(await value(`(SELECT ${clearBySql(calendar, AS_OF)} FROM (SELECT ${kind === null ? 'NULL::VARCHAR' : `'${kind}'`} AS invest_kind) p)`)).toBe(expected);
});

it.each([['政府投资', '2027-12-31'], ['社会投资', 'null'], [null, '2027-12-31']])('clear-by date of %s is %s in a winter whose 除夕 is unknown', async (kind, expected) => {
  expect(await value(`(SELECT ${clearBySql(calendar, '2027-08-06')} FROM (SELECT ${kind === null ? 'NULL::VARCHAR' : `'${kind}'`} AS invest_kind) p)`)).toBe(expected);
});

it('names the years that count weekends only', () => {
  expect(unpublishedYears(calendar, AS_OF)).toEqual([2027]);
  expect(unpublishedYears({ ...calendar, years: [], unpublished: [] }, AS_OF)).toEqual([2026, 2027]);
});
