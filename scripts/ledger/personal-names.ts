import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../../src/query/sql.ts';
import { ISSUES_DDL, type RawSheet } from './contract.ts';
import { select } from './select.ts';

/** A personal number in the name of a file or sheet. */
export interface NameFinding {
  readonly src: number;
  readonly what: '文件名' | '工作表名';
  readonly kind: string;
}

/** Looks for personal numbers in the names of files and sheets: a snapshot's manifest lists them. */
export async function scanNames(connection: DuckDBConnection, sheets: readonly RawSheet[], today: string): Promise<NameFinding[]> {
  const names = sheets.flatMap((s, i) => [
    ...(sheets.findIndex((other) => other.file === s.file) === i ? [[s.src, '文件名', s.file] as const] : []), ...(s.sheet === '' ? [] : [[s.src, '工作表名', s.sheet] as const]),
  ]);
  if (names.length === 0) return [];
  return await select<NameFinding>(connection, `SELECT src, what, unnest(personal_kinds(name, FALSE, FALSE, DATE ${literal(today)})) AS kind
    FROM (VALUES ${names.map((n) => `(${n.map(literal).join(', ')})`).join(', ')}) v(src, what, name) ORDER BY src, what, kind`);
}

/** Adds an issue for each: unlike a cell, a name is not masked, so it blocks whatever was asked for. */
export async function reportNames(connection: DuckDBConnection, found: readonly NameFinding[], kindNames: Readonly<Record<string, string>>): Promise<void> {
  await connection.run(ISSUES_DDL);
  for (const { src, what, kind } of found) {
    await connection.run(`INSERT INTO issues VALUES ('personal_data', ${src}, NULL, NULL, NULL, NULL, ${literal(`${what}里有${kindNames[kind] ?? kind}，请改名（--mask 不改名称）`)})`);
  }
}
