import type { Feature, FeatureCollection, LineString, MultiPolygon, Polygon } from 'geojson';
import { poleOfInaccessibility } from '../geo/interior.ts';
import { spreadPoints } from './geo-points.ts';
import { riverLine } from './geo-river.ts';
import { geometryOf } from './geo-topology.ts';

/** The fictional county of the demo. */
export const COUNTY = { code: '990101', name: '安澜县' } as const;

/** One 属地 of the demo county. */
export interface DemoPlace {
  readonly place_code: string;
  readonly name: string;
  readonly kind: '街道' | '镇' | '乡' | '功能区';
  readonly sort: number;
}

const NAMES: readonly (readonly [code: string, name: string, kind: DemoPlace['kind']])[] = [
  ['990101001', '城关街道', '街道'],
  ['990101002', '东湖街道', '街道'],
  ['990101003', '文峰街道', '街道'],
  ['990101100', '清源镇', '镇'],
  ['990101101', '太平镇', '镇'],
  ['990101102', '五里铺镇', '镇'],
  ['990101103', '石桥镇', '镇'],
  ['990101104', '柳林镇', '镇'],
  ['990101105', '白马镇', '镇'],
  ['990101106', '龙泉镇', '镇'],
  ['990101107', '双河镇', '镇'],
  ['990101108', '沙河镇', '镇'],
  ['990101109', '中营镇', '镇'],
  ['990101200', '青山乡', '乡'],
  ['990101201', '云台乡', '乡'],
  ['990101-JKQ', '经开区', '功能区'],
  ['990101-KCC', '高教科创城', '功能区'],
  ['990101-SGZX', '湖滨社管中心', '功能区'],
];

/** The 18 属地 in their official order; 云台乡 has no project. */
export const PLACES: readonly DemoPlace[] = NAMES.map(([place_code, name, kind], index) => ({ place_code, name, kind, sort: index + 1 }));

/** Most points `pointIn` gives per place. */
const MOST_POINTS = 48;

const round = ([lon, lat]: readonly [number, number]): [number, number] => [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5];

function placeOf(placeCode: string): DemoPlace {
  const place = PLACES.find((candidate) => candidate.place_code === placeCode);
  if (!place) throw new RangeError(`安澜县没有属地 ${placeCode}`);
  return place;
}

/** Boundaries of the 18 属地, WGS84, in the order of `PLACES`: they share every inner border exactly. */
export function demoBoundaries(): FeatureCollection<Polygon | MultiPolygon, { code: string; name: string }> {
  return {
    type: 'FeatureCollection',
    features: PLACES.map(({ place_code, name }) => ({ type: 'Feature', properties: { code: place_code, name }, geometry: geometryOf(name) })),
  };
}

/** The county line: one ring, made of the same coordinates as the places' outer borders. */
export function countyOutline(): Feature<Polygon | MultiPolygon, { code: string; name: string }> {
  return { type: 'Feature', properties: { ...COUNTY }, geometry: geometryOf(null) };
}

/** The river 清河 inside the county, from north-west to south-east. */
export function river(): Feature<LineString, { name: string }> {
  return { type: 'Feature', properties: { name: '清河' }, geometry: { type: 'LineString', coordinates: riverLine() } };
}

/** Where the name of a place has most room (pole of inaccessibility), WGS84. Throws RangeError for an unknown code. */
export function labelPoint(placeCode: string): [number, number] {
  return round(poleOfInaccessibility(geometryOf(placeOf(placeCode).name)).point);
}

const pointsByPlace = new Map<string, readonly [number, number][]>();

/**
 * The k-th (from 0) of the well-spread inside points of a place, WGS84: at least 30 per place, away from border, label and each other.
 * Throws RangeError for an unknown code or when the place is full.
 */
export function pointIn(placeCode: string, k: number): [number, number] {
  const { name } = placeOf(placeCode);
  const points = pointsByPlace.get(placeCode) ?? spreadPoints(geometryOf(name), MOST_POINTS).map(round);
  pointsByPlace.set(placeCode, points);
  const point = points[k];
  if (!point) throw new RangeError(`${name}只有 ${points.length} 个点位，没有第 ${k + 1} 个`);
  return [...point];
}
