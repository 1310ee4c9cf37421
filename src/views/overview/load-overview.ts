import { openDatabase } from '../../engine/database.ts';
import { LoadError, reasonOf } from '../../engine/errors.ts';
import { loadTable } from '../../engine/load.ts';
import { loadJson, openSnapshot, type Snapshot } from '../../engine/snapshot.ts';
import { placeFeatures, type PlaceFeatures } from '../../map/features.ts';
import { noArrearsRateSql, rateOf, type Rate } from './kpi-query.ts';

const BOUNDARIES = 'boundaries.topojson';

/** Everything the first screen shows. */
export interface Overview {
  readonly snapshot: Snapshot;
  readonly noArrears: Rate;
  readonly places: PlaceFeatures;
}

/** Opens the newest snapshot beside the app and answers the first screen from it. Throws the engine's typed errors. */
export async function loadOverview(base = './snapshots/'): Promise<Overview> {
  const database = openDatabase();
  // The snapshot may fail first; the engine's own failure is reported where it is awaited.
  database.catch(() => undefined);
  const snapshot = await openSnapshot(base);
  const [places] = await Promise.all([loadPlaces(snapshot), loadTable(database, snapshot, 'cube')]);
  const { query } = await database;
  const noArrears = rateOf(await query(noArrearsRateSql(snapshot.manifest.as_of)));
  return { snapshot, noArrears, places };
}

async function loadPlaces(snapshot: Snapshot): Promise<PlaceFeatures> {
  const boundaries = await loadJson(snapshot, BOUNDARIES);
  try {
    return placeFeatures(boundaries);
  } catch (cause) {
    throw new LoadError(BOUNDARIES, reasonOf(cause), { cause });
  }
}
