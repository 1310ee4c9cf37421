import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { literal } from '../../src/query/sql.ts';
import type { RawSheet, SheetPlan } from './contract.ts';
import { createMacros } from './macros.ts';

/** For tests: a connection with every macro, and nothing of the outside world. */
export async function openLedger(): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  await createMacros(connection);
  return connection;
}

type Rows = readonly (readonly (string | null)[])[];
export interface ByHand extends Partial<Omit<SheetPlan, 'columns' | 'rows' | 'src'>> {
  /** Header row and what follows; rows above it come first when `headerRow` says so. */
  readonly rows: Rows;
  /** Catalogue columns of c1, c2 … in order; null: not mapped. `amount*10000` states a factor. */
  readonly as: readonly (string | null)[];
  readonly src?: number;
}

/** For tests: makes `raw_<src>` from rows and the plan a planner would make. The header is the row at `headerRow` (1 unless told). */
export async function sheetByHand(connection: DuckDBConnection, sheet: ByHand): Promise<SheetPlan> {
  const { rows, as, src = 1, headerRow = 1 } = sheet;
  const width = Math.max(as.length, ...rows.map((r) => r.length));
  const columns = Array.from({ length: width }, (_, i) => `c${i + 1}`);
  await connection.run(`CREATE OR REPLACE TABLE raw_${src} (_row INTEGER, _hidden BOOLEAN, ${columns.map((c) => `${c} VARCHAR`).join(', ')})`);
  for (const [i, row] of rows.entries()) {
    await connection.run(`INSERT INTO raw_${src} VALUES (${i + 1}, FALSE, ${columns.map((_, c) => literal(row[c] ?? null)).join(', ')})`);
  }
  const header = (c: number): string => rows[headerRow - 1]?.[c] ?? '';
  const raw: RawSheet = { src, file: `第${src}份.xlsx`, sha256: 'ab', sheet: 'Sheet1', width, rows: rows.length, bigNumbers: [], remarks: [] };
  return {
    ...raw, table: 'projects', why: '', headerRow,
    columns: as.flatMap((name, c) => {
      if (name === null) return [];
      const [column = '', factor = '1'] = name.split('*');
      return [{ column, raw: `c${c + 1}`, header: header(c), factor: Number(factor) }];
    }),
    unmapped: as.flatMap((name, c) => (name === null && header(c) !== '' && header(c) !== '序号' ? [{ raw: `c${c + 1}`, header: header(c), cells: rows.length - headerRow }] : [])),
    ...Object.fromEntries(Object.entries(sheet).filter(([k]) => !['rows', 'as', 'src'].includes(k))),
  };
}
