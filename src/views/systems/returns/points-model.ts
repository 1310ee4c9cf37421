import type { Row } from '../../../engine/rows.ts';

/** One item of a unit's 月考核. */
export interface Item {
  readonly item: string;
  readonly points: number | null;
  readonly full: number | null;
  /** Points lost; null: not known. */
  readonly lost: number | null;
  readonly reason: string | null;
}
/** A unit's month: points over all items, its place (equal points, equal place), and what was lost where. */
export interface PointsRow {
  readonly code: string;
  readonly rank: number;
  readonly tied: boolean;
  readonly points: number;
  readonly full: number | null;
  readonly items: Readonly<Record<string, Item>>;
  readonly lost: readonly Item[];
}

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
/** Hundredths, so that sums of decimals compare exactly. */
const cents = (value: number): number => Math.round(value * 100);

/** The ranking of one axis: most points first, 1, 1, 3; units of equal points in their stored order. */
export function pointsOf(rows: readonly Row[], axis: string, order: readonly string[]): { readonly items: readonly string[]; readonly rows: readonly PointsRow[] } {
  const own = rows.filter((r) => r['axis'] === axis);
  const items = [...new Set(own.map((r) => String(r['item'])))];
  const units = [...new Set(own.map((r) => String(r['unit_code'])))].map((code) => {
    const mine = own.filter((r) => r['unit_code'] === code).map((r): Item => {
      const [points, full] = [number(r['points']), number(r['points_full'])];
      return { item: String(r['item']), points, full, lost: points === null || full === null ? null : (cents(full) - cents(points)) / 100, reason: typeof r['reason'] === 'string' && r['reason'] !== '' ? r['reason'] : null };
    });
    const sum = (of: (i: Item) => number | null): number => mine.reduce((s, i) => s + cents(of(i) ?? 0), 0) / 100;
    return { code, points: sum((i) => i.points), full: mine.every((i) => i.full !== null) ? sum((i) => i.full) : null, items: Object.fromEntries(mine.map((i) => [i.item, i])), lost: mine.filter((i) => (i.lost ?? 0) > 0 || i.reason !== null) };
  });
  const place = (code: string): number => (order.indexOf(code) < 0 ? order.length : order.indexOf(code));
  units.sort((a, b) => b.points - a.points || place(a.code) - place(b.code) || (a.code < b.code ? -1 : 1));
  return {
    items,
    rows: units.map((u) => ({ ...u, rank: units.findIndex((other) => other.points === u.points) + 1, tied: units.filter((other) => other.points === u.points).length > 1 })),
  };
}
