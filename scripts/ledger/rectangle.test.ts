import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openLedger } from './by-hand.ts';
import { makeWritable } from './raw-table.ts';
import { readRectangle } from './rectangle.ts';
import { select } from './select.ts';

const folder = mkdtempSync(join(tmpdir(), 'rectangle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LINES = ['线索编号,属地,备注', ...Array.from({ length: 5000 }, (_, i) => `C${i},${i % 3 === 0 ? '' : '太平镇'},"第${i}行，""引号"""`)];
const rowsOf = (raw: string) => `SELECT _row, _hidden, c1, c2, c3 FROM ${raw} ORDER BY _row`;

it('keeps a big file as Parquet with the rows a table would have', async () => {
  const connection = await openLedger();
  await connection.run(`SET temp_directory = '${join(folder, 'spill')}'`);
  const path = join(folder, 'a.csv');
  writeFileSync(path, `${LINES.join('\n')}\n`);
  const dialect = { delimiter: ',', width: 3 };
  expect(await readRectangle(connection, 1, path, dialect, Promise.resolve(LINES.length))).toBe(true);
  expect(await readRectangle(connection, 2, path, dialect, Promise.resolve(LINES.length), 1)).toBe(true);
  const table = await select(connection, rowsOf('raw_1'));
  expect(await select(connection, rowsOf('raw_2'))).toEqual(table);
  await expect(connection.run(`UPDATE raw_2 SET c2 = '山前镇' WHERE _row = 2`)).rejects.toThrow();
  await makeWritable(connection, 2);
  await makeWritable(connection, 2);
  expect(await select(connection, rowsOf('raw_2'))).toEqual(table);
  await connection.run(`UPDATE raw_2 SET c2 = '山前镇' WHERE _row = 2`);
  expect(await select(connection, 'SELECT c2 FROM raw_2 WHERE _row = 2')).toEqual([{ c2: '山前镇' }]);
});

it.each([['fewer lines than the file has', 'a,b\n1,2\n\n3,4\n', 4], ['ragged rows', 'a,b\n1,2,3\n', 2]])('refuses %s either way', async (_, text, lines) => {
  const connection = await openLedger();
  await connection.run(`SET temp_directory = '${join(folder, 'spill')}'`);
  const path = join(folder, 'b.csv');
  writeFileSync(path, text);
  for (const big of [undefined, 1]) expect(await readRectangle(connection, 1, path, { delimiter: ',', width: 2 }, Promise.resolve(lines), big)).toBe(false);
});
