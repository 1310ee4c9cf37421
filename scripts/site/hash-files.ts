import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** SHA-256 over the names and bytes of files and whole folders below `base`, in a fixed order; tests and absent entries are left out. */
export async function hashFiles(base: string, entries: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of (await Promise.all(entries.map((entry) => filesOf(base, entry)))).flat()) {
    const bytes = await readFile(join(base, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

async function filesOf(base: string, entry: string): Promise<string[]> {
  const found = await stat(join(base, entry)).catch(() => null);
  if (!found) return [];
  if (found.isFile()) return [entry];
  const children = await readdir(join(base, entry), { recursive: true, withFileTypes: true });
  return children
    .filter((child) => child.isFile() && !child.name.endsWith('.test.ts'))
    .map((child) => join(child.parentPath, child.name).slice(base.length).replace(/^[\\/]/, '').replaceAll('\\', '/'))
    .sort();
}
