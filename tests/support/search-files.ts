import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { withDatabase } from '../../scripts/snapshot/database.ts';
import { literal } from '../../src/query/sql.ts';

/** Digits of a text one after the other, full width too: 138-1234 5678 reads 13812345678. */
const digits = (text: string): string => text.normalize('NFKC').replace(/(?<=[0-9])[\s\-–—]+(?=[0-9])/g, '');
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Every cell of a Parquet file, and its column names and other metadata. */
async function parquetText(path: string): Promise<string> {
  return withDatabase(async (c) => {
    const rows = await c.runAndReadAll(`SELECT * FROM read_parquet(${literal(path)})`);
    return [...rows.columnNames(), ...rows.getRowsJson().flat().map(String)].join('\n');
  });
}

/** Everything readable in a file: its bytes as text, the parts of a workbook, the decoded cells of a table. */
async function textOf(path: string): Promise<string> {
  const bytes = readFileSync(path);
  if (path.endsWith('.xlsx')) return Object.entries(unzipSync(bytes)).map(([name, part]) => `${name}\n${decode(part)}`).join('\n');
  return `${decode(bytes)}\n${path.endsWith('.parquet') ? await parquetText(path) : ''}`;
}

/** Files below a folder (names included) that hold one of the numbers, however its digits are spaced; `<file>: <number>` each. Also says how many files were read. */
export async function searchFiles(folder: string, numbers: readonly string[]): Promise<{ files: number; found: string[] }> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
  const found: string[] = [];
  for (const path of names) {
    const text = digits(`${path}\n${await textOf(path)}`);
    for (const n of numbers) if (text.toUpperCase().includes(digits(n).toUpperCase())) found.push(`${path.slice(folder.length + 1)}: ${n}`);
  }
  return { files: names.length, found };
}
