import type { PlaceFeatures } from './features.ts';
import { inside, ringsOf } from './geometry.ts';
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

/**
 * Projects that are 未落图: no point, a point outside the county, or one outside while the ledger's coordinate system was only assumed. Without boundaries
 * nothing can be outside. `sites` are looked at once per county and list.
 */
export function unplacedSites(sites: readonly Row[], places: PlaceFeatures | null, assumed: boolean): readonly Unplaced[] {
  const areas = places?.features.map((f) => ringsOf(f.geometry)) ?? null;
  const code = new Map(places?.features.map((f, i) => [f.properties.code, i]));
  const reasonOf = (site: Row): UnplacedReason | null => {
    if (!located(site)) return 'empty';
    if (!areas) return null;
    const at = [site['lon'] as number, site['lat'] as number] as const;
    const own = areas[code.get(String(site['place_code'])) ?? -1];
    return (own && inside(own, at)) || areas.some((rings) => inside(rings, at)) ? null : assumed ? 'system' : 'outside';
  };
  return sites.flatMap((site) => {
    const reason = reasonOf(site);
    const id = String(site['project_id']);
    return reason === null ? [] : [{ id, name: String(site['name'] ?? id), place: typeof site['place_code'] === 'string' ? site['place_code'] : null, reason }];
  });
}

/** Places the boundary file has no area for: 无边界, legal, listed. */
export const placesWithoutArea = (codes: readonly string[], places: PlaceFeatures | null): readonly string[] => {
  const have = new Set(places?.features.map((f) => f.properties.code));
  return places === null ? [] : codes.filter((code) => !have.has(code));
};
