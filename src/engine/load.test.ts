import { describe, expect, it } from 'vitest';
import type { SnapshotFile } from '../model/manifest.ts';
import { SchemaError } from './errors.ts';
import { assertColumns } from './load.ts';

const file: SnapshotFile = {
  path: 'cube.parquet',
  table: 'cube',
  bytes: 1,
  sha256: '0'.repeat(64),
  rows: 1,
  columns: [
    { name: 'as_of', type: 'DATE' },
    { name: 'n', type: 'BIGINT' },
  ],
};
const described = (...columns: [string, string][]) => columns.map(([column_name, column_type]) => ({ column_name, column_type }));

describe('assertColumns', () => {
  it('accepts exactly the columns of the manifest', () => {
    expect(() => assertColumns(file, described(['as_of', 'DATE'], ['n', 'BIGINT']))).not.toThrow();
  });

  it.each([
    ['missing', described(['as_of', 'DATE']), 'n', '文件里没有'],
    ['of another type', described(['as_of', 'DATE'], ['n', 'DOUBLE']), 'n', '应为 BIGINT，实为 DOUBLE'],
    ['in another place', described(['n', 'BIGINT'], ['as_of', 'DATE']), 'as_of', '这个位置上是 n'],
    ['too many', described(['as_of', 'DATE'], ['n', 'BIGINT'], ['note', 'VARCHAR']), 'note', '清单里没有'],
  ])('names the column that is %s', (_, rows, column, reason) => {
    const attempt = () => assertColumns(file, rows);
    expect(attempt).toThrow(SchemaError);
    expect(attempt).toThrow(`cube.parquet 的列 ${column}`);
    expect(attempt).toThrow(reason);
  });
});
