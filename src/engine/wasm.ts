import { LoadError, reasonOf } from './errors.ts';

/**
 * Fetches a wasm file as a blob of the right type: many intranet servers send it as octet-stream, which
 * `instantiateStreaming` refuses. A blob URL of the answer compiles everywhere.
 */
export async function fetchWasm(url: string): Promise<Blob> {
  const file = new URL(url, location.href).pathname.split('/').pop() ?? url;
  const response = await fetch(url).catch((cause: unknown) => {
    throw new LoadError(file, `无法读取（${reasonOf(cause)}）`, { cause });
  });
  if (!response.ok) throw new LoadError(file, `服务器返回 ${response.status}`);
  return new Blob([await response.blob()], { type: 'application/wasm' });
}
