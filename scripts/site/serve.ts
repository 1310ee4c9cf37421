import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { contentType } from './content-type.ts';
import { locate } from './locate.ts';

/** What to serve and how. */
export interface ServeOptions {
  /** Folders by URL prefix, e.g. `{'/qq/': 'dist', '/qq/snapshots/': 'snapshots'}`; the longest prefix wins. */
  readonly roots: Readonly<Record<string, string>>;
  /** 0 picks a free port. */
  readonly port: number;
  readonly host: string;
  /** Added to every answer, e.g. a Content-Security-Policy. */
  readonly headers?: OutgoingHttpHeaders;
  /** Behave like the poorest intranet server: html, js and css have a type, everything else is octet-stream. */
  readonly bare?: boolean;
  /** Told of every file that is answered with: its path on disk and its bytes. */
  readonly onFile?: (path: string, bytes: number) => void;
}

/** A running server; `url` has no closing slash. */
export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves static files with GET and HEAD. Never leaves the roots, never lets `index.json` be cached. */
export async function serve(options: ServeOptions): Promise<Served> {
  const server = createServer((request, response) => {
    answer(request, response, options).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    });
  return { url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`, close };
}

async function answer(request: IncomingMessage, response: ServerResponse, options: ServeOptions): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, { ...options.headers, allow: 'GET, HEAD' });
  const found = locate(request.url ?? '/', options.roots);
  if (!found) return end(response, 404, options.headers);
  const file = await stat(found.path).catch(() => null);
  if (file?.isDirectory()) return end(response, 308, { ...options.headers, location: `${found.pathname}/` });
  if (!file?.isFile()) return end(response, 404, options.headers);

  response.writeHead(200, {
    'content-type': contentType(found.path, options.bare ?? false),
    'content-length': file.size,
    'cache-control': cacheControl(request.url ?? '/'),
    'x-content-type-options': 'nosniff',
    ...options.headers,
  });
  options.onFile?.(found.path, request.method === 'HEAD' ? 0 : file.size);
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(found.path), response);
}

/** Names with a hash never change; `index.json` is the only file that is ever replaced by a publication. */
function cacheControl(url: string): string {
  if (/\/index\.json(\?|$)/.test(url)) return 'no-store';
  return /\?[0-9a-f]{8}$|\/assets\//.test(url) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function end(response: ServerResponse, status: number, headers: OutgoingHttpHeaders = {}): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(`${status}\n`);
}
