import type { Plugin } from 'vite';

/**
 * What the page may do, and nothing else: its own files, the engine's WebAssembly, style attributes (charts, tooltips), pictures
 * made in the page. The same text stands in public/web.config and public/nginx.conf.txt (a test compares them).
 */
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** For a page's own `<meta>`: the browser ignores frame-ancestors there, and workers loaded by URL are not bound. */
export const META_CSP = DIRECTIVES.join('; ');

/** For the server's header. */
export const HEADER_CSP = [...DIRECTIVES, "frame-ancestors 'self'"].join('; ');

/** Puts the policy into the built page, for servers that send no header. */
export function metaCsp(): Plugin {
  return {
    name: 'qq:meta-csp',
    apply: 'build',
    transformIndexHtml: (html) => html.replace('<meta charset="utf-8" />', `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${META_CSP}" />`),
  };
}
