import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../../src/query/sql.ts';
import type { RawSheet, SheetPlan } from './contract.ts';
import { SUSPECT, SUSPECT_ACCOUNT } from './personal-macros.ts';
import { reportNames, scanNames } from './personal-names.ts';
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

async function scanSheet(connection: DuckDBConnection, sheet: ScannedSheet, today: string): Promise<void> {
  const columns = Array.from({ length: Math.max(1, sheet.width) }, (_, i) => `c${i + 1}`);
  const headers = await headersOf(connection, sheet);
  const account = headers.map((h) => ACCOUNT.test(h));
  const accounts = columns.filter((_, i) => account[i]).map((c) => `coalesce(regexp_matches(${c}, ${literal(SUSPECT_ACCOUNT)}), FALSE)`);
  await connection.run(`CREATE OR REPLACE TEMP TABLE personal_rows AS SELECT _row, ${columns.join(', ')} FROM raw_${sheet.src}
    WHERE ${[`regexp_matches(concat_ws(chr(31), ${columns.map((c) => `CASE WHEN length(${c}) >= ${SHORTEST} THEN ${c} END`).join(', ')}), ${literal(SUSPECT)})`, ...accounts].join(' OR ')}`);
  // One test over (cell, column) pairs: DuckDB compiles a regular expression for every place it stands in.
  const accountNumbers = columns.flatMap((_, i) => (account[i] ? [i + 1] : []));
  const anyOf = accountNumbers.length > 0 ? ` OR (number IN (${accountNumbers.join(', ')}) AND regexp_matches(cell, ${literal(SUSPECT_ACCOUNT)}))` : '';
  const suspect = await select<{ number: number }>(connection, `SELECT DISTINCT number FROM (SELECT unnest([${columns.join(', ')}]) AS cell, unnest(range(1, ${columns.length + 1}))::INTEGER AS number FROM personal_rows)
    WHERE regexp_matches(cell, ${literal(SUSPECT)})${anyOf}`);
  const numbers = new Set(suspect.map((s) => s.number));
  for (const [i, c] of columns.entries()) {
    if (!numbers.has(i + 1)) continue;
    const code = CODE.test(headers[i] ?? '') && !PERSON.test(headers[i] ?? '');
    await connection.run(`INSERT INTO personal_hits SELECT kind, ${sheet.src}, _row, ${i + 1}, ${account[i] ?? false}, ${code}
      FROM (SELECT _row, unnest(personal_kinds(${c}, ${account[i] ?? false}, ${code}, DATE ${literal(today)})) AS kind FROM personal_rows
        WHERE regexp_matches(${c}, ${literal(account[i] ? SUSPECT_ACCOUNT : SUSPECT)}))`);
  }
  await connection.run('DROP TABLE personal_rows');
  for (let at = 0; at < sheet.bigNumbers.length; at += 1000) {
    const cells = sheet.bigNumbers.slice(at, at + 1000).map((b) => `('big_number', ${sheet.src}, ${b.row}, ${b.column}, FALSE, FALSE)`);
    await connection.run(`INSERT INTO personal_hits VALUES ${cells.join(', ')}`);
  }
}

/**
 * Looks for identity, mobile and card numbers in every cell of every `raw_<src>`: titles, notes, unmapped and hidden columns and rows included.
 * Works before planning; `sheets` may be plans. A number in the name of a file or sheet becomes an issue at once. Fills `personal_hits` (kind, src, row, column) and returns its summary per sheet, column and
 * kind. `today`: ISO day up to which a birth date is real.
 */
export async function scanPersonal(connection: DuckDBConnection, sheets: readonly ScannedSheet[], today = new Date().toISOString().slice(0, 10)): Promise<PersonalFinding[]> {
  await connection.run(HITS);
  for (const sheet of sheets) if (sheet.rows > 0) await scanSheet(connection, sheet, today);
  await reportNames(connection, await scanNames(connection, sheets, today), PERSONAL_NAMES);
  const found = await select<{ kind: PersonalKind; src: number; column: number; count: number; rows: string }>(connection, `
    SELECT kind, src, "column", count(*) AS count, array_to_string(list_sort(list("row"))[1:20], ',') AS rows FROM personal_hits GROUP BY ALL ORDER BY src, "column", kind`);
  const headers = new Map<number, string[]>();
  const findings: PersonalFinding[] = [];
  for (const { kind, src, column, count, rows } of found) {
    const sheet = sheets.find((s) => s.src === src);
    if (!sheet) continue;
    if (!headers.has(src)) headers.set(src, await headersOf(connection, sheet));
    const list = rows.split(',').map(Number);
    findings.push({ kind, src, file: sheet.file, sheet: sheet.sheet, column: columnLetters(column), index: column, header: headers.get(src)?.[column - 1] ?? '', count, row: list[0] ?? 0, rows: list });
  }
  return findings;
}
