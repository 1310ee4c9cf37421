import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { tableOf } from '../../src/model/tables.ts';
import { literal } from '../../src/query/sql.ts';
import { STORED_TABLES, writeTable } from './parquet.ts';
import { openMemory, select } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const CASES = STORED_TABLES.find((t) => t.name === 'cases')!;

/** Writes three cases whose industry is kept as `type`; returns the file's rows, the column's Parquet type and its bytes. */
async function write(type: string) {
  const connection = await openMemory();
  const columns = tableOf('cases').columns.map((c) => (c.name === 'industry' ? `industry ${type}` : `${c.name} ${c.type}`));
  await connection.run(`CREATE TABLE cases (${columns.join(', ')})`);
  for (const [id, industry] of [['C', '制造业'], ['A', '建筑业'], ['B', null]]) await connection.run(`INSERT INTO cases (case_id, industry) VALUES (${literal(id ?? null)}, ${literal(industry ?? null)})`);
  const file = await writeTable(connection, CASES, folder);
  const path = join(folder, file.path);
  return {
    file, bytes: readFileSync(path), rows: await select(connection, `SELECT case_id AS id, industry FROM read_parquet(${literal(path)})`),
    types: await select(connection, `SELECT column_name, column_type FROM (DESCRIBE FROM read_parquet(${literal(path)}))`), stored: await select(connection, `SELECT type, converted_type AS text FROM parquet_schema(${literal(path)}) WHERE name = 'industry'`),
  };
}

describe('a column kept as numbers of words', () => {
  it('is the same text in the file, sorted by the key', async () => {
    const [text, words] = [await write('VARCHAR'), await write(`ENUM('制造业', '建筑业')`)];
    expect(words.rows).toEqual([{ id: 'A', industry: '建筑业' }, { id: 'B', industry: null }, { id: 'C', industry: '制造业' }]);
    expect([words.rows, words.types, words.stored, words.file.columns]).toEqual([text.rows, text.types, text.stored, text.file.columns]);
    expect(words.stored).toEqual([{ type: 'BYTE_ARRAY', text: 'UTF8' }]);
    expect((await write(`ENUM('制造业', '建筑业')`)).bytes.equals(words.bytes)).toBe(true);
  });
  it('brings no word that only a quarantined row had', async () => {
    expect((await write(`ENUM('制造业', '建筑业')`)).bytes.includes('建筑业')).toBe(true);
    const { rows, bytes } = await write(`ENUM('不该发布', '制造业', '建筑业')`);
    expect(rows).toHaveLength(3);
    expect(bytes.includes('不该发布')).toBe(false);
  });
});
