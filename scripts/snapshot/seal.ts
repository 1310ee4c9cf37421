import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type Manifest, type SnapshotFile } from '../../src/model/manifest.ts';
import type { Prewarmed } from '../../src/model/prewarmed.ts';
import { PREWARMED } from '../../src/model/prewarmed-file.ts';
import { sha256Hex } from '../../src/shared/hash.ts';
import { hashFile } from './hash-file.ts';
import { STORED_TABLES, writeTable } from './parquet.ts';

/** Files of a snapshot that are not tables. */
export interface Attachments {
  /** rules.json as used, with the calendar. */
  readonly rules: unknown;
  /** Path of the boundaries to copy; null: 无边界. */
  readonly boundaries: string | null;
  /** Answers of the default view. */
  readonly prewarmed: Prewarmed;
}

/**
 * Writes tables, boundaries, rules and manifest into a temporary folder beside the target and renames it to `<to>/<manifest.id>`: a killed run leaves
 * no half snapshot. Throws when the target exists: a snapshot is immutable.
 */
export async function sealSnapshot(
  connection: DuckDBConnection,
  options: { to: string; manifest: Omit<Manifest, 'files'>; tables: ReadonlySet<string>; attachments: Attachments },
): Promise<{ folder: string; sha256: string; manifest: Manifest }> {
  const { to, tables, attachments } = options;
  mkdirSync(to, { recursive: true });
  const target = join(to, options.manifest.id);
  sweep(to);
  const temporary = join(to, `.tmp-${process.pid}`);
  mkdirSync(temporary);
  try {
    const files: SnapshotFile[] = [];
    for (const table of STORED_TABLES) if (tables.has(table.name)) files.push(await writeTable(connection, table, temporary));
    writeFileSync(join(temporary, 'rules.json'), `${JSON.stringify(attachments.rules, null, 1)}\n`);
    files.push(await describeFile(temporary, 'rules.json'));
    writeFileSync(join(temporary, PREWARMED), `${JSON.stringify(attachments.prewarmed)}\n`);
    files.push(await describeFile(temporary, PREWARMED));
    if (attachments.boundaries) {
      copyFileSync(attachments.boundaries, join(temporary, 'boundaries.topojson'));
      files.push(await describeFile(temporary, 'boundaries.topojson'));
    }
    const manifest: Manifest = { ...options.manifest, files };
    const bytes = new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`);
    writeFileSync(join(temporary, 'manifest.json'), bytes);
    renameSync(temporary, target);
    return { folder: target, sha256: sha256Hex(bytes), manifest };
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw error;
  }
}

const describeFile = async (folder: string, path: string): Promise<SnapshotFile> => ({
  path, table: null, bytes: statSync(join(folder, path)).size, sha256: await hashFile(join(folder, path)), rows: null, columns: [],
});

/** Removes what killed runs left behind; folders of runs that are still alive stay. */
function sweep(to: string): void {
  for (const name of readdirSync(to)) {
    const pid = Number(/^\.tmp-(\d+)$/.exec(name)?.[1] ?? Number.NaN);
    if (Number.isInteger(pid) && (pid === process.pid || !alive(pid))) rmSync(join(to, name), { recursive: true, force: true });
  }
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
