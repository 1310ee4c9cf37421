import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import { beginWorker } from './begin.ts';
import { startFailure } from './classify.ts';
import { EngineError, reasonOf } from './errors.ts';

/** A running DuckDB in its worker. */
export interface Engine {
  readonly db: AsyncDuckDB;
  readonly connection: AsyncDuckDBConnection;
  /** Rejects when the engine dies, never resolves: race it against every request, because a dead worker answers none. */
  readonly death: Promise<never>;
  /** Ends the worker and rejects everything that still waits; the next `startEngine` starts a fresh one. */
  readonly kill: (error: EngineError) => void;
}

/** The engine answers from memory only: nothing is installed, loaded or reached from here on. */
const LOCK = [
  'SET autoinstall_known_extensions=false',
  'SET autoload_known_extensions=false',
  'SET enable_external_access=false',
  'SET lock_configuration=true',
];

let running: Promise<Engine> | null = null;

/** The page's one engine, started at the first call. A failed start is forgotten, so that a retry can succeed. Throws EngineError. */
export function startEngine(): Promise<Engine> {
  running ??= start().catch((cause: unknown) => {
    running = null;
    throw startFailure('start', cause);
  });
  return running;
}

async function start(): Promise<Engine> {
  const { worker, wasm, listens, failure, done } = beginWorker();
  const { death, kill } = watch(worker);
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  try {
    const open = async (): Promise<AsyncDuckDBConnection> => {
      await listens;
      await db.instantiate(wasm);
      await db.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true } });
      const connection = await db.connect();
      await Promise.all(LOCK.map((statement) => connection.query(statement)));
      return connection;
    };
    const connection = await Promise.race([open(), failure, death]);
    return { db, connection, death, kill };
  } catch (cause) {
    const failed = startFailure('start', cause);
    kill(failed);
    throw failed;
  } finally {
    done();
  }
}

/** Turns the worker's end into one promise: DuckDB's own handler drops the pending requests without rejecting them. */
function watch(worker: Worker): Pick<Engine, 'death' | 'kill'> {
  let fail: (error: EngineError) => void = () => undefined;
  const death = new Promise<never>((_, reject) => {
    fail = reject;
  });
  death.catch(() => undefined);
  let dead = false;
  const kill: Engine['kill'] = (error) => {
    if (dead) return;
    dead = true;
    worker.terminate();
    running = null;
    fail(error);
  };
  worker.addEventListener('error', (event) => kill(new EngineError('died', { reason: event.message || reasonOf(event.error ?? 'worker') })));
  return { death, kill };
}
