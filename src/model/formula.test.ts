import { expect, it } from 'vitest';
import { formulaOf } from './formula.ts';
import { indicatorOf } from './indicators.ts';

it.each([
  ['no_arrears_rate', 64, 66, '64 ÷ 66', '96.970', '97.0'], ['no_arrears_rate', 66, 66, '66 ÷ 66', '100.000', '100'], ['no_arrears_rate', 0, 0, '0 ÷ 0', null, '—'], ['group_rate', 18, 42, '18 ÷ 42', '42.8571', '42.86'],
  ['unpaid_wages', 5_150_000, null, '5,150,000.00 ÷ 10,000', '515.000', '515.0'], ['per_head', 15_570_000, 1680, '15,570,000.00 ÷ 1,680', '0.9268', '0.93'], ['open_risk', 2, null, null, null, '2'], ['clue_on_time_rate', null, null, null, null, '—'],
])('%s of %s and %s: %s = %s → %s', (id, n, d, sum, unrounded, shown) => {
  expect(formulaOf(indicatorOf(id), { n, d })).toMatchObject({ sum, unrounded, shown });
});
