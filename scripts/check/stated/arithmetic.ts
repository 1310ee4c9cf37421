import type { Fraction, Quantity } from './parse.ts';

/** n ÷ d × scale rounded half up to decimals, from integers (cents), so that no float decides. */
export function roundedQuotient(n: number, d: number, decimals: number, scale = 1): number {
  const [top, bottom] = [BigInt(Math.round(n * 100)) * BigInt(scale) * 10n ** BigInt(decimals), BigInt(Math.round(d * 100))];
  const half = (2n * top + bottom) / (2n * bottom);
  return Number(half) / 10 ** decimals;
}

/** A rate as displayed (ui §6): rounded half up; 100% only if n = d, 0% only if n = 0. */
export function displayedRate(n: number, d: number, decimals: number): number {
  const rounded = roundedQuotient(n, d, decimals, 100);
  const step = 1 / 10 ** decimals;
  if (rounded >= 100 && n < d) return 100 - step;
  return rounded <= 0 && n > 0 ? step : rounded;
}

const grouped = (value: number, decimals: number): string => {
  const [whole = '0', part] = Math.abs(value).toFixed(decimals).split('.');
  return `${value < 0 ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${part ? `.${part}` : ''}`;
};

/** A number as printed: amounts in 万元 with one decimal (元 below), counts with thousands. */
export function printed(value: number, unit: Quantity['unit']): string {
  if (unit === 'percent') return `${Number(value.toFixed(2))}%`;
  if (unit === 'count') return grouped(value, Number.isInteger(value) ? 0 : 2);
  if (unit === 'yuan_per_head') return `${grouped(value / 10_000, 2)} 万元/人`;
  return Math.abs(value) >= 1000 ? `${grouped(value / 10_000, 1)} 万元` : `${grouped(value, 2)} 元`;
}

/** `6/55 = 10.9%`. */
export const printedShare = ({ n, d }: Fraction, decimals = 1): string =>
  `${printed(n.value, n.unit)}/${printed(d.value, d.unit)} = ${displayedRate(n.value, d.value, decimals).toFixed(decimals)}%`;

/** Amounts written in 万元 agree within half of the last digit; counts agree exactly. */
export const agrees = (stated: Quantity, computed: number): boolean =>
  Math.abs(stated.value - computed) <= (stated.unit === 'count' && stated.ulp === 1 ? 0 : stated.ulp / 2) + 1e-6;
