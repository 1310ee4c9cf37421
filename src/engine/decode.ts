import type { DecodeReply, DecodeRequest } from './decode.worker.ts';
import { EngineError } from './errors.ts';

interface Waiting {
  readonly resolve: (ipc: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

let worker: Worker | null = null;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/**
 * Decodes a Parquet file into an Arrow IPC stream, in a worker of its own so that it runs while DuckDB starts.
 * The bytes are transferred and unusable afterwards: hash them first. Rejects with the reader's message when the file is bad,
 * with EngineError when the decoder cannot run; the next call then starts a new one.
 */
export function decodeParquet(parquet: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  worker ??= startDecoder();
  const request: DecodeRequest = { id: ++lastId, parquet };
  const reply = new Promise<Uint8Array>((resolve, reject) => waiting.set(request.id, { resolve, reject }));
  worker.postMessage(request, [parquet.buffer]);
  return reply;
}

function startDecoder(): Worker {
  const started = new Worker(new URL('./decode.worker.ts', import.meta.url), { type: 'module' });
  const stop = (reason: string): void => {
    started.terminate();
    worker = null;
    for (const asked of waiting.values()) asked.reject(new EngineError(`Parquet 解码器未能工作：${reason}`));
    waiting.clear();
  };
  started.addEventListener('error', (event) => stop(event.message || '工作线程出错'));
  started.addEventListener('message', ({ data }: MessageEvent<DecodeReply>) => {
    if ('error' in data && data.broken) return stop(data.error);
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('ipc' in data) asked?.resolve(data.ipc);
    else asked?.reject(new Error(data.error));
  });
  return started;
}
