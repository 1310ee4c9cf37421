import '../shared/polyfills.ts';
import init, { readParquet } from 'parquet-wasm';
import { decodeFailure } from './classify.ts';
import { errorOf, LoadError, reasonOf, type ErrorParams, type LoadErrorCode } from './errors.ts';
import { checkSeal, type Seal } from './files.ts';

/** First of all the program itself; then Parquet files, each with its seal. The bytes are transferred. */
export type DecodeRequest =
  | { readonly wasm: ArrayBuffer }
  | { readonly id: number; readonly parquet: Uint8Array<ArrayBuffer>; readonly seal: Seal };

/** The Arrow IPC stream of a file, or what is wrong with it; without an id: the decoder itself is broken. */
export type DecodeReply =
  | { readonly id: number; readonly ipc: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly code: LoadErrorCode; readonly params: ErrorParams }
  | { readonly broken: string; readonly kind: string };

/** Files may come before the program: they wait for it. */
let begin: (started: Promise<unknown>) => void = () => undefined;
const ready = new Promise<unknown>((resolve) => {
  begin = resolve;
});

async function decode(parquet: Uint8Array<ArrayBuffer>, seal: Seal): Promise<Uint8Array<ArrayBuffer>> {
  // Hashed here rather than in the page: ten megabytes would hold up its clicks.
  await checkSeal(parquet, seal);
  await ready;
  try {
    // `intoIPCStream` copies out of wasm memory and frees the table.
    return new Uint8Array(readParquet(parquet).intoIPCStream());
  } catch (thrown) {
    throw decodeFailure(seal.path, parquet.length, thrown);
  }
}

async function replyTo(request: DecodeRequest): Promise<DecodeReply | null> {
  if ('wasm' in request) {
    begin(init({ module_or_path: request.wasm }));
    return ready.then(() => null, (thrown: unknown) => ({ broken: reasonOf(thrown), kind: errorOf(thrown).name }));
  }
  const { id, parquet, seal } = request;
  try {
    return { id, ipc: await decode(parquet, seal) };
  } catch (thrown) {
    // The broken program has been reported once already.
    return thrown instanceof LoadError ? { id, code: thrown.code, params: thrown.params } : null;
  }
}

addEventListener('message', async (event: MessageEvent<DecodeRequest>) => {
  const reply = await replyTo(event.data);
  if (reply) postMessage(reply, { transfer: 'ipc' in reply ? [reply.ipc.buffer] : [] });
});
