import type { DuckDBConnection } from '@duckdb/node-api';
import type { Manifest } from '../../src/model/manifest.ts';
import { ISSUES_DDL, type SheetPlan, SOURCES_DDL } from '../ledger/contract.ts';
import { createMacros } from '../ledger/macros.ts';
import { planSheets } from '../ledger/plan.ts';
import { readSources } from '../ledger/read.ts';
import { conservation, type SourceCount, type Unfolded } from '../ledger/conservation.ts';
import { maskPersonal, reportPersonal } from '../ledger/mask.ts';
import { scanPersonal } from '../ledger/personal.ts';
import { stageTables } from '../ledger/stage.ts';
import { typeTables } from '../ledger/type.ts';
import { mergeRepeats, unfoldWide } from '../ledger/unfold.ts';
import type { Progress } from '../progress.ts';
import { makeFinalTables } from './final-tables.ts';
import type { KnownUnits } from '../ledger/units-in-ledger.ts';
import { PublishError } from './publish-error.ts';

/** What was read of a ledger. */
export interface Imported {
  readonly sources: Manifest['sources'];
  readonly plans: readonly SheetPlan[];
  /** Ledger tables that were found. */
  readonly tables: ReadonlySet<string>;
  /** Personal numbers that were masked. They block publication unless --mask was given. */
  readonly masked: number;
  readonly rowsIn: number;
  readonly rowsOut: number;
  readonly rowsQuarantined: number;
  /** Totals, notes and repeated headers. */
  readonly rowsSetAside: number;
  /** By source: sheets with one row per project and one column per item. */
  readonly unfolded: ReadonlyMap<number, Unfolded>;
}

/**
 * Ledger files → final tables (still without derived columns), issues and quarantine. Personal numbers are masked in the raw tables before anything
 * else sees them, so no output can hold one. Throws LedgerError for an unreadable file and PublishError when no sheet of projects was found.
 */
export async function importLedger(connection: DuckDBConnection, from: string, options: { asOf: string; mask: boolean; known: KnownUnits; progress: Progress }): Promise<Imported> {
  await connection.run(ISSUES_DDL);
  await connection.run(SOURCES_DDL);
  await createMacros(connection);
  const sheets = await readSources(connection, from);
  const rowsRead = sheets.reduce((n, s) => n + s.rows, 0);
  options.progress.stage('扫描个人信息', rowsRead);
  const findings = await scanPersonal(connection, sheets, options.asOf);
  const masked = await maskPersonal(connection, sheets, findings, options.asOf);
  const plans = await planSheets(connection, sheets);
  options.progress.stage('转换并核对', rowsRead);
  const unfolded = await unfoldWide(connection, plans);
  await stageTables(connection, unfolded);
  if (!options.mask) await reportPersonal(connection, findings);
  if (!plans.some((p) => p.table === 'projects')) throw new PublishError(noProjects(plans));
  await typeTables(connection, unfolded, { asOf: options.asOf, known: options.known });
  await mergeRepeats(connection);
  const counts = await conservation(connection);
  const total = (of: (c: SourceCount) => number) => counts.reduce((n, c) => n + of(c), 0);
  if (counts.every((c) => c.table !== 'projects' || c.rows === c.setAside)) throw new PublishError(noRows(plans));
  const tables = await makeFinalTables(connection);
  const sources = plans.map((p) => ({ name: p.file, sha256: p.sha256, sheet: p.sheet, table: p.table, rows: p.rows }));
  return { sources, plans, tables, masked, rowsIn: total((c) => c.rows), rowsOut: total((c) => c.typed), rowsQuarantined: total((c) => c.quarantined), rowsSetAside: total((c) => c.setAside), unfolded: new Map(counts.flatMap((c) => (c.unfolded ? [[c.src, c.unfolded] as const] : []))) };
}

const noRows = (plans: readonly SheetPlan[]): string =>
  `项目表里没有一行项目，不能发布：${plans.filter((p) => p.table === 'projects').map((p) => `${p.file}${p.sheet ? `·${p.sheet}` : ''}`).join('、')}。请填好后再发布`;
const noProjects = (plans: readonly SheetPlan[]): string =>
  `台账里没有找到项目表，不能发布。最少要有一张含“项目名称”等列的项目表；可用 npm run template 生成模板对照。${plans.map((p) => `${p.file}${p.sheet ? `·${p.sheet}` : ''}：${p.table ?? p.why}`).join('；')}`;
