import type { Feature, GeoJSON, MultiPolygon, Polygon, Position } from 'geojson';

/** A row of a boundary file that has an area. */
export type PolygonFeature = Feature<Polygon | MultiPolygon>;

const isPolygonal = (feature: Feature | null): feature is PolygonFeature => {
  const geometry = feature?.geometry;
  return (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon') && Array.isArray(geometry.coordinates) && geometry.coordinates.length > 0;
};

/** Features of any GeoJSON, or none where it is not GeoJSON. */
function featuresOf(json: GeoJSON): readonly (Feature | null)[] {
  if (json.type === 'FeatureCollection') return Array.isArray(json.features) ? json.features : [];
  if (json.type === 'Feature') return [json];
  const geometries = json.type === 'GeometryCollection' ? json.geometries : [json];
  return geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry }));
}

/** The polygons of any GeoJSON; `others` counts the rows left out (points, lines, no geometry). */
export function polygonsOf(json: GeoJSON): { polygons: PolygonFeature[]; others: number } {
  const all = featuresOf(json);
  const polygons = all.filter(isPolygonal);
  return { polygons, others: all.length - polygons.length };
}

/** Every coordinate of the polygons. */
export function* positionsOf(features: readonly PolygonFeature[]): Generator<Position> {
  for (const { geometry } of features) {
    for (const rings of geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) for (const ring of rings) yield* ring;
  }
}
