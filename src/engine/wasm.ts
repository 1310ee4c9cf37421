import { countBytes } from './count-bytes.ts';
import { EngineError, reasonOf } from './errors.ts';

/** Set by the build, which ships every .wasm as .wasm.gz (scripts/site/gzip-wasm.ts); the development server has the raw file. */
const SUFFIX = (import.meta.env.VITE_WASM_SUFFIX as string | undefined) ?? '';

/** Where a program is shipped. */
export const shippedUrl = (url: string): string => new URL(url + SUFFIX, location.href).href;

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Fetches a program from where it is shipped, as an answer that compiles while it comes: intranet servers send it compressed as octet-stream, which `instantiateStreaming`
 * refuses, so it is inflated and typed here. Some servers inflate .gz by themselves: the first bytes decide. Rejects with EngineError, and so does the body when it breaks off;
 * `brokenOff` is told first, because the compiler that reads it keeps the reason to itself.
 */
export async function fetchWasm(url: string, counter: (response: Response, file: string) => (loaded: number) => void, brokenOff: (error: EngineError) => void = () => undefined): Promise<Response> {
  const file = new URL(url).pathname.split('/').pop() ?? url;
  const broken = (cause: unknown): EngineError => (cause instanceof EngineError ? cause : new EngineError('download', { file, reason: reasonOf(cause) }, { cause }));
  const response = await fetch(url).catch((cause: unknown) => {
    throw broken(cause);
  });
  if (!response.ok) throw broken(`HTTP ${response.status}`);
  try {
    const packed = await peek(countBytes(response, counter(response, file)));
    const program = await peek(isGzip(packed.head) ? packed.whole.pipeThrough(typeof DecompressionStream === 'function' ? new DecompressionStream('gzip') : await gunzipStream()) : packed.whole, (cause) => {
      const error = broken(cause);
      brokenOff(error);
      return error;
    });
    if (!isWasm(program.head)) throw broken('no WebAssembly');
    return new Response(program.whole, { headers: { 'content-type': 'application/wasm' } });
  } catch (cause) {
    throw broken(cause);
  }
}

const isGzip = (head: Bytes): boolean => head[0] === 0x1f && head[1] === 0x8b;
const isWasm = (head: Bytes): boolean => head[0] === 0 && head[1] === 0x61 && head[2] === 0x73 && head[3] === 0x6d;

/** The first piece of a stream, and the whole of it again; its failures as `as` says them. */
async function peek(stream: ReadableStream<Bytes>, as: (cause: unknown) => unknown = (cause) => cause): Promise<{ readonly head: Bytes; readonly whole: ReadableStream<Bytes> }> {
  const reader = stream.getReader();
  const first = await reader.read();
  const whole = new ReadableStream<Bytes>({
    start: (controller) => (first.done ? controller.close() : controller.enqueue(first.value)),
    pull: async (controller) => {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (cause) {
        controller.error(as(cause));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return { head: first.value ?? new Uint8Array(0), whole };
}

/** For browsers without DecompressionStream (Firefox < 113, Safari < 16.4): piece by piece, so that nothing is blocked for long. */
async function gunzipStream(): Promise<TransformStream<Bytes, Bytes>> {
  const { Gunzip } = await import('fflate');
  const gunzip = new Gunzip();
  return new TransformStream({
    start: (controller) => {
      gunzip.ondata = (bytes) => controller.enqueue(bytes as Bytes);
    },
    transform: (piece) => gunzip.push(piece),
    flush: () => gunzip.push(new Uint8Array(0), true),
  });
}
