import { agrees, displayedRate, printed, printedShare, roundedQuotient } from './arithmetic.ts';
import type { Bound, Fraction, Quantity, Statement } from './parse.ts';

/** A contradiction inside one row of 上报口径; `reason` says it with the numbers. */
export interface Contradiction {
  readonly check: 'stated_parts' | 'stated_rate' | 'stated_claim';
  readonly reason: string;
}

const holds = (value: number, { op, quantity }: Bound): boolean =>
  op === '>' ? value > quantity.value : op === '>=' ? value >= quantity.value : op === '<' ? value < quantity.value : value <= quantity.value;
const OPS: Readonly<Record<Bound['op'], string>> = { '>': '超过', '>=': '不低于', '<': '低于', '<=': '不超过' };
const claim = ({ op, quantity }: Bound): string => `“${OPS[op]} ${printed(quantity.value, quantity.unit)}”`;
const sum = (parts: readonly Quantity[]): number => Number(parts.reduce((total, p) => total + p.value, 0).toFixed(4));

/** Sum of parts against the whole (F3: 37 + 9 ≠ 66; F4: 40 + 26 + 8 ≠ 66, where 26 already contains the 8). */
function partsAgainstWhole(whole: Quantity, parts: readonly Quantity[]): string | null {
  const total = sum(parts);
  if (agrees(whole, total)) return null;
  const shown = (v: number) => printed(v, whole.unit);
  const equation = `${parts.map((p) => shown(p.value)).join(' + ')} = ${shown(total)} ≠ ${shown(whole.value)}`;
  if (total < whole.value) return `${equation}，差 ${shown(whole.value - total)} 未填`;
  const doubled = parts.findLastIndex((p) => agrees(whole, total - p.value));
  const part = parts[doubled];
  const container = part && parts.findLast((p, i) => i !== doubled && p.value >= part.value && (i < doubled || doubled === 0));
  if (!part || !container) return `${equation}，多 ${shown(total - whole.value)}`;
  return `${equation}；去掉 ${shown(part.value)} 即相符：${shown(container.value)} 中可能已含 ${shown(part.value)}，重复计算`;
}

function fractionAlone(f: Fraction): string | null {
  if (f.d.value === 0) return `${printed(f.n.value, f.n.unit)}/0：分母为 0，没有比率`;
  return f.n.unit === f.d.unit && f.n.value > f.d.value ? `${printed(f.n.value, f.n.unit)}/${printed(f.d.value, f.d.unit)}：分子大于分母` : null;
}

/** A stated rate or amount per head against its n/d (F1, F2, F5, F7–F10, F12, F13). */
function rateAgainstFraction(stated: Quantity, f: Fraction): string | null {
  if (f.d.value === 0) return null;
  if (stated.unit === 'percent') {
    const rate = displayedRate(f.n.value, f.d.value, stated.decimals);
    return Math.abs(rate - stated.value) < 1e-9 ? null : `上报 ${stated.value.toFixed(stated.decimals)}%，按分子分母为 ${printedShare(f, Math.max(1, stated.decimals))}`;
  }
  const scale = stated.ulp * 10 ** stated.decimals;
  const per = roundedQuotient(f.n.value / scale, f.d.value, stated.decimals) * scale;
  return Math.abs(per - stated.value) < stated.ulp / 2 ? null : `上报人均 ${printed(stated.value, 'yuan_per_head')}，按金额和人数为 ${printed(per, 'yuan_per_head')}`;
}

/** “Over 10%” against each share (F6: 6/55 holds, 5/55 does not, together 20.0%). */
function claimAgainstFractions(bound: Bound, fractions: readonly Fraction[]): string | null {
  const usable = fractions.filter((f) => f.d.value > 0);
  const wrong = usable.filter((f) => !holds((100 * f.n.value) / f.d.value, bound));
  if (wrong.length === 0) return null;
  const right = usable.filter((f) => !wrong.includes(f));
  const said = [`${wrong.map((f) => printedShare(f)).join('、')}，不符合${claim(bound)}`, ...(right.length > 0 ? [`${right.map((f) => printedShare(f)).join('、')}，符合`] : [])];
  const first = usable[0]!;
  if (usable.length > 1 && usable.every((f) => f.d.value === first.d.value)) {
    said.push(`合计 ${printedShare({ n: { ...first.n, value: sum(usable.map((f) => f.n)) }, d: first.d })}`);
  }
  return said.join('；');
}

/** Everything one row contradicts in itself: `value` is the total or rate as stated, `parts` what it is made of. */
export function contradictions(value: Statement, parts: Statement): Contradiction[] {
  const found: Contradiction[] = [];
  const add = (check: Contradiction['check'], reason: string | null) => {
    if (reason !== null) found.push({ check, reason });
  };
  const fractions = [...value.fractions, ...parts.fractions];
  const rates = [...value.quantities, ...parts.quantities].filter((q) => q.unit === 'percent' || q.unit === 'yuan_per_head');
  const bounds = [...value.bounds, ...parts.bounds];
  const whole = value.quantities.filter((q) => q.unit === 'count' || q.unit === 'yuan');
  const total = whole.length === 1 ? whole[0]! : null;
  const addends = parts.quantities.filter((q) => q.unit === total?.unit);
  if (total && addends.length > 1) add('stated_parts', partsAgainstWhole(total, addends));
  for (const f of fractions) add('stated_rate', fractionAlone(f));
  const single = fractions.length === 1 ? fractions[0]! : null;
  if (single) for (const rate of rates) if ((rate.unit === 'percent') === (single.n.unit === single.d.unit)) add('stated_rate', rateAgainstFraction(rate, single));
  for (const bound of bounds) {
    if (bound.quantity.unit === 'percent') add('stated_claim', claimAgainstFractions(bound, fractions));
    else {
      const same = parts.quantities.filter((q) => q.unit === bound.quantity.unit);
      if (same.length > 0 && !holds(sum(same), bound)) add('stated_claim', `${printed(sum(same), bound.quantity.unit)}，不符合${claim(bound)}`);
    }
  }
  return found;
}
