import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** What a boundary says about its place. */
export interface PlaceProperties {
  readonly code: string;
  readonly name: string;
}

/** The places of a county as GeoJSON polygons, WGS84. */
export type PlaceFeatures = FeatureCollection<Polygon | MultiPolygon, PlaceProperties>;

/** Reads the object `places` of a snapshot's `boundaries.topojson`. Throws when the file holds something else. */
export function placeFeatures(boundaries: unknown): PlaceFeatures {
  if (!isPlaces(boundaries)) throw new Error('没有名为 places 的图层');
  return feature(boundaries, boundaries.objects.places) as PlaceFeatures;
}

function isPlaces(value: unknown): value is Topology<{ places: GeometryCollection<PlaceProperties> }> {
  if (typeof value !== 'object' || value === null || !('objects' in value) || !('arcs' in value)) return false;
  const { objects } = value;
  return typeof objects === 'object' && objects !== null && 'places' in objects;
}
