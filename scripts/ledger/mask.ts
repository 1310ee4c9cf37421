import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../../src/query/sql.ts';
import { PERSONAL_NAMES, type PersonalFinding, type ScannedSheet } from './personal.ts';
import { makeWritable } from './raw-table.ts';
import { select } from './select.ts';
import { columnLetters } from './sheet-headers.ts';

/**
 * Masks what `scanPersonal` found in `raw_<src>`, in place: of each number the first three and last two characters stay; a number cell of 15–19 digits
 * goes whole. Call it with the findings of the scan before, on the same connection. Returns how many cells were masked.
 */
export async function maskPersonal(
  connection: DuckDBConnection,
  sheets: readonly ScannedSheet[],
  findings: readonly PersonalFinding[],
  today = new Date().toISOString().slice(0, 10),
): Promise<number> {
  const present = new Set(sheets.map((s) => s.src));
  const columns = new Map(findings.filter((f) => present.has(f.src)).map((f) => [`${f.src} ${f.index}`, f]));
  for (const { src, index } of columns.values()) {
    await makeWritable(connection, src);
    const here = `FROM personal_hits h WHERE h.src = ${src} AND h."column" = ${index} AND h."row" = raw_${src}._row`;
    await connection.run(`UPDATE raw_${src} SET c${index} = mask_personal(c${index}, h.account, h.code, DATE ${literal(today)})
      FROM (SELECT DISTINCT src, "row", "column", account, code FROM personal_hits WHERE kind <> 'big_number') h WHERE h.src = ${src} AND h."column" = ${index} AND h."row" = raw_${src}._row`);
    await connection.run(`UPDATE raw_${src} SET c${index} = '****' WHERE EXISTS (SELECT 1 ${here} AND h.kind = 'big_number')`);
  }
  const [cells] = await select<{ n: number }>(connection, 'SELECT count(DISTINCT (src, "row", "column")) AS n FROM personal_hits');
  return cells?.n ?? 0;
}

/** Adds an issue `personal_data` for every cell found, without its value. Call after staging, which names the tables and columns. */
export async function reportPersonal(connection: DuckDBConnection, findings: readonly PersonalFinding[]): Promise<void> {
  for (const { kind, src, index, header } of findings) {
    const where = `${columnLetters(index)} 列${header === '' ? '' : `“${header}”`}有${PERSONAL_NAMES[kind]}`;
    await connection.run(`INSERT INTO issues SELECT 'personal_data', h.src, h."row", s.table_name, coalesce(c.column_name, 'c${index}'), NULL, ${literal(where)}
      FROM personal_hits h LEFT JOIN sources s ON h.src = s.src LEFT JOIN source_columns c ON c.src = h.src AND c.raw = 'c${index}'
      WHERE h.src = ${src} AND h."column" = ${index} AND h.kind = ${literal(kind)} ORDER BY h."row"`);
  }
}
