import type { SnapshotFile } from '../model/manifest.ts';
import { ident } from '../query/sql.ts';
import { alterations, assertColumns, type PromisedColumn } from './columns.ts';
import type { Database } from './database.ts';
import { LoadError } from './errors.ts';

/** A table as it is to stand in the database: under `name`, from this file of the snapshot at `folder`. */
export interface TableFile {
  readonly name: string;
  readonly folder: string;
  readonly file: SnapshotFile;
}

/** The tables of one database. */
export interface Tables {
  /**
   * Makes a table ready to be queried; fetched once, however many ask. Rejects with LoadError, SchemaError or EngineError; a failure is forgotten and the next
   * call tries again.
   */
  readonly ensure: (table: TableFile) => Promise<void>;
  /** Whether exactly these files stand under their names at this moment: another snapshot may have taken the names since. */
  readonly hold: (tables: readonly TableFile[]) => boolean;
  /** The same; and where it is so, none of them is replaced before `until` has settled. */
  readonly keep: (tables: readonly TableFile[], until: Promise<unknown>) => boolean;
}

/** What the tables need from outside: the decoded bytes of a file, the database once it is open, and the catalogue's columns of a table. */
export interface TablesOptions {
  readonly database: Promise<Pick<Database, 'query' | 'insert'>>;
  readonly fetch: (table: TableFile) => Promise<Uint8Array<ArrayBuffer>>;
  readonly catalogue: (table: string) => readonly PromisedColumn[] | null;
}

/** An empty set of tables over a database that may still be starting: fetching and decoding run meanwhile. */
export function makeTables({ database, fetch, catalogue }: TablesOptions): Tables {
  /** The newest load asked for under each name. */
  const asked = new Map<string, { readonly sha256: string; readonly done: Promise<void> }>();
  /** What stands in the database: name → SHA-256 of its file. */
  const held = new Map<string, string>();
  /** Who reads a table at this moment, by name. */
  const readers = new Map<string, Set<Promise<unknown>>>();

  async function load(table: TableFile, turn: Promise<unknown>): Promise<void> {
    const { name, file } = table;
    const came = Promise.all([fetch(table), database]);
    came.catch(() => undefined);
    // Also a load that fails waits for the one before: who comes next must not cross that one.
    await turn;
    const [ipc, { query, insert }] = await came;
    const promised = catalogue(file.table ?? name);
    // From here on nobody begins to read it.
    held.delete(name);
    await Promise.all(readers.get(name) ?? []);
    // Posted together, answered in order.
    const steps = [
      query(`DROP TABLE IF EXISTS ${ident(name)}`), insert(name, ipc), query(`DESCRIBE ${ident(name)}`), query(`SELECT count(*)::DOUBLE AS n FROM ${ident(name)}`),
      ...alterations(name, file.columns, promised ?? []).map((sql) => query(sql)),
    ] as const;
    const [, , described, counted] = await Promise.all(steps) as [unknown, unknown, ...Awaited<ReturnType<typeof query>>[]];
    assertColumns(file, described!, promised ?? file.columns);
    const rows = Number(counted![0]?.['n'] ?? 0);
    if (rows !== file.rows) throw new LoadError(file.path, 'rows', { rows, expected: file.rows ?? 0 });
    held.set(name, file.sha256);
  }

  const ensure = async (table: TableFile): Promise<void> => {
    const { name, file: { sha256 } } = table;
    const before = asked.get(name);
    if (before?.sha256 === sha256) return before.done;
    // Two inserts under one name must not cross.
    const mine = { sha256, done: load(table, before?.done.catch(() => undefined) ?? Promise.resolve()) };
    asked.set(name, mine);
    try {
      await mine.done;
    } catch (thrown) {
      if (asked.get(name) === mine) asked.delete(name);
      throw thrown;
    }
  };
  const hold: Tables['hold'] = (tables) => tables.every(({ name, file }) => held.get(name) === file.sha256);
  const keep: Tables['keep'] = (tables, until) => {
    if (!hold(tables)) return false;
    for (const { name } of tables) {
      const reading = readers.get(name) ?? new Set();
      readers.set(name, reading);
      const leave = (): void => void reading.delete(mine);
      const mine: Promise<unknown> = until.then(leave, leave);
      reading.add(mine);
    }
    return true;
  };
  return { ensure, hold, keep };
}
