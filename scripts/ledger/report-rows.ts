import type { DuckDBConnection } from '@duckdb/node-api';
import { LEDGER_TABLES, ledgerColumns } from '../../src/model/tables.ts';
import { checkOf } from '../check/registry.ts';
import { exists, select } from './select.ts';

/** One line of 问题清单.xlsx. */
export interface ReportRow {
  readonly check: string;
  readonly severity: string;
  readonly file: string;
  readonly sheet: string;
  readonly row: number | null;
  /** Header as the ledger writes it, else the catalogue's. */
  readonly column: string;
  readonly value: string;
  readonly reason: string;
  readonly mend: string;
}

/** Findings of one check that are listed; the number of the rest is said. */
export const LISTED = 5000;

const titleOf = (table: string | null, column: string | null): string => LEDGER_TABLES.filter((t) => t.name === table).flatMap((t) => ledgerColumns(t)).find((c) => c.name === column)?.title ?? '';

/** Text with as many digits as the shortest personal number: most cells have fewer, and masking is slow. */
const digits = (text: string): string => `regexp_matches(${text}, '[0-9０-９].*(?:[0-9０-９].*){9}')`;
const masked = (text: string): string => `CASE WHEN ${digits(text)} THEN mask_personal(${text}, TRUE, FALSE, DATE '9999-12-31') ELSE ${text} END`;

/**
 * How texts are shown: SQL that masks the personal numbers of one, where `text` over `from` holds any long enough. Binding the masking takes longer than
 * reading the findings, so it is looked at first whether any needs it.
 */
export async function masking(connection: DuckDBConnection, text: string, from: string): Promise<(text: string) => string> {
  const [{ needed } = { needed: true }] = await select<{ needed: boolean }>(connection, `SELECT coalesce(bool_or(${digits(text)}), FALSE) AS needed FROM ${from}`);
  return needed ? masked : (plain) => plain;
}

/**
 * Every finding with where it stands and how to mend it, blocking ones first, then by check, source and row; at most `perCheck` of one check and the
 * number of the rest. Personal numbers in values and reasons are masked.
 */
export async function issuesForReport(connection: DuckDBConnection, perCheck = LISTED): Promise<ReportRow[]> {
  const header = (await exists(connection, 'source_columns')) ? 'source_columns' : '(SELECT 0 AS src, NULL AS column_name, NULL AS header WHERE FALSE)';
  const shown = await masking(connection, "concat_ws(chr(31), s.file, s.sheet, i.value, i.reason)", 'issues i LEFT JOIN sources s ON i.src = s.src');
  const rows = await select<Omit<ReportRow, 'severity' | 'mend'> & { table: string | null; name: string | null }>(connection, `
    WITH numbered AS (SELECT *, row_number() OVER (PARTITION BY check_id ORDER BY src, "row", column_name) AS n FROM issues)
    SELECT i.check_id AS "check", coalesce(${shown('s.file')}, '') AS file, coalesce(${shown('s.sheet')}, '') AS sheet, i."row"::INTEGER AS "row",
      coalesce(any_value(c.header), '') AS "column", coalesce(${shown('i.value')}, '') AS value, coalesce(${shown('i.reason')}, '') AS reason,
      i.table_name AS "table", i.column_name AS name
    FROM numbered i LEFT JOIN sources s ON i.src = s.src LEFT JOIN ${header} c ON c.src = i.src AND c.column_name = i.column_name AND c.table_name IS NOT DISTINCT FROM i.table_name
    WHERE i.n <= ${perCheck} GROUP BY ALL ORDER BY 1, 2, 3, 4, 5`);
  const rest = await select<{ check: string; more: number }>(connection, `SELECT check_id AS "check", count(*) - ${perCheck} AS more FROM issues GROUP BY ALL HAVING count(*) > ${perCheck} ORDER BY 1`);
  const unlisted = rest.map(({ check, more }) => ({ check, file: '', sheet: '', row: null, column: '', value: '', reason: `另有 ${more} 处未列出` }));
  const listed = rows.map(({ table, name, ...row }) => ({ ...row, column: row.column === '' ? titleOf(table, name) : row.column }));
  const named = [...listed, ...unlisted].map((r) => {
    const { name, severity, mend } = checkOf(r.check);
    return { ...r, check: name, severity, mend };
  });
  return named.sort((a, b) => Number(b.severity === '阻断') - Number(a.severity === '阻断'));
}
