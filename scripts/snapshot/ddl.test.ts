import { expect, it } from 'vitest';
import { SNAPSHOT_TABLES, tableOf } from '../../src/model/tables.ts';
import { createTable, ddl } from './ddl.ts';
import { openMemory, select } from './testing.ts';

it('creates every table of the catalogue with its names, types and required columns', async () => {
  const connection = await openMemory();
  for (const table of SNAPSHOT_TABLES) {
    await connection.run(ddl(table));
    const columns = await select(connection, `SELECT column_name, column_type, "null" FROM (DESCRIBE "${table.name}")`);
    expect(columns, table.name).toEqual(table.columns.map((c) => ({ column_name: c.name, column_type: c.type, null: c.required ? 'NO' : 'YES' })));
  }
});

it('replaces a table and refuses a name that is not in the catalogue', () => {
  expect(createTable('places')).toMatch(/^CREATE OR REPLACE TABLE "places" \("place_code" VARCHAR NOT NULL/);
  expect(ddl(tableOf('warnings'))).toContain('"text" VARCHAR NOT NULL');
  expect(() => createTable('secrets')).toThrow('目录中没有表 secrets');
});
