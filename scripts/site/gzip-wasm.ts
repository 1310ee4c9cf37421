import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const CACHE = fileURLToPath(new URL('../../.cache/gzip/', import.meta.url));

/**
 * Ships every .wasm compressed, as `<name>.wasm.gz`, and not raw: intranet servers often neither compress nor know the type. The page inflates it itself
 * (src/engine/wasm.ts), so any server will do.
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
        this.emitFile({ type: 'asset', fileName: `${name}.gz`, source: await gzipKept(Buffer.from(asset.source)) });
        delete bundle[name];
      }
    },
  };
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
