import { formatNumber, WAN } from '../shared/format.ts';

/** A tick of an amount axis: 元, and as printed in 万元. */
export interface MoneyTick {
  readonly value: number;
  readonly text: string;
}

/** Three to five ticks from 0 to a round amount not below `most` (元); steps of 1, 2, 3 or 5 × 10ⁿ 万元. */
export function moneyAxis(most: number): { readonly top: number; readonly ticks: readonly MoneyTick[] } {
  const wan = (most > 0 ? most : WAN) / WAN;
  const unit = 10 ** Math.floor(Math.log10(wan));
  const step = [0.25, 0.5, 1, 2, 3, 5].map((n) => n * unit).find((s) => Math.ceil(wan / s - 1e-9) <= 4) ?? 5 * unit;
  const count = Math.max(1, Math.ceil(wan / step - 1e-9));
  const decimals = [0, 1, 2].find((d) => Math.abs(step * 10 ** d - Math.round(step * 10 ** d)) < 1e-9) ?? 2;
  return { top: count * step * WAN, ticks: Array.from({ length: count + 1 }, (_, i) => ({ value: i * step * WAN, text: formatNumber(i * step, decimals) })) };
}
