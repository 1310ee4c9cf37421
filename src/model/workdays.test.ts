import { expect, it } from 'vitest';
import { workdayAfter, workdaysBetween } from './workdays.ts';

const calendar = { holidays: ['2026-10-01', '2026-10-02'], workdays: ['2026-10-10'] };

it.each([
  ['2026-11-20', '2026-11-20', 0], ['2026-11-20', '2026-11-21', 0], ['2026-11-20', '2026-11-23', 1], ['2026-11-20', '2026-12-09', 13],
  ['2026-11-23', '2026-11-20', -1], ['2026-09-30', '2026-10-05', 1], ['2026-10-09', '2026-10-12', 2], ['2026-01-01', '2046-01-01', null],
])('%s → %s is %s working days', (from, to, days) => expect(workdaysBetween(calendar, from, to)).toBe(days));
it.each([['2026-11-20', 0, '2026-11-20'], ['2026-11-20', 1, '2026-11-23'], ['2026-11-20', 13, '2026-12-09'], ['2026-09-30', 1, '2026-10-05'], ['2026-10-09', 1, '2026-10-10'], ['2026-01-01', 9000, null]])(
  '%s and %s working days are full on %s', (from, count, day) => expect(workdayAfter(calendar, from, count)).toBe(day));
