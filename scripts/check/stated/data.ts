import { INDICATORS, type Indicator } from '../../../src/model/indicators.ts';
import { agrees, displayedRate, printed } from './arithmetic.ts';
import type { Quantity, Statement } from './parse.ts';

/** n and d of an indicator as the data give them; amounts in 元. */
export type IndicatorValue = { readonly n: number | null; readonly d: number | null };

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
const byName = new Map(INDICATORS.flatMap((i) => [[plain(i.id), i], [plain(i.name), i]] as const));

/** The indicator a row of 上报口径 speaks of: named by id or 名称 in 对应指标, or by its own name. Null for a total the product does not know. */
export const indicatorFor = (row: { name: string; indicator: string | null }): Indicator | null =>
  byName.get(plain(row.indicator ?? '')) ?? byName.get(plain(row.name)) ?? null;

const unitOf = (i: Indicator): Quantity['unit'] => (i.kind === 'rate' ? 'percent' : i.unit !== '万元' ? 'count' : i.kind === 'ratio' ? 'yuan_per_head' : 'yuan');

/** What the row states and the data do not: rate, n/d or total. Null when they agree or cannot be compared. */
export function againstData(indicator: Indicator, value: Statement, parts: Statement, data: IndicatorValue): string | null {
  const { n, d } = data;
  if (n === null || (indicator.d.length > 0 && (d === null || d === 0))) return null;
  const unit = unitOf(indicator);
  const isRate = unit === 'percent';
  const share = isRate && d !== null ? `${printed(n, 'count')}/${printed(d, 'count')} = ${displayedRate(n, d, indicator.decimals).toFixed(indicator.decimals)}%` : '';
  const fraction = [...value.fractions, ...parts.fractions][0];
  if (isRate && fraction && (fraction.n.value !== n || fraction.d.value !== d)) {
    return `${indicator.name}：上报 ${printed(fraction.n.value, 'count')}/${printed(fraction.d.value, 'count')}，数据为 ${share}`;
  }
  const stated = value.quantities.find((q) => q.unit === unit || (unit === 'yuan_per_head' && q.unit === 'yuan'));
  if (!stated) return null;
  if (isRate && d !== null) {
    return Math.abs(displayedRate(n, d, stated.decimals) - stated.value) < 1e-9 ? null : `${indicator.name}：上报 ${stated.value.toFixed(stated.decimals)}%，数据为 ${share}`;
  }
  const computed = indicator.d.length > 0 && d !== null ? n / d : n;
  return agrees(stated, computed) ? null : `${indicator.name}：上报 ${printed(stated.value, unit)}，数据为 ${printed(computed, unit)}`;
}
