import '../shared/polyfills.ts';
import { lengthOf } from './count-bytes.ts';
import { EngineError, errorOf } from './errors.ts';
import { fetchWasm } from './wasm.ts';

/** The first message to the worker: DuckDB's own worker script, and its program where it is shipped. Both URLs are absolute. */
export interface WorkerStart {
  readonly script: string;
  readonly wasm: string;
}

/** What the worker says beside DuckDB's own messages. */
export type WorkerNews =
  | { readonly news: 'bytes'; readonly file: string; readonly loaded: number; readonly total: number }
  /** DuckDB listens from now on. */
  | { readonly news: 'listens' }
  /** DuckDB itself says nothing when its program cannot be had. `code`: of an EngineError. */
  | { readonly news: 'failed'; readonly name: string; readonly message: string; readonly code: EngineError['code'] | null; readonly params: EngineError['params'] };

const tell = (news: WorkerNews): void => postMessage(news);

function fail(thrown: unknown): void {
  const { name, message } = errorOf(thrown);
  const known = thrown instanceof EngineError ? thrown : null;
  tell({ news: 'failed', name, message, code: known?.code ?? null, params: known?.params ?? {} });
}

/** DuckDB's worker, which fetches its program as if it were shipped raw: it is inflated and compiled while it comes, away from the page. */
async function begin({ script, wasm }: WorkerStart): Promise<void> {
  const program = fetchWasm(wasm, (response, file) => {
    const total = lengthOf(response);
    return (loaded) => tell({ news: 'bytes', file, loaded, total });
  }, fail);
  program.catch(fail);
  const fetchOther = globalThis.fetch;
  globalThis.fetch = (input, init) => ((input instanceof Request ? input.url : String(input)) === wasm ? program : fetchOther(input, init));
  await import(/* @vite-ignore */ script);
  tell({ news: 'listens' });
}

addEventListener('unhandledrejection', ({ reason }) => fail(reason));
addEventListener('message', ({ data }: MessageEvent<WorkerStart>) => void begin(data).catch(fail), { once: true });
