import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { FORMAT_VERSION, type Manifest } from '../../src/model/manifest.ts';
import { ledgerColumns, SNAPSHOT_TABLES, tableOf } from '../../src/model/tables.ts';
import { ident, literal } from '../../src/query/sql.ts';
import { TOOL_VERSION } from '../tool-version.ts';
import { computeCube, computeHistory, type ComputeOptions, computeRulesTables, storedTables } from './compute.ts';
import { withDatabase } from './database.ts';
import { carryDecisions } from './decisions.ts';
import { ddl } from './ddl.ts';
import { listPublished, type Published, previousOf, writeIndex } from './index-file.ts';
import { loadPrevious } from './load-previous.ts';
import type { Outcome, Publication } from './publish.ts';
import { prewarm } from './prewarm.ts';
import { readRules } from './rules-file.ts';
import { sealSnapshot } from './seal.ts';

/**
 * After a correction of a week that is not the newest: the later snapshots carry the old week's cube, history and 销号账. Says which, and with
 * `really` publishes a new revision of each from its own sealed tables. Returns the lines to print.
 */
export async function rebuildLater(p: Pick<Publication, 'to' | 'asOf' | 'progress'>, outcome: Pick<Outcome, 'replaced'>, really: boolean): Promise<string[]> {
  const later = newestRevisions(listPublished(p.to).filter((s) => s.manifest.as_of > p.asOf));
  if (later.length === 0) return [];
  const ids = later.map((s) => s.id).join('、');
  if (!really) return [`${outcome.replaced ? '更正的' : '补发的'}不是最新一周：${ids} 的历史、销号账和汇总立方建立在旧数据上，需要重算。加 --rebuild-later 重算并另存为更正版`];
  const lines: string[] = [];
  for (const [i, snapshot] of later.entries()) {
    p.progress.step(i, later.length, `重算 ${snapshot.id}`);
    lines.push(`✓ 重算 ${snapshot.id} → ${(await rebuild(p.to, snapshot)).id}`);
  }
  p.progress.end();
  return lines;
}

const newestRevisions = (published: readonly Published[]): Published[] => published.filter((s, i) => published[i + 1]?.manifest.as_of !== s.manifest.as_of);

async function rebuild(to: string, old: Published): Promise<Manifest> {
  const previous = previousOf(listPublished(to), old.manifest.as_of);
  return withDatabase(async (connection) => {
    if (previous) await loadPrevious(connection, previous);
    const asOf = old.manifest.as_of;
    const rules = readRules(join(old.folder, 'rules.json'), asOf).rules;
    const options: ComputeOptions = { asOf, rules, previous: previous ? { asOf: previous.manifest.as_of } : null };
    await loadLedgerTables(connection, old.folder);
    await carryDecisions(connection);
    await computeHistory(connection, options);
    await computeRulesTables(connection, options);
    await connection.run(`INSERT INTO checks BY NAME SELECT * FROM read_parquet(${literal(join(old.folder, 'checks.parquet'))})`);
    await computeCube(connection, options);
    const revision = old.manifest.revision + 1;
    const { files: _files, ...kept } = old.manifest;
    const boundaries = join(old.folder, 'boundaries.topojson');
    const tables = await storedTables(connection);
    const sealed = await sealSnapshot(connection, {
      to, tables, attachments: {
        rules: JSON.parse(readFileSync(join(old.folder, 'rules.json'), 'utf8')) as unknown, boundaries: existsSync(boundaries) ? boundaries : null, prewarmed: await prewarm(connection, options, tables),
      },
      manifest: { ...kept, format: FORMAT_VERSION, tool: TOOL_VERSION, id: `${asOf}-r${revision}`, revision, previous: previous ? { id: previous.id, sha256: previous.sha256 } : null },
    });
    writeIndex(to);
    return sealed.manifest;
  });
}

/** The sealed ledger tables as final tables; derived columns are left to be computed again. */
async function loadLedgerTables(connection: DuckDBConnection, folder: string): Promise<void> {
  for (const table of SNAPSHOT_TABLES.filter((t) => t.origin === 'ledger')) {
    const path = join(folder, `${table.name}.parquet`);
    if (!existsSync(path)) continue;
    await connection.run(ddl(tableOf(table.name)));
    const stored = new Set((await connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet(${literal(path)})`)).getRows().map((r) => String(r[0])));
    const columns = ledgerColumns(table).map((c) => c.name).filter((c) => stored.has(c)).map(ident).join(', ');
    await connection.run(`INSERT INTO ${ident(table.name)} BY NAME SELECT ${columns} FROM read_parquet(${literal(path)})`);
  }
}
