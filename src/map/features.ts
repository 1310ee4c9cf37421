import type { Feature, FeatureCollection, MultiLineString, LineString, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** What a boundary says about its place. */
export interface PlaceProperties {
  readonly code: string;
  readonly name: string;
}

/** The places of a county as GeoJSON polygons, WGS84. */
export type PlaceFeatures = FeatureCollection<Polygon | MultiPolygon, PlaceProperties>;

/** Everything a county's boundary file draws. */
export interface CountyFeatures {
  readonly places: PlaceFeatures;
  /** County line; null: not in the file. */
  readonly outline: FeatureCollection<Polygon | MultiPolygon> | null;
  /** Main river; null: not in the file. */
  readonly river: FeatureCollection<LineString | MultiLineString> | null;
}

/** Reads the object `places` of a snapshot's `boundaries.topojson`. Throws when the file holds something else. */
export function placeFeatures(boundaries: unknown): PlaceFeatures {
  if (!isPlaces(boundaries)) throw new Error('没有名为 places 的图层');
  const { features } = feature(boundaries, boundaries.objects.places) as PlaceFeatures;
  const usable = features.filter((f) => typeof f.properties?.code === 'string' && (f.geometry?.type === 'Polygon' || f.geometry?.type === 'MultiPolygon') && f.geometry.coordinates.length > 0);
  if (usable.length === 0) throw new Error('图层 places 没有带编码的面');
  return { type: 'FeatureCollection', features: usable };
}

/** All layers of the boundary file. Throws when it has no places or cannot be decoded. */
export function countyFeatures(boundaries: unknown): CountyFeatures {
  const places = placeFeatures(boundaries);
  const layer = <T>(name: string, kinds: readonly string[]): T | null => {
    const topology = boundaries as Topology<Record<string, GeometryCollection>>;
    const object = Object.entries(topology.objects).find(([key]) => key === name)?.[1];
    if (!object) return null;
    const found = feature(topology, object) as FeatureCollection;
    const features = (found.type === 'FeatureCollection' ? found.features : [found as unknown as Feature]).filter((f) => kinds.includes(f.geometry?.type));
    return features.length > 0 ? ({ type: 'FeatureCollection', features } as T) : null;
  };
  return { places, outline: layer('outline', ['Polygon', 'MultiPolygon']), river: layer('river', ['LineString', 'MultiLineString']) };
}

function isPlaces(value: unknown): value is Topology<{ places: GeometryCollection<PlaceProperties> }> {
  if (typeof value !== 'object' || value === null || !('objects' in value) || !('arcs' in value)) return false;
  const { objects } = value;
  return typeof objects === 'object' && objects !== null && 'places' in objects;
}
