import init, { readParquet } from 'parquet-wasm';
import wasmUrl from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';
import { reasonOf } from './errors.ts';
import { fetchWasm } from './wasm.ts';

/** Asks for one Parquet file to be decoded; the bytes are transferred. */
export interface DecodeRequest {
  readonly id: number;
  readonly parquet: Uint8Array<ArrayBuffer>;
}

/** The Arrow IPC stream of the request, or why there is none: the file is bad, or the decoder itself is `broken`. */
export type DecodeReply =
  | { readonly id: number; readonly ipc: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly error: string; readonly broken: boolean };

const ready = fetchWasm(wasmUrl)
  .then((blob) => blob.arrayBuffer())
  .then((bytes) => init({ module_or_path: bytes }));

async function decode({ id, parquet }: DecodeRequest): Promise<DecodeReply> {
  try {
    await ready;
  } catch (thrown) {
    return { id, error: reasonOf(thrown), broken: true };
  }
  try {
    // `intoIPCStream` copies out of wasm memory and frees the table.
    return { id, ipc: new Uint8Array(readParquet(parquet).intoIPCStream()) };
  } catch (thrown) {
    return { id, error: reasonOf(thrown), broken: false };
  }
}

addEventListener('message', async (event: MessageEvent<DecodeRequest>) => {
  const reply = await decode(event.data);
  postMessage(reply, { transfer: 'ipc' in reply ? [reply.ipc.buffer] : [] });
});
