import { describe, expect, it } from 'vitest';
import type { SnapshotFile } from '../model/manifest.ts';
import { alterations, assertColumns } from './columns.ts';
import { SchemaError } from './errors.ts';

const columns = [{ name: 'as_of', type: 'DATE' }, { name: 'n', type: 'BIGINT' }];
const file: SnapshotFile = { path: 'cube.parquet', table: 'cube', bytes: 1, sha256: '0'.repeat(64), rows: 1, columns };
const described = (...found: [string, string][]) => found.map(([column_name, column_type]) => ({ column_name, column_type }));
const whole = described(['as_of', 'DATE'], ['n', 'BIGINT']);

describe('assertColumns', () => {
  it.each([[columns], [[...columns, { name: 'newer', type: 'BIGINT' }]], [[{ name: 'n', type: 'BIGINT' }]]])('accepts the columns of the manifest under the catalogue %j', (catalogue) => {
    expect(() => assertColumns(file, whole, catalogue)).not.toThrow();
  });

  it.each([
    ['missing', described(['as_of', 'DATE']), columns, 'absent', {}],
    ['of another type', described(['as_of', 'DATE'], ['n', 'DOUBLE']), columns, 'type', { expected: 'BIGINT', found: 'DOUBLE' }],
    ['of another type than the catalogue', whole, [{ name: 'n', type: 'VARCHAR' }], 'type', { expected: 'VARCHAR', found: 'BIGINT' }],
    ['in another place', described(['as_of', 'DATE'], ['m', 'DATE'], ['n', 'BIGINT']), columns, 'misplaced', { found: 'm' }],
  ])('names the column that is %s', (_, rows, catalogue, code, params) => {
    const attempt = () => assertColumns(file, rows, catalogue);
    expect(attempt).toThrow(SchemaError);
    expect(attempt).toThrow(expect.objectContaining({ file: 'cube.parquet', column: 'n', code, params: { file: 'cube.parquet', column: 'n', ...params } }));
  });

  it('names a column too many', () => {
    expect(() => assertColumns(file, [...whole, ...described(['note', 'VARCHAR'])], columns)).toThrow(expect.objectContaining({ column: 'note', code: 'extra' }));
  });
});

it('a column that the catalogue has gained since stands as NULL', () => {
  expect(alterations('cube', columns, [...columns, { name: 'new_n', type: 'DECIMAL(18,2)' }])).toEqual(['ALTER TABLE "cube" ADD COLUMN "new_n" DECIMAL(18,2)']);
});
