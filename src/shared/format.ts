/** Printed where a number does not exist: never blank, never 0. */
export const MISSING = '—';

/** 元 in a 万元: amounts are kept in 元 and shown in 万元. */
export const WAN = 10_000;

/** Fine enough that a value between two cents (4.5454 percentage points) is not rounded twice. */
const FINE = 1e6;

/** value × 10^decimals rounded half up, exactly, for whole n and d with d > 0. */
function scaledQuotient(n: number, d: number, factor: number): bigint {
  const [num, den] = [BigInt(Math.round(n * FINE)) * BigInt(factor), BigInt(Math.round(d * FINE))];
  const doubled = 2n * num + den;
  const floor = doubled / (2n * den);
  return doubled % (2n * den) < 0n ? floor - 1n : floor;
}

/** Digits of a scaled whole number: 970, 1 → 97.0. Minus is U+2212. */
function digits(scaled: bigint, decimals: number): string {
  const text = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, '0');
  const whole = text.slice(0, text.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${scaled < 0n ? '−' : ''}${whole}${decimals > 0 ? `.${text.slice(-decimals)}` : ''}`;
}

/**
 * A rate as printed, without the % sign: rounded half up from whole n and d, `100` only if n = d, `0` only if n = 0, otherwise kept off them by one last digit.
 * — when d is 0 or either is unknown.
 */
export function formatRate(n: number | null, d: number | null, decimals = 1): string {
  if (n === null || d === null || d === 0) return MISSING;
  if (n === d) return '100';
  if (n === 0) return '0';
  const full = 100n * 10n ** BigInt(decimals);
  const scaled = scaledQuotient(n, d, 100 * 10 ** decimals);
  const clamped = n < d && scaled >= full ? full - 1n : n > 0 && scaled <= 0n ? 1n : scaled;
  return digits(clamped, decimals);
}

/** A count or an amount in its unit, rounded half up, with thousands commas: 元 → 万元 by `divisor` 10,000. — when unknown. */
export function formatNumber(value: number | null, decimals = 0, divisor = 1): string {
  if (value === null || !Number.isFinite(value)) return MISSING;
  return digits(scaledQuotient(value, divisor, 10 ** decimals), decimals);
}
