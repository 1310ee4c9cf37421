import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../../src/query/sql.ts';
import type { RawSheet, SheetPlan } from './contract.ts';
import { SUSPECT, SUSPECT_ACCOUNT } from './personal-macros.ts';
import { reportNames, scanNames } from './personal-names.ts';
import { rawColumns, rawTable } from './raw-table.ts';
import { columnLetters, headersOf } from './sheet-headers.ts';
import { select } from './select.ts';

/** `big_number`: a number cell of 15–19 digits, which may be an identity or card number that has lost its last digits. */
export type PersonalKind = 'id18' | 'id15' | 'mobile' | 'bank_card' | 'big_number';
export const PERSONAL_NAMES: Readonly<Record<PersonalKind, string>> = {
  id18: '身份证号', id15: '15 位身份证号', mobile: '手机号', bank_card: '银行卡号', big_number: '15–19 位数字（按数值存储，可能是证件号或卡号）',
};

/** Personal numbers of one kind in one column of one sheet. The numbers themselves are nowhere in it. */
export interface PersonalFinding {
  readonly kind: PersonalKind;
  readonly src: number;
  readonly file: string;
  readonly sheet: string;
  /** Letter of the column as Excel shows it, and its number. */
  readonly column: string;
  readonly index: number;
  readonly header: string;
  /** Cells in all, the first of them, and the first twenty rows. */
  readonly count: number;
  readonly row: number;
  readonly rows: readonly number[];
}

/** A sheet as read, or as planned: the header is looked up in the plan where there is one. */
export type ScannedSheet = RawSheet & Partial<Pick<SheetPlan, 'columns' | 'unmapped'>>;

const ACCOUNT = /卡号|账号|帐号|账户|帐户|银行卡/;
const CODE = /许可|编号|编码|代码|文号|合同号|备案号/;
const PERSON = /身份|证件|本人|姓名/;

/** Characters of the shortest number looked for: most cells are shorter, and counting is a tenth of matching. */
const SHORTEST = 11;
const HITS = `CREATE OR REPLACE TABLE personal_hits (kind VARCHAR, src INTEGER, "row" INTEGER, "column" INTEGER, account BOOLEAN, code BOOLEAN)`;

/** Rows from which a sheet is looked at row by row before its cells are. */
const MANY = 50_000;

interface Scanned { readonly sheet: ScannedSheet; readonly headers: readonly string[] }
const accountsOf = (headers: readonly string[]): number[] => headers.flatMap((h, i) => (ACCOUNT.test(h) ? [i + 1] : []));

/** SELECT of every cell of a sheet as src, _row, number, cell; of many rows only those that may hold a number. */
function cellsSql({ sheet, headers }: Scanned): string {
  const columns = rawColumns(sheet.width);
  const cells = `SELECT ${sheet.src} AS src, _row, unnest(range(1, ${columns.length + 1}))::INTEGER AS number, unnest([${columns.join(', ')}]) AS cell FROM ${rawTable(sheet.src)}`;
  if (sheet.rows <= MANY) return cells;
  const row = `concat_ws(chr(31), ${columns.map((c) => `CASE WHEN length(${c}) >= ${SHORTEST} THEN ${c} END`).join(', ')})`;
  return `${cells} WHERE ${[`regexp_matches(${row}, ${literal(SUSPECT)})`, ...accountsOf(headers).map((n) => `coalesce(regexp_matches(c${n}, ${literal(SUSPECT_ACCOUNT)}), FALSE)`)].join(' OR ')}`;
}

/** Makes `personal_cells`: the suspect cells of all sheets, in one statement, since DuckDB compiles a regular expression for every place it stands in. */
async function findSuspects(connection: DuckDBConnection, scanned: readonly Scanned[]): Promise<{ src: number; number: number }[]> {
  const accounts = scanned.flatMap(({ sheet, headers }) => accountsOf(headers).map((n) => `(${sheet.src}, ${n})`));
  const suspect = `regexp_matches(cell, ${literal(SUSPECT)})`;
  const test = accounts.length > 0 ? `CASE WHEN (src, number) IN (${accounts.join(', ')}) THEN regexp_matches(cell, ${literal(SUSPECT_ACCOUNT)}) ELSE ${suspect} END` : suspect;
  await connection.run(`CREATE OR REPLACE TEMP TABLE personal_cells AS SELECT * FROM (${scanned.map(cellsSql).join(' UNION ALL ')}) WHERE CASE WHEN length(cell) >= ${SHORTEST} THEN ${test} ELSE FALSE END`);
  return await select(connection, 'SELECT DISTINCT src, number FROM personal_cells ORDER BY ALL');
}

async function judge(connection: DuckDBConnection, scanned: readonly Scanned[], today: string): Promise<void> {
  const suspects = scanned.length > 0 ? await findSuspects(connection, scanned) : [];
  for (const { src, number } of suspects) {
    const header = scanned.find((s) => s.sheet.src === src)?.headers[number - 1] ?? '';
    const [account, code] = [ACCOUNT.test(header), CODE.test(header) && !PERSON.test(header)];
    await connection.run(`INSERT INTO personal_hits SELECT kind, ${src}, _row, ${number}, ${account}, ${code}
      FROM (SELECT _row, unnest(personal_kinds(cell, ${account}, ${code}, DATE ${literal(today)})) AS kind FROM personal_cells WHERE src = ${src} AND number = ${number})`);
  }
  const big = scanned.flatMap(({ sheet }) => sheet.bigNumbers.map((b) => `('big_number', ${sheet.src}, ${b.row}, ${b.column}, FALSE, FALSE)`));
  for (let at = 0; at < big.length; at += 1000) await connection.run(`INSERT INTO personal_hits VALUES ${big.slice(at, at + 1000).join(', ')}`);
}

/**
 * Looks for identity, mobile and card numbers in every cell of every `raw_<src>`: titles, notes, unmapped and hidden columns and rows included.
 * Works before planning; `sheets` may be plans. A number in the name of a file or sheet becomes an issue at once. Fills `personal_hits` (kind, src, row, column) and returns its summary per sheet, column and
 * kind. `today`: ISO day up to which a birth date is real.
 */
export async function scanPersonal(connection: DuckDBConnection, sheets: readonly ScannedSheet[], today = new Date().toISOString().slice(0, 10)): Promise<PersonalFinding[]> {
  await connection.run(HITS);
  const scanned: Scanned[] = [];
  for (const sheet of sheets) if (sheet.rows > 0) scanned.push({ sheet, headers: await headersOf(connection, sheet) });
  await judge(connection, scanned, today);
  await reportNames(connection, await scanNames(connection, sheets, today), PERSONAL_NAMES);
  const found = await select<{ kind: PersonalKind; src: number; column: number; count: number; rows: string }>(connection, `
    SELECT kind, src, "column", count(*) AS count, array_to_string(list_sort(list("row"))[1:20], ',') AS rows FROM personal_hits GROUP BY ALL ORDER BY src, "column", kind`);
  const findings: PersonalFinding[] = [];
  for (const { kind, src, column, count, rows } of found) {
    const of = scanned.find((s) => s.sheet.src === src);
    if (!of) continue;
    const list = rows.split(',').map(Number);
    findings.push({ kind, src, file: of.sheet.file, sheet: of.sheet.sheet, column: columnLetters(column), index: column, header: of.headers[column - 1] ?? '', count, row: list[0] ?? 0, rows: list });
  }
  return findings;
}
