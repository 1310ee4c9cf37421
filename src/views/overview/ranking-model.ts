import { partsFrom, show, valueOf, type Parts, type Shown, type Verdict } from '../../model/show.ts';
import type { Indicator } from '../../model/indicator.ts';

type Cells = Readonly<Record<string, unknown>>;

/** A unit that is ranked: 主管部门, 属地, 包案领导 or 施工总承包; code null: 未填. */
export interface RankUnit {
  readonly code: string | null;
  readonly name: string;
  /** Stored 顺序. */
  readonly sort: number;
}

/** What a unit that is 未报送 sent of what was due this period. */
export interface Returned {
  /** Newest period anything came for: 2026W46; null: never. */
  readonly last: string | null;
  readonly due: number | null;
  readonly received: number | null;
}

/** ranked · small 样本过小 · none 无在管项目 · unknown — · unreported 未报送 · blank 未填: not a unit, but its projects count. */
export type RankKind = 'ranked' | 'small' | 'none' | 'unknown' | 'unreported' | 'blank';
const ORDER: Readonly<Record<RankKind, number>> = { ranked: 0, small: 1, none: 2, unknown: 3, unreported: 4, blank: 5 };

export interface RankRow extends RankUnit {
  readonly kind: RankKind;
  /** Competition ranking 1, 1, 1, 4; null: not ranked. */
  readonly rank: number | null;
  readonly tied: boolean;
  readonly parts: Parts;
  readonly value: number | null;
  readonly shown: Shown;
  /** Length of the bar, 0–100; null: no bar. */
  readonly bar: number | null;
  /** At or above the target; null: there is none. */
  readonly reached: boolean | null;
  /** Places gained since the comparison (▲) or lost; new: not ranked then; null: nothing to compare with. */
  readonly moved: { readonly by: number; readonly verdict: Verdict } | 'new' | null;
  readonly returned: Returned | null;
}

export interface RankAsk {
  readonly indicator: Indicator;
  readonly units: readonly RankUnit[];
  /** One row per unit, by code. */
  readonly now: ReadonlyMap<string | null, Cells>;
  /** The same at the comparison snapshot; null: none. */
  readonly before: ReadonlyMap<string | null, Cells> | null;
  /** Smallest denominator that is ranked. */
  readonly minimum: number;
  readonly target: number | null;
  readonly decimals: number;
  /** Units whose return is missing now, and then. */
  readonly unreported: ReadonlyMap<string | null, Returned>;
}

/** Counts and amounts where less is better are ranked worst first, as the map's 最需关注. */
const worstFirst = (i: Pick<Indicator, 'kind' | 'better'>): boolean => i.kind !== 'rate' && i.better === 'down';

/** Best rate first (lowest first where less is better); counts and amounts largest first. */
const ascending = (i: Indicator): boolean => i.kind === 'rate' && i.better === 'down';

const hasParts = (i: Indicator): boolean => i.kind === 'rate' || i.kind === 'ratio';

function kindOf(ask: RankAsk, unit: RankUnit, cells: Cells | undefined): RankKind {
  const { indicator, minimum, unreported } = ask;
  const parts = partsFrom(cells, indicator.id);
  if (unit.code === null) return 'blank';
  if (unreported.has(unit.code)) return 'unreported';
  if (cells && parts.n === null) return 'unknown';
  if (!hasParts(indicator)) return !cells || partsFrom(cells, 'projects').n === 0 ? 'none' : 'ranked';
  if (!cells || parts.d === 0) return 'none';
  return parts.d === null ? 'unknown' : parts.d < minimum ? 'small' : 'ranked';
}

type Placed = Pick<RankRow, 'code' | 'sort' | 'kind' | 'value' | 'parts' | 'name'>;

function placed(ask: RankAsk, side: ReadonlyMap<string | null, Cells>): Placed[] {
  const { indicator } = ask;
  const rows = ask.units.map((unit): Placed => {
    const cells = side.get(unit.code);
    const parts = cells ? partsFrom(cells, indicator.id) : { n: 0, d: hasParts(indicator) ? 0 : null };
    return { ...unit, kind: kindOf(ask, unit, cells), parts, value: valueOf(indicator, parts) };
  });
  const sign = ascending(indicator) ? 1 : -1;
  return rows.sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || (a.kind === 'ranked' ? sign * (a.value! - b.value!) : 0) || (b.parts.d ?? 0) - (a.parts.d ?? 0) || a.sort - b.sort);
}

/** Rank of every ranked unit: units of one value share the first's. */
function ranks(rows: readonly Placed[]): Map<string | null, number> {
  const found = new Map<string | null, number>();
  let [rank, value] = [0, Number.NaN];
  for (const [i, row] of rows.entries()) {
    if (row.kind !== 'ranked') break;
    if (row.value !== value) [rank, value] = [i + 1, row.value!];
    found.set(row.code, rank);
  }
  return found;
}

/** The ranking: ranked units by value, denominator, 顺序; then 样本过小, 无在管项目, —, 未报送, 未填. Nobody is left out. */
export function rankRows(ask: RankAsk): RankRow[] {
  const { indicator, target, decimals, before } = ask;
  const rows = placed(ask, ask.now);
  const now = ranks(rows);
  const then = before && before.size > 0 ? ranks(placed({ ...ask, unreported: new Map() }, before)) : null;
  const shared = new Map<number, number>();
  for (const rank of now.values()) shared.set(rank, (shared.get(rank) ?? 0) + 1);
  const most = Math.max(0, ...rows.map((r) => (r.kind === 'blank' ? 0 : (r.value ?? 0))));
  const full = indicator.kind === 'rate' ? 100 : most;
  return rows.map((row) => {
    const rank = now.get(row.code) ?? null;
    const drawn = (row.kind === 'ranked' || row.kind === 'small' || row.kind === 'blank') && row.value !== null;
    return {
      ...row, rank, tied: rank !== null && shared.get(rank)! > 1, shown: show(indicator, row.parts, decimals),
      bar: drawn ? (full > 0 ? Math.min(100, Math.max(0, (row.value! / full) * 100)) : 0) : null,
      reached: target === null || row.value === null ? null : indicator.better === 'down' ? row.value <= target : row.value >= target,
      moved: row.value === 0 && worstFirst(indicator) ? null : moved(rank, then, row.code, indicator), returned: ask.unreported.get(row.code) ?? null,
    };
  });
}

function moved(rank: number | null, then: ReadonlyMap<string | null, number> | null, code: string | null, indicator: Indicator): RankRow['moved'] {
  if (rank === null || then === null) return null;
  const earlier = then.get(code);
  if (earlier === undefined) return 'new';
  const by = earlier - rank;
  // In a list of amounts a place is gained because others paid: neither better nor worse.
  const verdict = by === 0 ? 'same' : indicator.kind !== 'rate' || indicator.better === null ? null : by > 0 ? 'better' : 'worse';
  return { by, verdict };
}

/** Columns a ranking can be sorted by. */
export const RANK_SORTS = ['rank', 'name', 'value', 'parts', 'moved'] as const;
export type RankSort = (typeof RANK_SORTS)[number];

/** By another column; units that are not ranked stay below. `direction` 1: ascending. */
export function sortRanking(rows: readonly RankRow[], by: RankSort, direction: 1 | -1): RankRow[] {
  const names = new Intl.Collator('zh-CN');
  const key: Readonly<Record<RankSort, (a: RankRow, b: RankRow) => number>> = {
    rank: (a, b) => a.rank! - b.rank!,
    name: (a, b) => names.compare(a.name, b.name),
    value: (a, b) => a.value! - b.value!,
    parts: (a, b) => (a.parts.d ?? 0) - (b.parts.d ?? 0) || (a.parts.n ?? 0) - (b.parts.n ?? 0),
    moved: (a, b) => gained(a) - gained(b),
  };
  const order = new Map(rows.map((r, i) => [r, i]));
  const ranked = rows.filter((r) => r.kind === 'ranked').sort((a, b) => direction * key[by](a, b) || order.get(a)! - order.get(b)!);
  return [...ranked, ...rows.filter((r) => r.kind !== 'ranked')];
}
const gained = (row: RankRow): number => (row.moved === null || row.moved === 'new' ? 0 : row.moved.by);
