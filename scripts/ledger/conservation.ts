import type { DuckDBConnection } from '@duckdb/node-api';
import { ident, literal } from '../../src/query/sql.ts';
import { LedgerError } from './contract.ts';
import { columnsOf, exists, select } from './select.ts';
import { VISIBLE } from './text-macros.ts';

/** Where the rows of one source went. rows = staged + setAside; staged = typed + quarantined. */
export interface SourceCount {
  readonly src: number;
  readonly file: string;
  readonly sheet: string;
  readonly table: string;
  /** Rows below the header with anything in them. */
  readonly rows: number;
  /** Totals, notes and repeated headers. */
  readonly setAside: number;
  readonly staged: number;
  readonly typed: number;
  readonly quarantined: number;
  /** Of a sheet with one row per project and one column per item: its rows are the set-aside ones here, its cells are counted as rows of the items' own sources. */
  readonly unfolded?: Unfolded;
}

/** projects × items = cells that became rows + blank ones; each of those rows is typed or quarantined. */
export interface Unfolded {
  readonly projects: number;
  readonly items: number;
  readonly typed: number;
  readonly quarantined: number;
  readonly blank: number;
}

const counted = (kind: string, table: string): string => `SELECT '${kind}' AS kind, src, count(*) AS n FROM ${ident(table)} GROUP BY src`;

/** Cells looked at one by one for how they begin; of rows where that does not tell, all are. */
const LOOKED_AT = 4;

async function rowsIn(connection: DuckDBConnection, src: number, headerRow: number): Promise<number> {
  const columns = ((await columnsOf(connection, `raw_${src}`)) ?? []).filter((name) => !name.startsWith('_')).map(ident);
  // Most cells begin with a letter, a digit or a Chinese character. The sorting of rows into data and the rest is not asked.
  const begins = columns.slice(0, LOOKED_AT).map((c) => `WHEN ascii(${c}) BETWEEN 33 AND 126 OR ascii(${c}) BETWEEN ascii('一') AND ascii('龥') THEN TRUE`);
  const from = `FROM raw_${src} WHERE _row > ${headerRow}`;
  // The other columns of millions of rows are read only where these do not tell.
  const [quick] = await select<{ n: number; sure: number }>(connection, `SELECT count(*) AS n, count(*) FILTER (WHERE CASE ${begins.join(' ')} ELSE FALSE END) AS sure ${from}`);
  if (quick && quick.n === quick.sure) return quick.n;
  const shows = `CASE ${begins.join(' ')} ELSE regexp_matches(concat_ws('', ${columns.join(', ')}), ${literal(VISIBLE)}) END`;
  const [row] = await select<{ n: number }>(connection, `SELECT count(*) FILTER (WHERE ${shows}) AS n ${from}`);
  return row?.n ?? 0;
}

/**
 * Counts every row of every recognised source from the raw tables to the typed ones. Throws LedgerError where a row got lost or came twice:
 * that is a fault of this program, and nothing may be published. Call after typeTables.
 */
export async function conservation(connection: DuckDBConnection): Promise<SourceCount[]> {
  const sources = await select<{ src: number; file: string; sheet: string; table: string; headerRow: number }>(connection, `
    SELECT s.src, s.file, s.sheet, s.table_name AS "table", max(c.header_row) AS "headerRow" FROM sources s JOIN source_columns c ON s.src = c.src
    WHERE s.table_name IS NOT NULL GROUP BY ALL ORDER BY s.src`);
  const tables = [...new Set(sources.map((s) => s.table))];
  const parts = [...tables.flatMap((t) => ['staged', 'typed', 'quarantine'].map((kind) => counted(kind, `${kind}_${t}`))), counted('setAside', 'set_aside')];
  const found = await select<{ kind: string; src: number; n: number }>(connection, parts.join(' UNION ALL '));
  const bySource = new Map(found.map(({ kind, src, n }) => [`${kind} ${src}`, n]));
  const items = await select<{ wide: number; src: number; blank: number }>(connection, `SELECT wide, src, blank FROM ${(await exists(connection, 'unfolded')) ? 'unfolded' : '(SELECT 0 AS wide, 0 AS src, 0 AS blank WHERE FALSE)'}`);
  const counts: SourceCount[] = [];
  for (const { headerRow, ...source } of sources) {
    const of = (kind: string, src = source.src): number => bySource.get(`${kind} ${src}`) ?? 0;
    const own = items.filter((i) => i.wide === source.src);
    if (own.length > 0) {
      const setAside = of('setAside');
      const sum = (kind: string): number => own.reduce((n, i) => n + of(kind, i.src), 0);
      const unfolded = { projects: (await rowsIn(connection, source.src, headerRow)) - setAside, items: own.length, typed: sum('typed'), quarantined: sum('quarantine'), blank: own.reduce((n, i) => n + i.blank, 0) };
      if (unfolded.projects * unfolded.items !== sum('staged') + unfolded.blank) {
        throw new LedgerError(`读入时格数对不上，不能发布：${unfolded.projects} 个项目 × ${unfolded.items} 项 ≠ ${sum('staged')} 格有内容 + ${unfolded.blank} 格未填。这是程序的错误，请把台账和本消息发给维护人员（${source.file}${source.sheet === '' ? '' : `“${source.sheet}”`}）`, source.file, source.sheet);
      }
      counts.push({ ...source, rows: setAside, setAside, staged: 0, typed: 0, quarantined: 0, unfolded });
      continue;
    }
    const count = { ...source, rows: await rowsIn(connection, source.src, headerRow), setAside: of('setAside'), staged: of('staged'), typed: of('typed'), quarantined: of('quarantine') };
    if (count.rows !== count.staged + count.setAside || count.staged !== count.typed + count.quarantined) {
      throw new LedgerError(`读入时行数对不上，不能发布：有内容的 ${count.rows} 行 ≠ 数据 ${count.staged} 行 + 合计及说明 ${count.setAside} 行，或数据 ≠ 采用 ${count.typed} 行 + 隔离 ${count.quarantined} 行。这是程序的错误，请把台账和本消息发给维护人员（${source.file}${source.sheet === '' ? '' : `“${source.sheet}”`}）`, source.file, source.sheet);
    }
    counts.push(count);
  }
  return counts;
}
