import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Plugin } from 'vite';
import { stripExports } from './strip-exports.ts';

const CACHE = fileURLToPath(new URL('../../.cache/gzip/', import.meta.url));

/**
 * Ships every .wasm compressed, as `<name>.wasm.gz`, and not raw: intranet servers often neither compress nor know the type. The page inflates it itself
 * (src/engine/wasm.ts), so any server will do. DuckDB exports no more than its own script names.
 */
export function gzipWasm(): Plugin {
  return {
    name: 'qq:gzip-wasm',
    apply: 'build',
    enforce: 'post',
    config: () => ({ define: { 'import.meta.env.VITE_WASM_SUFFIX': JSON.stringify('.gz') } }),
    async generateBundle(_, bundle) {
      for (const [name, asset] of Object.entries(bundle)) {
        if (asset.type !== 'asset' || !name.endsWith('.wasm')) continue;
        this.emitFile({ type: 'asset', fileName: `${name}.gz`, source: await gzipKept(slim(name, Buffer.from(asset.source), bundle)) });
        delete bundle[name];
      }
    },
  };
}

/** Everything that reads like a name in a script. */
export const namesIn = (script: string): ReadonlySet<string> => new Set(script.match(/[A-Za-z_$][\w$]*/g));

/** DuckDB's program with the exports that its script, which is in the bundle too, can ask for; another program as it is. */
function slim(file: string, wasm: Buffer, bundle: Parameters<Extract<Plugin['generateBundle'], (...args: never[]) => unknown>>[1]): Buffer {
  const kind = /duckdb-(eh|mvp)-/.exec(file)?.[1];
  if (kind === undefined) return wasm;
  const script = Object.values(bundle).find((each) => each.type === 'asset' && each.fileName.includes(`duckdb-browser-${kind}.worker-`));
  if (script?.type !== 'asset') throw new Error(`the build has no script for ${file}`);
  const names = namesIn(Buffer.from(script.source).toString('utf8'));
  return stripExports(wasm, (name) => names.has(name));
}

/** Level 9 takes twice the time of 6 to save half a percent. The engine changes once a year: the result is kept by its hash. */
async function gzipKept(bytes: Buffer): Promise<Buffer> {
  const kept = join(CACHE, `${createHash('sha256').update(bytes).digest('hex')}.gz`);
  const found = await readFile(kept).catch(() => null);
  if (found) return found;
  const packed = await promisify(gzip)(bytes, { level: 6 });
  await mkdir(CACHE, { recursive: true });
  // Renamed into place: two builds at a time never read half a file.
  const making = `${kept}.${process.pid}`;
  await writeFile(making, packed);
  await rename(making, kept);
  return packed;
}
