import type { Row } from '../engine/rows.ts';
import type { FilterId, FilterState } from '../model/filters.ts';
import type { SnapshotEntry } from '../stores/snapshot-index.ts';

/** Units of the snapshot on screen; null while not known. */
export interface Units {
  readonly places: readonly Row[] | null;
  readonly departments: readonly Row[] | null;
}

/** The selected codes of places and departments that this snapshot does not have, by filter; {} while its units are not known. 未填 is always known. */
export function unknownUnits(filters: FilterState, units: Units): Partial<Record<FilterId, readonly string[]>> {
  const missing = (values: readonly (string | null)[], listed: readonly Row[] | null, code: string): string[] => {
    if (!listed) return [];
    const known = new Set(listed.map((r) => r[code]));
    return values.filter((v): v is string => v !== null && !known.has(v));
  };
  const found: Record<'area' | 'dept', string[]> = { area: missing(filters.area ?? [], units.places, 'place_code'), dept: missing(filters.dept ?? [], units.departments, 'dept_code') };
  return Object.fromEntries(Object.entries(found).filter(([, codes]) => codes.length > 0));
}

/** false: the comparison asked for is not published, or not before the snapshot on screen. */
export const validComparison = (index: readonly SnapshotEntry[], asked: string | null, entry: SnapshotEntry): boolean =>
  asked === null || asked === 'none' || index.some((s) => s.id === asked && s.as_of < entry.as_of);
