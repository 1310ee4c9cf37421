import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, formatRate } from './format.ts';

describe('formatRate', () => {
  it.each([
    [40, 66, 1, '60.6'], [64, 66, 1, '97.0'], [18, 42, 2, '42.86'], [1520, 1680, 2, '90.48'], [24, 26, 1, '92.3'], [11, 57, 1, '19.3'], [55, 58, 1, '94.8'], [1478, 1602, 1, '92.3'], [31, 55, 1, '56.4'],
    [66, 66, 1, '100'], [0, 66, 1, '0'], [0, 0, 1, '—'], [9999, 10_000, 1, '99.9'], [1, 10_000, 1, '0.1'], [1, 8, 1, '12.5'], [1, 16, 1, '6.3'], [3, 2, 1, '150.0'], [6, 11, 0, '55'],
  ])('%i/%i with %i decimals is %s', (n, d, decimals, text) => expect(formatRate(n, d, decimals)).toBe(text));
  it('unknown parts are —', () => expect([formatRate(null, 3), formatRate(3, null)]).toEqual(['—', '—']));
  it('is 100 only for all and 0 only for none', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), fc.nat(1e6), fc.integer({ min: 0, max: 2 }), (d, k, decimals) => {
      const n = k % (d + 1);
      const text = formatRate(n, d, decimals);
      expect(text === '100').toBe(n === d);
      expect(text === '0').toBe(n === 0);
    }));
  });
});

describe('formatNumber', () => {
  it.each([
    [81_000_000, 1, 10_000, '8,100.0'], [5_150_000, 1, 10_000, '515.0'], [4002, 0, 1, '4,002'], [0, 1, 10_000, '0.0'], [15_570_000 / 1680, 2, 10_000, '0.93'], [-7_530_000, 1, 10_000, '−753.0'], [999, 0, 1, '999'], [(48 / 66 - 45 / 66) * 100, 1, 1, '4.5'], [-0.04, 1, 1, '0.0'],
  ])('%d with %i decimals over %i is %s', (value, decimals, divisor, text) => expect(formatNumber(value, decimals, divisor)).toBe(text));
  it('unknown and infinite are —', () => expect([formatNumber(null), formatNumber(Number.POSITIVE_INFINITY)]).toEqual(['—', '—']));
});
