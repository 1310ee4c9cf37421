import { ident } from '../query/sql.ts';
import { EngineError, QueryError, reasonOf } from './errors.ts';
import { toRows, type Row } from './rows.ts';
import { startEngine, type Engine } from './start.ts';
import { withTimeLimit } from './time-limit.ts';

/** What a caller may say about one query. */
export interface QueryOptions {
  /** Aborting drops the answer: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Milliseconds before the engine counts as stuck and is ended; default 30 s. */
  readonly timeout?: number;
}

/** The page's database: tables in memory, SQL in, plain frozen rows out. */
export interface Database {
  /** Rejects with QueryError (bad SQL), EngineError (the engine died or was stuck) or the signal's reason. */
  readonly query: (sql: string, options?: QueryOptions) => Promise<readonly Row[]>;
  /** Creates table `name` from an Arrow IPC stream, in place of one that is there already. */
  readonly insert: (name: string, ipc: Uint8Array) => Promise<void>;
}

let opened: { readonly engine: Promise<Engine>; readonly database: Promise<Database> } | null = null;

/** The database of the running engine, which is started if need be; the same promise until that engine ends. Rejects with EngineError. */
export function openDatabase(): Promise<Database> {
  const engine = startEngine();
  if (opened?.engine !== engine) opened = { engine, database: engine.then(databaseOf) };
  return opened.database;
}

const databaseOf = (engine: Engine): Database => ({
  query: (sql, options) => query(engine, sql, options),
  insert: (name, ipc) => insert(engine, name, ipc),
});

/** DuckDB never settles a request of a dead worker; this does. */
const alive = <T>(engine: Engine, work: Promise<T>): Promise<T> => Promise.race([work, engine.death]);

async function insert(engine: Engine, name: string, ipc: Uint8Array): Promise<void> {
  await query(engine, `DROP TABLE IF EXISTS ${ident(name)}`);
  await alive(engine, engine.connection.insertArrowFromIPCStream(ipc, { name, create: true }));
}

async function query(engine: Engine, sql: string, options: QueryOptions = {}): Promise<readonly Row[]> {
  const { signal, timeout = 30_000 } = options;
  signal?.throwIfAborted();
  const answer = abortable(alive(engine, engine.connection.query(sql)), signal);
  const tooLate = (): Error => {
    const reason = `查询超过 ${timeout / 1000} 秒没有结果`;
    engine.kill(reason);
    return new EngineError(`${reason}，查询引擎已停止，请重试\n${sql}`);
  };
  try {
    return toRows(await withTimeLimit(answer, timeout, tooLate));
  } catch (cause) {
    if (cause instanceof EngineError || signal?.aborted) throw cause;
    throw new QueryError(sql, reasonOf(cause), { cause });
  }
}

function abortable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
