import type { ClusterLevel, Points } from './cluster-levels.ts';
import { OFF_ABOVE_FIT } from './cluster-zoom.ts';
import type { Mark } from './markers.ts';

/** Most marks in view that are drawn one by one (ui §7). */
export const CLUSTER_ABOVE = 80;

export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}
export interface Cluster {
  readonly lon: number;
  readonly lat: number;
  readonly count: number;
  /** Of marks outside the filter: drawn as they are, and never counted with those inside. */
  readonly faded: boolean;
}
/** What is drawn of 无欠薪: single marks and squares with a count. */
export interface Clustered {
  readonly singles: readonly Mark[];
  readonly clusters: readonly Cluster[];
}

export interface ClusterIndex {
  /** Nothing while the clusters are still being built: `ready` is told. */
  readonly in: (bounds: Bounds, zoom: number, allInView: number) => Clustered;
  /** A build under way is ended; its index draws nothing any more. */
  readonly drop: () => void;
}
export type Build = (points: Points, fit: number, signal: AbortSignal) => readonly ClusterLevel[] | Promise<readonly ClusterLevel[]>;

const within = (m: { readonly lon: number; readonly lat: number }, b: Bounds): boolean => m.lon >= b.west && m.lon <= b.east && m.lat >= b.south && m.lat <= b.north;
export const countIn = (marks: readonly Mark[], bounds: Bounds): number => marks.reduce((n, m) => n + (within(m, bounds) ? 1 : 0), 0);
function pointsOf(marks: readonly Mark[]): Points {
  const points = { lon: new Float64Array(marks.length), lat: new Float64Array(marks.length) };
  marks.forEach(({ lon, lat }, i) => {
    points.lon[i] = lon;
    points.lat[i] = lat;
  });
  return points;
}
const NOTHING: Clustered = { singles: [], clusters: [] };

/** Marks of one group, inside or outside the filter, and their levels once they are asked for. */
interface Group {
  readonly marks: readonly Mark[];
  readonly faded: boolean;
  readonly levels: readonly ClusterLevel[];
}

function shownOf({ marks, faded, levels }: Group, bounds: Bounds, zoom: number): Clustered {
  const level = levels.find((l) => l.zoom === Math.min(Math.max(zoom, levels[0]!.zoom), levels[levels.length - 1]!.zoom));
  const singles: Mark[] = [];
  const clusters: Cluster[] = [];
  if (!level) return { singles, clusters };
  const { lon: lons, lat: lats, single, count } = level;
  // No object per cluster out of view: a level can have as many as there are marks.
  for (let k = 0; k < single.length; k += 1) {
    const [lon, lat] = [lons[k]!, lats[k]!];
    if (lon < bounds.west || lon > bounds.east || lat < bounds.south || lat > bounds.north) continue;
    if (single[k]! >= 0) singles.push(marks[single[k]!]!);
    else clusters.push({ lon, lat, count: count[k]!, faded });
  }
  return { singles, clusters };
}

/** Index of the 无欠薪 marks of a county whose fit zoom is `fit`. Built when first needed: a county with few marks never builds one; one with very many has it later (`ready`). */
export function clusterIndex(marks: readonly Mark[], fit: number, build: Build, ready: () => void = () => {}): ClusterIndex {
  const stop = new AbortController();
  let groups: readonly Group[] | null = null;
  let asked = false;

  async function ask(): Promise<void> {
    asked = true;
    const parts = [true, false].map((faded) => ({ faded, marks: marks.filter((m) => m.faded === faded) })).filter((part) => part.marks.length > 0);
    const built = parts.map((part) => build(pointsOf(part.marks), fit, stop.signal));
    const keep = (levels: readonly (readonly ClusterLevel[])[]): void => {
      groups = parts.map((part, i) => ({ ...part, levels: levels[i]! }));
    };
    if (built.every((b): b is readonly ClusterLevel[] => Array.isArray(b))) return keep(built);
    const levels = await Promise.all(built);
    if (stop.signal.aborted) return;
    keep(levels);
    ready();
  }
  return {
    drop: () => stop.abort(),
    in: (bounds, zoom, allInView) => {
      if (allInView <= CLUSTER_ABOVE || zoom >= fit + OFF_ABOVE_FIT) return { singles: marks.filter((m) => within(m, bounds)), clusters: [] };
      if (!asked) void ask();
      const shown = (groups ?? []).map((group) => shownOf(group, bounds, Math.round(zoom)));
      return shown.length === 0 ? NOTHING : { singles: shown.flatMap((s) => s.singles), clusters: shown.flatMap((s) => s.clusters) };
    },
  };
}
