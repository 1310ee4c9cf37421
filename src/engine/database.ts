import type { Table } from 'apache-arrow';
import type { Prepared } from '../query/parameters.ts';
import { trapOf } from './classify.ts';
import { EngineError, QueryError, reasonOf } from './errors.ts';
import { type Row, rowsInTurns } from './rows.ts';
import { startEngine, type Engine } from './start.ts';
import { makeStatements } from './statements.ts';
import { withTimeLimit } from './time-limit.ts';

/** Milliseconds before a query counts as stuck and its engine is ended. */
const QUERY_LIMIT_MS = 30_000;

/** Runs of each statement that is planned before the first click. */
const REHEARSALS = 6;

/** An idle worker answers a ping in a millisecond; one that was killed from outside never does and tells nobody. */
const PING_LIMIT_MS = 2_000;

/** The page's database: tables in memory, SQL in, plain frozen rows out. Requests are posted at once and answered in their order. */
export interface Database {
  /** Rejects with QueryError (bad SQL) or EngineError (the engine died or was stuck). */
  readonly query: (sql: string, timeout?: number) => Promise<readonly Row[]>;
  /** The same for a statement that is planned once; `sql` is the whole question, for messages. */
  readonly run: (statement: Prepared, sql: string, timeout?: number) => Promise<readonly Row[]>;
  /** Plans statements ahead. Never rejects: what cannot be planned fails when it runs. */
  readonly plan: (statements: readonly Prepared[]) => Promise<void>;
  /** Creates table `name` from an Arrow IPC stream, in place of one that is there already. */
  readonly insert: (name: string, ipc: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Rejects when the engine dies, never resolves. */
  readonly death: Promise<never>;
}

let opened: { readonly engine: Promise<Engine>; readonly database: Promise<Database> } | null = null;

/** The database of the running engine, which is started if need be; the same promise until that engine ends. Rejects with EngineError. */
export function openDatabase(): Promise<Database> {
  const engine = startEngine();
  if (opened?.engine !== engine) opened = { engine, database: engine.then(databaseOf) };
  return opened.database;
}

function databaseOf(engine: Engine): Database {
  const { connection, death } = engine;
  let busy = 0;
  /** DuckDB never settles a request of a dead worker; this does. */
  const alive = async <T>(post: () => Promise<T>): Promise<T> => {
    if (busy === 0) void ping(engine);
    busy += 1;
    try {
      return await Promise.race([post(), death]);
    } finally {
      busy -= 1;
    }
  };

  const statements = makeStatements(connection);

  const answer = async (post: () => Promise<Table>, sql: string, timeout = QUERY_LIMIT_MS): Promise<readonly Row[]> => {
    const tooLate = (): Error => {
      engine.kill(new EngineError('died', { reason: sql }));
      return new EngineError('query_timeout', { seconds: timeout / 1000, sql });
    };
    try {
      return await rowsInTurns(await withTimeLimit(alive(post), timeout, tooLate));
    } catch (cause) {
      if (cause instanceof EngineError) throw cause;
      const trap = trapOf(cause);
      if (trap === null) throw new QueryError(sql, reasonOf(cause), { cause });
      const error = new EngineError(trap, { reason: reasonOf(cause), sql }, { cause });
      engine.kill(error);
      throw error;
    }
  };
  const query: Database['query'] = (sql, timeout) => answer(() => connection.query(sql), sql, timeout);
  const run: Database['run'] = (statement, sql, timeout) => answer(() => statements.run(statement), sql, timeout);
  let rehearsed = false;
  const plan: Database['plan'] = async (list) => {
    await Promise.all(list.map(({ sql }) => alive(() => statements.plan(sql)).catch(() => undefined)));
    // The browser compiles WebAssembly for speed only where it was seen to be busy; that lasts when the plans are forgotten.
    if (rehearsed) return;
    rehearsed = true;
    for (let turn = 0; turn < REHEARSALS; turn += 1) await Promise.all(list.map((statement) => alive(() => statements.run(statement)).catch(() => undefined)));
  };
  const insert: Database['insert'] = async (name, ipc) => {
    statements.forget();
    await alive(() => connection.insertArrowFromIPCStream(ipc, { name, create: true }));
  };
  return { query, run, plan, insert, death };
}

async function ping({ db, kill, death }: Engine): Promise<void> {
  let answered = false;
  const pong = (async (): Promise<void> => {
    await Promise.race([db.ping(), death.catch(() => undefined)]);
    answered = true;
  })();
  await Promise.race([pong, later(PING_LIMIT_MS)]);
  // A page that was asleep, or busy itself, gets the answer that is waiting for it first.
  if (!answered) await Promise.race([pong, later(PING_LIMIT_MS / 2)]);
  if (!answered) kill(new EngineError('died', { reason: 'worker' }));
}

const later = (milliseconds: number): Promise<void> => new Promise((resolve) => {
  setTimeout(resolve, milliseconds);
});
