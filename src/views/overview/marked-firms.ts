import type { Row } from '../../engine/rows.ts';
import { firmMark } from '../company/firm-marks.ts';

/** Rows of `firmsQuestion` → 欠薪次数 of the firms at or over the county's limit, by every name they stand under. Of namesakes the highest counts. */
export function markedFirms(rows: readonly Row[], limit: number | null, asOf: string): ReadonlyMap<string | null, number> {
  const found = new Map<string | null, number>();
  for (const row of rows) {
    const times = firmMark(row, limit, asOf)?.times ?? null;
    if (times === null) continue;
    for (const name of [row['name'], ...String(row['names'] ?? '').split('\u001f')]) if (typeof name === 'string' && name !== '') found.set(name, Math.max(times, found.get(name) ?? 0));
  }
  return found;
}
