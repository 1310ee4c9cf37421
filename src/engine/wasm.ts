import { EngineError, reasonOf } from './errors.ts';
import { countBytes } from './count-bytes.ts';
import { track } from './state.ts';

/** Set by the build, which ships every .wasm as .wasm.gz (scripts/site/gzip-wasm.ts); the development server has the raw file. */
const SUFFIX = (import.meta.env.VITE_WASM_SUFFIX as string | undefined) ?? '';

/**
 * Fetches a wasm file, shipped compressed, as a blob of the right type: intranet servers send it as octet-stream, which `instantiateStreaming` refuses, while
 * a blob compiles everywhere. Some servers inflate .gz by themselves, so the first bytes decide. Counts its bytes in the engine's state. Throws EngineError.
 */
export async function fetchWasm(url: string): Promise<Blob> {
  const file = (new URL(url, location.href).pathname.split('/').pop() ?? url) + SUFFIX;
  const broken = (reason: string, cause?: unknown): EngineError => new EngineError('download', { file, reason }, { cause });
  const response = await fetch(url + SUFFIX).catch((cause: unknown) => {
    throw broken(reasonOf(cause), cause);
  });
  if (!response.ok) throw broken(`HTTP ${response.status}`);
  try {
    const inflated = await inflate(countBytes(response, track(file, response)));
    const bytes = await new Response(inflated).blob();
    if (!isWasm(new Uint8Array(await bytes.slice(0, 4).arrayBuffer()))) throw broken('no WebAssembly');
    return new Blob([bytes], { type: 'application/wasm' });
  } catch (cause) {
    throw cause instanceof EngineError ? cause : broken(reasonOf(cause), cause);
  }
}

const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;
const isWasm = (head: Uint8Array): boolean => head[0] === 0 && head[1] === 0x61 && head[2] === 0x73 && head[3] === 0x6d;

/** The stream as it is, or inflated if it begins as gzip does. */
async function inflate(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const reader = stream.getReader();
  const first = await reader.read();
  const whole = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => (first.done ? controller.close() : controller.enqueue(first.value)),
    pull: async (controller) => {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  if (first.done || !isGzip(first.value)) return whole;
  return whole.pipeThrough(typeof DecompressionStream === 'function' ? new DecompressionStream('gzip') : await gunzipStream());
}

/** For browsers without DecompressionStream (Firefox < 113, Safari < 16.4): piece by piece, so that the page is never blocked for long. */
async function gunzipStream(): Promise<TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>> {
  const { Gunzip } = await import('fflate');
  const gunzip = new Gunzip();
  return new TransformStream({
    start: (controller) => {
      gunzip.ondata = (bytes) => controller.enqueue(bytes as Uint8Array<ArrayBuffer>);
    },
    transform: (piece) => gunzip.push(piece),
    flush: () => gunzip.push(new Uint8Array(0), true),
  });
}
