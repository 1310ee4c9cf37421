import { readFileSync, writeFileSync } from 'node:fs';
import { readXlsx } from 'hucre';
import type { Column } from '../../src/model/column.ts';
import { ledgerColumns, LEDGER_TABLES } from '../../src/model/tables.ts';
import { workbookBytes } from '../../scripts/workbook-file.ts';
import type { Cell } from './ledgers.ts';

/** What a careful clerk writes into one column; the same reference in every sheet names the one project, clue, place or department. */
function cellOf(table: string, c: Column, fixed: Readonly<Record<string, Cell>>): Cell {
  if (c.name in fixed) return fixed[c.name]!;
  if (c.references === 'places' || c.name === 'place_code') return '990101001';
  if (c.references === 'departments' || c.name === 'dept_code') return 'D01';
  if (c.references === 'projects' || c.name === 'project_id') return 'GC-001';
  if (c.references === 'cases' || c.name === 'case_id') return 'XS-001';
  if (c.references === 'units') return '990101001';
  if (c.values) return Object.keys(c.values)[0]!;
  if (c.type === 'DATE') return '2026-10-01';
  if (c.type === 'BOOLEAN') return '是';
  if (c.type === 'VARCHAR') return `${table}·${c.title}`;
  return c.type === 'DOUBLE' ? null : 1;
}

/** Fills the template written by `npm run template` with one row per table and saves it; returns the tables that got a row. */
export async function fillTemplate(path: string, fixed: Readonly<Record<string, Readonly<Record<string, Cell>>>> = {}): Promise<string[]> {
  const { sheets } = await readXlsx(readFileSync(path));
  const filled = LEDGER_TABLES.filter((t) => sheets.some((s) => s.name === t.title));
  const rowOf = (title: string): Cell[][] => {
    const table = filled.find((t) => t.title === title);
    return table ? [ledgerColumns(table).map((c) => cellOf(table.name, c, fixed[table.name] ?? {}))] : [];
  };
  writeFileSync(path, await workbookBytes(sheets.map((s) => ({ name: s.name, rows: [...(s.rows as Cell[][]), ...rowOf(s.name)] })), '填好的模板'));
  return filled.map((t) => t.name);
}
