import { expect, it } from 'vitest';
import { clearDays } from './clear-days.ts';

const calendar = { festivals: { 2026: { new_years_eve: '2026-02-16' }, 2027: { new_years_eve: '2027-02-05' } } };

it.each([
  ['in autumn', '2026-11-20', '2026-12-31', '2027-02-05'],
  ['in January', '2027-01-15', '2026-12-31', '2027-02-05'],
  ['on 除夕', '2027-02-05', '2026-12-31', '2027-02-05'],
  ['the day after', '2027-02-06', '2027-12-31', null],
  ['in spring', '2026-05-29', '2026-12-31', '2027-02-05'],
  ['in June', '2026-06-30', '2026-12-31', '2027-02-05'],
  ['in July', '2026-07-01', '2026-12-31', '2027-02-05'],
  ['before a 除夕 nobody knows', '2028-02-20', '2027-12-31', null],
  ['after the latest day it could be', '2028-02-21', '2028-12-31', null],
])('%s', (_, asOf, yearEnd, newYearsEve) => {
  expect(clearDays(calendar, asOf)).toEqual({ yearEnd, newYearsEve });
});
