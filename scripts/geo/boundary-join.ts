import type { BoundaryName } from './boundary-fields.ts';

/** What the join needs of a place. */
export interface PlaceName {
  readonly place_code: string;
  readonly name: string;
}

/** Which boundary belongs to which place. */
export interface JoinReport {
  /** One row per place, in their order. `feature` is the boundary's position; null: 无边界, which is legal. */
  readonly rows: readonly { readonly by: 'code' | 'name' | null; readonly place_code: string; readonly feature: number | null }[];
  readonly placesWithoutBoundary: readonly PlaceName[];
  /** Positions of the boundaries no place claims. */
  readonly boundariesWithoutPlace: readonly number[];
  /** Places joined by code whose name is another one in the boundary file. */
  readonly namedOtherwise: readonly { readonly place_code: string; readonly name: string; readonly boundary: string }[];
}

/** Name for comparison: no spaces or brackets, full-width letters narrowed, without 人民政府, 办事处, 管委会, 管理委员会 at the end. */
export function comparableName(name: string): string {
  const plain = name.normalize('NFKC').replace(/[\s()[\]{}〔〕【】〈〉《》「」]/g, '');
  return plain.replace(/(?<=.)(人民政府|办事处|管委会|管理委员会)$/, '');
}

/** Values that occur once, with the position they occur at. */
function unique(values: readonly (string | null)[], free: (index: number) => boolean): Map<string, number> {
  const found = new Map<string, number>();
  const twice = new Set<string>();
  values.forEach((value, index) => {
    if (value === null || value === '' || !free(index)) return;
    if (found.has(value)) twice.add(value);
    found.set(value, index);
  });
  for (const value of twice) found.delete(value);
  return found;
}

/** Joins boundaries to places, each at most once: first by code, then the rest by name. A code or name that occurs twice joins nothing. */
export function joinReport(boundaries: readonly BoundaryName[], places: readonly PlaceName[]): JoinReport {
  const joined = new Map<number, { by: 'code' | 'name'; feature: number }>();
  const taken = new Set<number>();
  const join = (by: 'code' | 'name', ofPlace: (place: PlaceName) => string, ofBoundary: (boundary: BoundaryName) => string | null): void => {
    const byValue = unique(boundaries.map(ofBoundary), (index) => !taken.has(index));
    for (const [value, place] of unique(places.map(ofPlace), (index) => !joined.has(index))) {
      const feature = byValue.get(value);
      if (feature === undefined) continue;
      joined.set(place, { by, feature });
      taken.add(feature);
    }
  };
  join('code', (place) => place.place_code, (boundary) => boundary.code);
  join('name', (place) => comparableName(place.name), (boundary) => (boundary.name === null ? null : comparableName(boundary.name)));
  return {
    rows: places.map(({ place_code }, index) => ({ by: joined.get(index)?.by ?? null, place_code, feature: joined.get(index)?.feature ?? null })),
    placesWithoutBoundary: places.filter((_, index) => !joined.has(index)),
    boundariesWithoutPlace: boundaries.map((_, index) => index).filter((index) => !taken.has(index)),
    namedOtherwise: places.flatMap(({ place_code, name }, index) => {
      const hit = joined.get(index);
      const boundary = hit?.by === 'code' ? (boundaries[hit.feature]?.name ?? null) : null;
      return boundary !== null && comparableName(boundary) !== comparableName(name) ? [{ place_code, name, boundary }] : [];
    }),
  };
}
