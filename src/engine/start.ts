import { AsyncDuckDB, selectBundle, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import ehWasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import mvpWasm from '@duckdb/duckdb-wasm/dist/duckdb-mvp.wasm?url';
import ehWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import mvpWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-mvp.worker.js?url';
import { startFailure } from './classify.ts';
import { EngineError, reasonOf } from './errors.ts';
import { setStage } from './state.ts';
import { fetchWasm } from './wasm.ts';
import { withTimeLimit } from './time-limit.ts';

/** A running DuckDB in its worker. */
export interface Engine {
  readonly db: AsyncDuckDB;
  readonly connection: AsyncDuckDBConnection;
  /** Rejects when the engine dies, never resolves: race it against every request, because a dead worker answers none. */
  readonly death: Promise<never>;
  /** Ends the worker and rejects everything that still waits; the next `startEngine` starts a fresh one. */
  readonly kill: (error: EngineError) => void;
}

/** Compiling and opening DuckDB, after the download, takes a second; under a CSP without blob: it hangs silently instead of failing. */
const START_LIMIT_MS = 30_000;

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
  setStage('downloading');
  const bundle = await selectBundle({
    eh: { mainModule: ehWasm, mainWorker: ehWorker },
    mvp: { mainModule: mvpWasm, mainWorker: mvpWorker },
  });
  const wasm = await fetchWasm(bundle.mainModule);
  setStage('compiling');
  const worker = new Worker(bundle.mainWorker ?? mvpWorker);
  const wasmUrl = URL.createObjectURL(wasm);
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  const { death, kill } = watch(worker);
  try {
    const open = async (): Promise<AsyncDuckDBConnection> => {
      await db.instantiate(wasmUrl);
      await db.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true } });
      const connection = await db.connect();
      await Promise.all(LOCK.map((statement) => connection.query(statement)));
      return connection;
    };
    const tooLate = (): Error => new EngineError('start_timeout', { seconds: START_LIMIT_MS / 1000 });
    const connection = await withTimeLimit(Promise.race([open(), death]), START_LIMIT_MS, tooLate);
    return { db, connection, death, kill };
  } catch (cause) {
    const failure = startFailure('start', cause);
    kill(failure);
    throw failure;
  } finally {
    URL.revokeObjectURL(wasmUrl);
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
