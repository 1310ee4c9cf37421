import { AsyncDuckDB, selectBundle, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import ehWasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import mvpWasm from '@duckdb/duckdb-wasm/dist/duckdb-mvp.wasm?url';
import ehWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import mvpWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-mvp.worker.js?url';
import { EngineError, reasonOf } from './errors.ts';
import { fetchWasm } from './wasm.ts';
import { withTimeLimit } from './time-limit.ts';

/** A running DuckDB in its worker. */
export interface Engine {
  readonly db: AsyncDuckDB;
  readonly connection: AsyncDuckDBConnection;
  /** Rejects when the engine dies, never resolves: race it against every request, because a dead worker answers none. */
  readonly death: Promise<never>;
  /** Ends the worker and rejects everything that still waits; the next `startEngine` starts a fresh one. */
  readonly kill: (reason: string, cause?: unknown) => void;
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
    throw cause instanceof EngineError ? cause : new EngineError(`查询引擎未能启动：${reasonOf(cause)}`, { cause });
  });
  return running;
}

async function start(): Promise<Engine> {
  const bundle = await selectBundle({
    eh: { mainModule: ehWasm, mainWorker: ehWorker },
    mvp: { mainModule: mvpWasm, mainWorker: mvpWorker },
  });
  const wasm = await fetchWasm(bundle.mainModule);
  const worker = new Worker(bundle.mainWorker ?? mvpWorker);
  const wasmUrl = URL.createObjectURL(wasm);
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  const { death, kill } = watch(worker);
  try {
    const open = async (): Promise<AsyncDuckDBConnection> => {
      await db.instantiate(wasmUrl);
      await db.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true } });
      const connection = await db.connect();
      for (const statement of LOCK) await connection.query(statement);
      return connection;
    };
    const tooLate = (): Error => new EngineError('查询引擎启动超时，请检查服务器的 CSP 是否允许 wasm-unsafe-eval 与 blob:');
    const connection = await withTimeLimit(Promise.race([open(), death]), START_LIMIT_MS, tooLate);
    return { db, connection, death, kill };
  } catch (cause) {
    kill(reasonOf(cause), cause);
    throw cause;
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
  const kill: Engine['kill'] = (reason, cause) => {
    if (dead) return;
    dead = true;
    worker.terminate();
    running = null;
    fail(new EngineError(`查询引擎已停止：${reason}`, { cause }));
  };
  worker.addEventListener('error', (event) => kill(event.message || '工作线程出错'));
  return { death, kill };
}
