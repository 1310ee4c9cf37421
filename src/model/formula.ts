import { formatNumber, WAN } from '../shared/format.ts';
import type { Indicator } from './indicator.ts';
import { show, valueOf, type Parts } from './show.ts';

/** How a value comes from its parts, as text: `64 ÷ 66`, `96.970`, `97.0`; units apart, because they have names in two languages. */
export interface Formula {
  /** `64 ÷ 66`; for amounts `5,150,000.00 元 ÷ 10,000`; null for counts. */
  readonly sum: string | null;
  /** Two decimals more than shown; null where the value does not exist. */
  readonly unrounded: string | null;
  readonly shown: string;
  readonly unit: string;
}

/** The formula of an indicator with numbers put in. */
export function formulaOf(i: Indicator, parts: Parts, decimals: number = i.decimals): Formula {
  const { n, d } = parts;
  const { value, unit } = show(i, parts, decimals);
  if (n === null) return { sum: null, unrounded: null, shown: value, unit };
  const part = (x: number, type: string): string => formatNumber(x, type === 'BIGINT' ? 0 : 2);
  if (i.kind === 'count') return { sum: null, unrounded: null, shown: value, unit };
  if (i.kind === 'sum') {
    return i.unit === '万元' ? { sum: `${part(n, i.nType)} ÷ ${formatNumber(WAN)}`, unrounded: formatNumber(n, decimals + 2, WAN), shown: value, unit } : { sum: null, unrounded: null, shown: value, unit };
  }
  if (d === null) return { sum: null, unrounded: null, shown: value, unit };
  const factor = i.kind === 'rate' ? 100 : 1;
  const unrounded = valueOf(i, parts) === null ? null : formatNumber(n * factor, decimals + 2, d * (i.unit === '万元' ? WAN : 1));
  return { sum: `${part(n, i.nType)} ÷ ${part(d, i.dType)}`, unrounded, shown: value, unit };
}
