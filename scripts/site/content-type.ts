import { extname } from 'node:path';

const OCTETS = 'application/octet-stream';

/** The types every web server knows; without them a browser refuses the page. */
const PAGE_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

const OTHER_TYPES: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.topojson': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/** Content type by extension; a `bare` server knows only html, js and css. */
export function contentType(path: string, bare: boolean): string {
  const extension = extname(path).toLowerCase();
  return PAGE_TYPES[extension] ?? (bare ? OCTETS : (OTHER_TYPES[extension] ?? OCTETS));
}
