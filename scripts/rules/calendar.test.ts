import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { parseRules } from '../../src/model/rules.ts';
import { calendarYears, makeCalendar, unpublishedNotices } from './calendar.ts';

const calendar = makeCalendar([2027, 2026, 2026]);

it('knows the published year and says which is not', () => {
  expect(calendar.years).toEqual([2026, 2027]);
  expect(calendar.unpublished).toEqual([2027]);
  expect(unpublishedNotices(calendar)).toEqual(['2027年假期未公布']);
  expect(calendar.holidays).toHaveLength(33);
  expect(calendar.holidays).toContain('2026-10-01');
  expect(calendar.workdays).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
});

it('takes 春节 and 除夕 from the lunar calendar', () => {
  expect(calendar.festivals).toEqual({
    '2026': { spring_festival: '2026-02-17', new_years_eve: '2026-02-16' },
    '2027': { spring_festival: '2027-02-06', new_years_eve: '2027-02-05' },
  });
});

it('asks for the years a snapshot can touch', () => {
  expect(calendarYears('2026-11-20')).toEqual([2024, 2025, 2026, 2027]);
});

it('is what the demo county’s rules hold, which change nothing else', async () => {
  const file: unknown = JSON.parse(await readFile(new URL('../../data/demo/rules.json', import.meta.url), 'utf8'));
  const { rules, problems, changed } = parseRules(file);
  expect(problems).toEqual([]);
  expect(changed).toEqual([]);
  expect(rules.calendar).toEqual(makeCalendar(calendarYears('2026-11-20')));
});
