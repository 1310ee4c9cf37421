import type { DuckDBConnection } from '@duckdb/node-api';
export async function issuesForReport(connection: DuckDBConnection) {
  return (await connection.runAndReadAll(`SELECT i.check_id AS "check", '' AS severity, s.file, s.sheet, i."row"::INTEGER AS "row", i.column_name AS "column", i.value, i.reason, '' AS mend FROM issues i LEFT JOIN sources s USING (src)`)).getRowObjectsJson() as { check: string; severity: string; file: string; sheet: string; row: number | null; column: string; value: string; reason: string; mend: string }[];
}
