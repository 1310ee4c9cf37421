import wasmUrl from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';
import { startFailure } from './classify.ts';
import { lengthOf } from './count-bytes.ts';
import type { DecodeReply, DecodeRequest } from './decode.worker.ts';
import { EngineError, LoadError, reasonOf } from './errors.ts';
import type { Seal } from './files.ts';
import { track } from './state.ts';
import { withTimeLimit } from './time-limit.ts';
import { fetchWasm, shippedUrl } from './wasm.ts';

/** A file takes a second at most; a worker that was killed from outside never answers. */
const LIMIT_MS = 60_000;

interface Waiting {
  readonly seal: Seal;
  readonly resolve: (ipc: Uint8Array<ArrayBuffer>) => void;
  readonly reject: (error: Error) => void;
}

interface Decoder {
  readonly post: (request: DecodeRequest, transfer: Transferable[]) => void;
  readonly waiting: Map<number, Waiting>;
  readonly stop: (error: Error) => void;
}

let decoder: Decoder | null = null;
let lastId = 0;

/** Starts the decoder ahead of the first file; the same one as long as it lives. */
export function startDecoder(): void {
  decoder ??= launch();
}

/**
 * Checks a Parquet file against its seal and decodes it into an Arrow IPC stream, in a worker of its own so that it runs while DuckDB starts. The bytes are
 * transferred and unusable afterwards. Rejects with LoadError when the file is bad, with EngineError when the decoder cannot run; the next call then starts a new one.
 */
export function decodeParquet(parquet: Uint8Array<ArrayBuffer>, seal: Seal): Promise<Uint8Array<ArrayBuffer>> {
  const { post, waiting, stop } = (decoder ??= launch());
  const id = ++lastId;
  const reply = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => waiting.set(id, { seal, resolve, reject }));
  post({ id, parquet, seal }, [parquet.buffer]);
  return withTimeLimit(reply, LIMIT_MS, () => {
    const error = new EngineError('decoder', { reason: `${LIMIT_MS / 1000} s` });
    stop(error);
    return error;
  });
}

function launch(): Decoder {
  const worker = new Worker(new URL('./decode.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  const stop = (error: Error): void => {
    worker.terminate();
    if (decoder === started) decoder = null;
    for (const asked of waiting.values()) asked.reject(error);
    waiting.clear();
  };
  /** Its memory never shrinks again: the next file gets a new one. */
  const retire = (): void => {
    if (decoder === started) decoder = null;
  };
  const post = (request: DecodeRequest, transfer: Transferable[]): void => worker.postMessage(request, transfer);
  const started: Decoder = { post, waiting, stop };

  worker.addEventListener('error', (event) => stop(new EngineError('decoder', { reason: event.message || 'worker' })));
  worker.addEventListener('message', ({ data }: MessageEvent<DecodeReply>) => {
    if ('broken' in data) return stop(startFailure('decoder', Object.assign(new Error(data.broken), { name: data.kind })));
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('ipc' in data) asked?.resolve(data.ipc);
    else asked?.reject(new LoadError(asked.seal.path, data.code, data.params));
    if ('code' in data && data.code === 'too_large') retire();
    if (decoder !== started && waiting.size === 0) worker.terminate();
  });
  fetchWasm(shippedUrl(wasmUrl), (response, file) => track(file, lengthOf(response)))
    .then((program) => program.arrayBuffer())
    .then((wasm) => post({ wasm }, [wasm]))
    .catch((cause: unknown) => stop(cause instanceof EngineError ? cause : new EngineError('decoder', { reason: reasonOf(cause) }, { cause })));
  return started;
}
