import { resolve, sep } from 'node:path';

/** Where a request leads: the decoded pathname and the file it names. */
export interface Located {
  readonly pathname: string;
  readonly path: string;
}

/** The file a request URL names below one of the roots, or null: unknown prefix, bad escape, or a way out of the root. */
export function locate(url: string, roots: Readonly<Record<string, string>>): Located | null {
  const pathname = decode(url.split(/[?#]/, 1)[0] ?? '');
  if (pathname === null || /[\0\\]/.test(pathname) || pathname.split('/').includes('..')) return null;
  const prefix = Object.keys(roots)
    .filter((candidate) => pathname.startsWith(candidate))
    .sort((a, b) => b.length - a.length)[0];
  const folder = prefix === undefined ? undefined : roots[prefix];
  if (prefix === undefined || folder === undefined) return null;

  const root = resolve(folder);
  const inside = pathname.slice(prefix.length);
  const path = resolve(root, `.${sep}${inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside}`);
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep) ? { pathname, path } : null;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
