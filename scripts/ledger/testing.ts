import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { type WriteSheet, writeXlsx } from 'hucre';
import type { RawSheet } from './contract.ts';
import { readSources } from './read.ts';

/** For tests: a folder with awkward letters in its path, an in-memory DuckDB, and shorthands to write and read ledgers in them. */
export class Bench implements AsyncDisposable {
  readonly folder = mkdtempSync(join(tmpdir(), "台账 目录's "));

  private constructor(readonly connection: DuckDBConnection) {}

  static async open(): Promise<Bench> {
    const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
    return new Bench(await instance.connect());
  }

  /** Writes a file into the folder and returns its path. */
  write(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    return path;
  }

  /** Writes a workbook. */
  async book(name: string, sheets: WriteSheet[], options: { dateSystem?: '1900' | '1904' } = {}): Promise<string> {
    return this.write(name, await writeXlsx({ sheets, ...options }));
  }

  /** Reads a path, or the folder. */
  read(path: string = this.folder): Promise<RawSheet[]> {
    return readSources(this.connection, path);
  }

  /** Cells of `raw_<src>` in order of rows, without _row and _hidden. */
  async cells(src = 1): Promise<(string | null)[][]> {
    const result = await this.connection.runAndReadAll(`SELECT * EXCLUDE (_row, _hidden) FROM raw_${src} ORDER BY _row`);
    return result.getRows().map((row) => row.map((v) => (v === null ? null : String(v))));
  }

  /** First column of a query. */
  async column(sql: string): Promise<unknown[]> {
    return (await this.connection.runAndReadAll(sql)).getRowsJson().map((row) => row[0]);
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.connection.closeSync();
    rmSync(this.folder, { recursive: true, force: true });
    return Promise.resolve();
  }
}

/** A ledger row of a simple 项目台账. */
export const PROJECT_HEADER = ['项目编号', '项目名称', '属地', '主管部门', '未支付工资（万元）', '涉及人数', '备注'];
