import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { silent } from '../../scripts/progress.ts';
import { UNNAMED_COUNTY } from '../../scripts/snapshot/county.ts';
import { withDatabase } from '../../scripts/snapshot/database.ts';
import { type Outcome, publish, type Publication } from '../../scripts/snapshot/publish.ts';
import { readRules } from '../../scripts/snapshot/rules-file.ts';
import { workbookBytes } from '../../scripts/workbook-file.ts';
import { literal } from '../../src/query/sql.ts';
import { tableOf } from '../../src/model/tables.ts';
import { rowsOf } from './duckdb.ts';

export type Cell = string | number | boolean | null;
/** Rows of one ledger table by catalogue column name; the workbook gets the 中文 headers. */
export type Rows = readonly Readonly<Record<string, Cell>>[];

const folders: string[] = [];
afterAll(() => {
  for (const f of folders.splice(0)) rmSync(f, { recursive: true, force: true });
});

/** A folder of its own that is removed after the test file. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'qq-测试 '));
  folders.push(folder);
  return folder;
}

/** A sheet as a user would have it: header of the catalogue's titles, one row per record. */
function sheetOf(table: string, rows: Rows): { name: string; rows: Cell[][] } {
  const { title, columns } = tableOf(table);
  const used = columns.filter((c) => rows.some((r) => c.name in r));
  return { name: title, rows: [used.map((c) => c.title), ...rows.map((r) => used.map((c) => r[c.name] ?? null))] };
}

/** Writes a workbook with one sheet per table and returns its path. */
export async function writeLedger(folder: string, tables: Readonly<Record<string, Rows>>, name = '台账.xlsx'): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, await workbookBytes(Object.entries(tables).map(([table, rows]) => sheetOf(table, rows)), '测试台账'));
  return path;
}

/** Runs the real pipeline over a ledger file or folder; snapshots and reports go below `root`. */
export function run(root: string, from: string, asOf: string, options: Partial<Publication> = {}): Promise<Outcome> {
  return publish({
    from, to: join(root, 'snapshots'), asOf, county: { ...UNNAMED_COUNTY, name: '测试县', sample: true }, rules: readRules(null, asOf), previous: null, decisions: [], accept: new Set(),
    mask: false, replace: false, report: join(root, 'reports', asOf), progress: silent, ...options,
  });
}

/** Reads rows with SQL over a sealed snapshot's tables. */
export function ask(outcome: Outcome, sql: string): Promise<Record<string, unknown>[]> {
  const { published } = outcome;
  if (!published) throw new Error(`未发布：${outcome.blocking.map((b) => `${b.id} ${b.count}`).join(', ')}（${outcome.report}）`);
  return withDatabase(async (connection) => {
    for (const f of published.manifest.files) if (f.table) await connection.run(`CREATE VIEW ${f.table} AS FROM read_parquet(${literal(join(published.folder, f.path))})`);
    return rowsOf(connection, sql);
  });
}

/** Issue counts of a run by check id, those without findings left out. */
export const findings = (outcome: Outcome): Record<string, number> => Object.fromEntries(outcome.checks.filter((c) => c.count > 0).map((c) => [c.id, c.count]));
