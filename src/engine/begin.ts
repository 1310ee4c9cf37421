import ehWasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import mvpWasm from '@duckdb/duckdb-wasm/dist/duckdb-mvp.wasm?url';
import ehWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import mvpWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-mvp.worker.js?url';
import type { WorkerNews, WorkerStart } from './duckdb.worker.ts';
import { EngineError } from './errors.ts';
import { setStage, track } from './state.ts';
import { shippedUrl } from './wasm.ts';

/** A worker on its way to run DuckDB. */
export interface Beginning {
  readonly worker: Worker;
  /** Where the program is shipped: what DuckDB is to be told. */
  readonly wasm: string;
  /** DuckDB can be spoken to. */
  readonly listens: Promise<void>;
  /** Rejects when DuckDB's program cannot be had, or when nothing at all was heard for too long; never resolves. */
  readonly failure: Promise<never>;
  /** Ends the listening. */
  readonly done: () => void;
}

/** Downloading shows bytes all the time; compiling and opening, which follow, take a second in silence. */
const SILENCE_LIMIT_MS = 30_000;

/** A module that throws: DuckDB's quicker build needs WebAssembly's exceptions (the same test as in DuckDB's selectBundle, from wasm-feature-detect). */
const THROWS = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11]);

/** A new worker on its way: downloading and compiling begin at once. */
export function beginWorker(): Beginning {
  setStage('downloading');
  const [program, script] = WebAssembly.validate(THROWS) ? [ehWasm, ehWorker] : [mvpWasm, mvpWorker];
  const worker = new Worker(new URL('./duckdb.worker.ts', import.meta.url), { type: 'module' });
  const start: WorkerStart = { script: new URL(script, location.href).href, wasm: shippedUrl(program) };
  worker.postMessage(start, []);
  return { worker, wasm: start.wasm, ...hear(worker) };
}

/** Hears how far a new worker is, and keeps its news from those who listen later. */
function hear(worker: Worker): Pick<Beginning, 'listens' | 'failure' | 'done'> {
  let [resolve, done] = [() => undefined as void, () => undefined as void];
  const listens = new Promise<void>((settle) => (resolve = settle));
  const failure = new Promise<never>((_, reject) => {
    let loaded: ((bytes: number) => void) | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(new EngineError('start_timeout', { seconds: SILENCE_LIMIT_MS / 1000 })), SILENCE_LIMIT_MS);
    };
    const listen = (event: MessageEvent<WorkerNews | { readonly news?: never }>): void => {
      patience();
      const { data } = event;
      if (!data.news) return;
      event.stopImmediatePropagation();
      if (data.news === 'listens') resolve();
      else if (data.news === 'failed') reject(data.code ? new EngineError(data.code, data.params) : Object.assign(new Error(data.message), { name: data.name }));
      else {
        loaded ??= track(data.file, data.total);
        loaded(data.loaded);
        if (data.loaded === data.total) setStage('compiling');
      }
    };
    patience();
    worker.addEventListener('message', listen);
    done = () => {
      clearTimeout(timer);
      worker.removeEventListener('message', listen);
    };
  });
  failure.catch(() => undefined);
  return { listens, failure, done };
}
