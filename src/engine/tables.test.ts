import { describe, expect, it, vi } from 'vitest';
import type { SnapshotFile } from '../model/manifest.ts';
import type { Row } from './rows.ts';
import { makeTables, type TableFile } from './tables.ts';

const columns = [{ name: 'n', type: 'BIGINT' }];
const fileOf = (week: string, rows = 2): TableFile => {
  const file: SnapshotFile = { path: 'cube.parquet', table: 'cube', bytes: 1, sha256: week, rows, columns };
  return { name: 'cube', folder: `./${week}/`, file };
};

function database() {
  const log: string[] = [];
  const query = vi.fn<(sql: string) => Promise<readonly Row[]>>(async (sql) => {
    log.push(sql.split(' ')[0]!);
    if (sql.startsWith('DESCRIBE')) return [{ column_name: 'n', column_type: 'BIGINT' }];
    return sql.startsWith('SELECT') ? [{ n: 2 }] : [];
  });
  const insert = vi.fn<(name: string) => Promise<void>>(async (name) => void log.push(`insert ${name}`));
  const fetch = vi.fn<() => Promise<Uint8Array<ArrayBuffer>>>(async () => new Uint8Array(1));
  return { tables: makeTables({ database: Promise.resolve({ query, insert }), fetch, catalogue: () => columns }), log, fetch };
}

describe('tables', () => {
  it('are fetched once, replaced whole and posted as one batch', async () => {
    const { tables, log, fetch } = database();
    const week = fileOf('w47');
    expect(tables.hold([week])).toBe(false);
    await Promise.all([tables.ensure(week), tables.ensure(week)]);
    expect(tables.hold([week])).toBe(true);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(log).toEqual(['DROP', 'insert cube', 'DESCRIBE', 'SELECT']);
  });

  it('know which snapshot holds a name', async () => {
    const { tables } = database();
    const [older, newer] = [fileOf('w46'), fileOf('w47')];
    await Promise.all([tables.ensure(older), tables.ensure(newer)]);
    expect([tables.hold([older]), tables.hold([newer])]).toEqual([false, true]);
    await tables.ensure(older);
    expect([tables.hold([older]), tables.hold([newer])]).toEqual([true, false]);
  });

  it('stay until those who read them are done; nobody begins to read what is about to go', async () => {
    const { tables, log } = database();
    const [older, newer] = [fileOf('w46'), fileOf('w47')];
    await tables.ensure(older);
    log.length = 0;
    const ends: (() => void)[] = [];
    const reading = [new Promise<void>((end) => ends.push(end)), new Promise<void>((_, fail) => ends.push(() => fail(new Error('query'))))];
    for (const reader of reading) expect(tables.keep([older], reader)).toBe(true);
    reading[1]!.catch(() => undefined);
    const replaced = tables.ensure(newer);
    await vi.waitFor(() => expect(tables.hold([older])).toBe(false));
    expect(tables.keep([older], Promise.resolve())).toBe(false);
    ends[0]!();
    await new Promise((turn) => setTimeout(turn));
    expect(log).toEqual([]);
    ends[1]!();
    await replaced;
    expect(log).toEqual(['DROP', 'insert cube', 'DESCRIBE', 'SELECT']);
    expect(tables.hold([newer])).toBe(true);
  });

  it('do not cross when the load between two others fails early', async () => {
    const { tables, log, fetch } = database();
    const came: (() => void)[] = [];
    fetch.mockImplementationOnce(() => new Promise((resolve) => came.push(() => resolve(new Uint8Array(1))))).mockRejectedValueOnce(new Error('offline'));
    const first = tables.ensure(fileOf('w45'));
    const failing = tables.ensure(fileOf('w46'));
    failing.catch(() => undefined);
    await new Promise((turn) => setTimeout(turn));
    const last = tables.ensure(fileOf('w47'));
    await new Promise((turn) => setTimeout(turn));
    expect(log).toEqual([]);
    came[0]!();
    await first;
    expect([log, tables.hold([fileOf('w45')])]).toEqual([['DROP', 'insert cube', 'DESCRIBE', 'SELECT'], true]);
    await expect(failing).rejects.toThrow('offline');
    await last;
    expect(tables.hold([fileOf('w47')])).toBe(true);
  });

  it('forget a failure and try again', async () => {
    const { tables, fetch } = database();
    fetch.mockRejectedValueOnce(new Error('offline'));
    await expect(tables.ensure(fileOf('w47'))).rejects.toThrow('offline');
    await tables.ensure(fileOf('w47'));
    expect(tables.hold([fileOf('w47')])).toBe(true);
  });

  it('refuse a file with another number of rows than was published', async () => {
    const { tables } = database();
    await expect(tables.ensure(fileOf('w47', 3))).rejects.toMatchObject({ code: 'rows', params: { file: 'cube.parquet', rows: 2, expected: 3 } });
    expect(tables.hold([fileOf('w47', 3)])).toBe(false);
  });
});
