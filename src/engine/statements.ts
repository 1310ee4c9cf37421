import type { AsyncDuckDBConnection, AsyncPreparedStatement } from '@duckdb/duckdb-wasm';
import type { Table } from 'apache-arrow';
import { type Prepared, SELECTION_DDL } from '../query/parameters.ts';

/** Statements kept planned; the overview has seven. */
const MOST = 40;

/** Prepared statements of one connection: planning a statement takes the engine ten times as long as running it. */
export interface Statements {
  /** Runs a statement under its selection; what is planned already is posted before this returns. */
  readonly run: (statement: Prepared) => Promise<Table>;
  /** Plans a statement ahead of its first run. */
  readonly plan: (sql: string) => Promise<unknown>;
  /** Forgets every plan: a table of theirs has been replaced. */
  readonly forget: () => void;
}

export function makeStatements(connection: Pick<AsyncDuckDBConnection, 'query' | 'prepare'>): Statements {
  const planned = new Map<string, AsyncPreparedStatement>();
  const planning = new Map<string, Promise<AsyncPreparedStatement>>();
  let table: Promise<unknown> | null = null;
  let selected = '';
  /** Puts `selected` in place; what is posted behind it fails with it. */
  let placed: Promise<unknown> = Promise.resolve();
  let edition = 0;

  async function start(sql: string): Promise<AsyncPreparedStatement> {
    const mine = edition;
    table ??= connection.query(SELECTION_DDL);
    const [statement] = await Promise.all([connection.prepare(sql), table]);
    if (mine !== edition) return statement;
    planned.set(sql, statement);
    for (const [oldest, old] of planned) {
      if (planned.size <= MOST) break;
      planned.delete(oldest);
      void old.close();
    }
    return statement;
  }
  const plan = (sql: string): Promise<AsyncPreparedStatement> => {
    const found = planning.get(sql) ?? start(sql).finally(() => planning.delete(sql));
    planning.set(sql, found);
    return found;
  };
  /** Posted one behind the other in one turn: nothing comes between selection and run. */
  async function post(statement: AsyncPreparedStatement, select: string): Promise<Table> {
    if (select !== selected) placed = connection.query(select);
    selected = select;
    const mine = placed;
    const answer = statement.query();
    try {
      await mine;
    } catch (error) {
      if (placed === mine) selected = '';
      answer.catch(() => undefined);
      throw error;
    }
    return (await answer) as unknown as Table;
  }
  return {
    run: ({ sql, select }) => {
      const ready = planned.get(sql);
      if (!ready) return plan(sql).then((statement) => post(statement, select));
      planned.delete(sql);
      planned.set(sql, ready);
      return post(ready, select);
    },
    plan: (sql) => (planned.has(sql) ? Promise.resolve() : plan(sql)),
    forget: () => {
      edition += 1;
      for (const statement of planned.values()) void statement.close();
      planned.clear();
      planning.clear();
    },
  };
}
