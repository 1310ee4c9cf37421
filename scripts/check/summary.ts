import type { DuckDBConnection } from '@duckdb/node-api';
import { TABLES, tableOf } from '../../src/model/tables.ts';
import { literal } from '../../src/query/sql.ts';
import { createTable } from '../snapshot/ddl.ts';
import type { Check, Severity } from './check.ts';
import { CHECKS } from './registry.ts';

/** Row numbers named per check and sheet. */
const ROWS_NAMED = 50;

export interface CheckCount {
  readonly id: string;
  readonly name: string;
  readonly severity: Severity;
  readonly count: number;
  readonly accepted: boolean;
}

export interface CheckSummary {
  /** Every check in the order of the registry, those without findings included. */
  readonly all: readonly CheckCount[];
  /** 阻断 checks with findings that were not accepted: the publication must stop. */
  readonly blocking: readonly CheckCount[];
  /** 阻断 checks let through, for the manifest. */
  readonly accepted: readonly CheckCount[];
  readonly notices: readonly CheckCount[];
}

const titleOf = (table: unknown, column: unknown): string | null => {
  if (typeof table !== 'string' || typeof column !== 'string' || !Object.hasOwn(TABLES, table)) return null;
  const found = tableOf(table).columns.find((c) => c.name === column);
  return found ? `${tableOf(table).title}·${found.title}` : null;
};

/** Published detail: the catalogue's titles of the columns, or the reasons of a report's totals, and how to mend. Never a cell value. */
async function detailOf(connection: DuckDBConnection, check: Check, where: string): Promise<string> {
  if (check.reasonsPublished) {
    const reasons = await connection.runAndReadAll(`SELECT reason FROM issues WHERE ${where} GROUP BY reason ORDER BY min("row"), reason LIMIT 20`);
    return `${reasons.getRows().map(([r]) => String(r)).join('。')}。${check.mend}`;
  }
  const columns = await connection.runAndReadAll(`SELECT DISTINCT table_name, column_name FROM issues WHERE ${where} ORDER BY ALL`);
  const titles = columns.getRows().flatMap(([table, column]) => titleOf(table, column) ?? []);
  return `${titles.length > 0 ? `${titles.join('、')}。` : ''}${check.mend}`;
}

/** Fills table `checks` from `issues` and says what blocks. `missing`: what a check needs and was not imported. */
export async function summarise(connection: DuckDBConnection, options: { accepted: ReadonlySet<string>; missing: ReadonlyMap<string, readonly string[]> }): Promise<CheckSummary> {
  await connection.run(createTable('checks'));
  const counts: CheckCount[] = [];
  const lines: (string | number | boolean | null)[][] = [];
  // By sheet, not by source: of a sheet with one column per item every column is a source.
  const places = (await connection.runAndReadAll(`SELECT i.check_id, string_agg(DISTINCT i.src::VARCHAR, ', ' ORDER BY i.src::VARCHAR), s.file, s.sheet, count(*) FROM issues i LEFT JOIN sources s ON s.src = i.src
    GROUP BY i.check_id, s.file, s.sheet, CASE WHEN s.file IS NULL THEN i.src END ORDER BY i.check_id, min(i.src) NULLS LAST`)).getRows();
  for (const check of CHECKS) {
    const here = places.filter(([id]) => id === check.id);
    const total = here.reduce((sum, [, , , , n]) => sum + Number(n), 0);
    const accepted = check.severity === '阻断' && total > 0 && options.accepted.has(check.id);
    counts.push({ id: check.id, name: check.name, severity: check.severity, count: total, accepted });
    const absent = options.missing.get(check.id) ?? [];
    if (total === 0) lines.push([check.id, check.name, check.severity, 0, null, null, null, absent.length > 0 ? `未检：${absent.map(needTitle).join('、')}未导入` : null, false]);
    for (const [, sources, file, sheet, n] of here) {
      const where = `check_id = ${literal(check.id)} AND ${sources === null ? 'src IS NULL' : `src IN (${String(sources)})`}`;
      const rows = await connection.runAndReadAll(`SELECT DISTINCT "row" FROM issues WHERE ${where} AND "row" > 0 ORDER BY "row" LIMIT ${ROWS_NAMED}`);
      const named = rows.getRows().map(([row]) => String(row)).join(',');
      lines.push([check.id, check.name, check.severity, Number(n), file === null ? null : String(file), sheet === null ? null : String(sheet), named === '' ? null : named, await detailOf(connection, check, where), accepted]);
    }
  }
  await connection.run(`INSERT INTO checks VALUES ${lines.map((cells) => `(${cells.map(literal).join(', ')})`).join(', ')}`);
  const found = counts.filter((c) => c.count > 0);
  return {
    all: counts, blocking: found.filter((c) => c.severity === '阻断' && !c.accepted), accepted: found.filter((c) => c.accepted), notices: found.filter((c) => c.severity === '提示'),
  };
}

const needTitle = (table: string): string => (table === 'prev_projects' ? '上期快照' : table === 'located' ? '边界' : Object.hasOwn(TABLES, table) ? tableOf(table).title : table);
