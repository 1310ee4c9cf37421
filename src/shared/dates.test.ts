import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isIsoDay, isoWeek, weekId } from './dates.ts';

describe('dates', () => {
  it.each([
    ['2026-11-20', '2026W47'], ['2026-09-18', '2026W38'], ['2026-01-01', '2026W01'], ['2027-01-01', '2026W53'], ['2024-12-30', '2025W01'], ['2021-01-03', '2020W53'],
  ])('%s lies in %s', (day, id) => expect(weekId(day)).toBe(id));
  it.each([['2026-11-31', false], ['2026-02-29', false], ['2028-02-29', true], ['2026-1-1', false], ['', false], ['x'.repeat(10), false]])('%s is a day: %s', (text, ok) => expect(isIsoDay(text)).toBe(ok));
  it('counts days to the clear-by dates of the demo', () => {
    expect(daysBetween('2026-11-20', '2026-12-31')).toBe(41);
    expect(daysBetween('2026-11-20', '2027-02-05')).toBe(77);
  });
  it('adding and counting days are inverse, and a week has seven', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: -5000, max: 5000 }), (start, n) => {
      const day = addDays('1950-01-01', start);
      expect(daysBetween(day, addDays(day, n))).toBe(n);
      expect(isoWeek(addDays(day, 7))).not.toEqual(isoWeek(day));
    }));
  });
});
