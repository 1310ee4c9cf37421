import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorOf } from './indicators.ts';
import { show, valueOf } from './show.ts';

describe('valueOf', () => {
  it('a rate that is a whole number of percent is exactly that: a target of the same number is reached', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 0, max: 100 }), (k, percent) => {
      expect(valueOf(indicatorOf('no_arrears_rate'), { n: k * percent, d: k * 100 })).toBe(percent);
    }));
  });
  it.each([[29, 50, 58], [11, 20, 55], [7, 25, 28], [0, 3, 0], [3, 0, null], [null, 3, null]])('%s/%s is %s', (n, d, value) => expect(valueOf(indicatorOf('no_arrears_rate'), { n, d })).toBe(value));
});

describe('show', () => {
  it.each([
    [2_312_499.9, 250, '0.92', '231.2/250'], [2_312_500, 250, '0.93', '231.3/250'], [15_570_000, 1680, '0.93', '1,557.0/1,680'], [0, 250, '0.00', '0.0/250'], [1, 0, '—', '0.0/0'], [null, 250, '—', null],
  ])('人均 of %s 元 and %s people is rounded once: %s', (n, d, value, parts) => expect(show(indicatorOf('per_head'), { n, d })).toEqual({ value, unit: value === '—' ? '' : '万元', parts }));
});
