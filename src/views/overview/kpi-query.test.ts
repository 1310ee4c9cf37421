import { describe, expect, it } from 'vitest';
import { formatRate, noArrearsRateSql, rateOf } from './kpi-query.ts';

describe('noArrearsRate', () => {
  it('asks the cube for the sums of one day', () => {
    expect(noArrearsRateSql('2026-11-20')).toContain("WHERE as_of = DATE '2026-11-20'");
  });

  it('reads an empty sum as 0/0', () => {
    expect(rateOf([{ n: null, d: null }])).toEqual({ numerator: 0, denominator: 0 });
    expect(rateOf([])).toEqual({ numerator: 0, denominator: 0 });
  });

  it.each([
    [64, 66, '97.0'],
    [66, 66, '100.0'],
    [0, 66, '0.0'],
    [0, 0, '—'],
  ])('prints %i/%i as %s', (numerator, denominator, text) => {
    expect(formatRate({ numerator, denominator })).toBe(text);
  });
});
