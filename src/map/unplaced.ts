import type { PlaceFeatures } from './features.ts';
import { type Point, ringsOf } from './geometry.ts';
import { insideAny } from './inside-any.ts';
import { located } from './markers.ts';

type Row = Readonly<Record<string, unknown>>;
/** Why a project is not on the map (ui §7). */
export type UnplacedReason = 'empty' | 'outside' | 'system';
export interface Unplaced {
  readonly id: string;
  readonly name: string;
  readonly place: string | null;
  readonly reason: UnplacedReason;
}

/** Asked again for every answer: prepared once per county. */
const prepared = new WeakMap<PlaceFeatures, (at: Point) => boolean>();
function insideOf(places: PlaceFeatures): (at: Point) => boolean {
  const known = prepared.get(places) ?? insideAny(places.features.map((f) => ringsOf(f.geometry)));
  prepared.set(places, known);
  return known;
}

/**
 * Projects that are 未落图: no point, a point outside the county, or one outside while the ledger's coordinate system was only assumed. Without boundaries
 * nothing can be outside. `sites` are looked at once per county and list.
 */
export function unplacedSites(sites: readonly Row[], places: PlaceFeatures | null, assumed: boolean): readonly Unplaced[] {
  const placed = places && insideOf(places);
  const reasonOf = (site: Row): UnplacedReason | null => {
    if (!located(site)) return 'empty';
    if (!placed || placed([site['lon'] as number, site['lat'] as number])) return null;
    return assumed ? 'system' : 'outside';
  };
  const found: Unplaced[] = [];
  for (const site of sites) {
    const reason = reasonOf(site);
    if (reason === null) continue;
    const id = String(site['project_id']);
    found.push({ id, name: String(site['name'] ?? id), place: typeof site['place_code'] === 'string' ? site['place_code'] : null, reason });
  }
  return found;
}

/** Places the boundary file has no area for: 无边界, legal, listed. */
export const placesWithoutArea = (codes: readonly string[], places: PlaceFeatures | null): readonly string[] => {
  const have = new Set(places?.features.map((f) => f.properties.code));
  return places === null ? [] : codes.filter((code) => !have.has(code));
};
