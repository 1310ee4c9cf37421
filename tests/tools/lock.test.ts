import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { beforeAll, describe, expect, it } from 'vitest';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

const names = z.optional(z.record(z.string(), z.string()));
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.optional(z.string()), dependencies: names, devDependencies: names, optionalDependencies: names }),
  ),
});

let packages: z.infer<typeof lockSchema>['packages'];
beforeAll(async () => {
  ({ packages } = lockSchema.parse(JSON.parse(await readFile(join(PROJECT, 'package-lock.json'), 'utf8'))));
});

/** Whether the lock holds `name` in a place where Node finds it from the package at `path`. */
function holds(path: string, name: string): boolean {
  const inside = `${path === '' ? '' : `${path}/`}node_modules/${name}`;
  if (inside in packages) return true;
  return path !== '' && holds(path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name);
}

describe('package-lock.json', () => {
  it('holds apache-arrow once: with two copies an insert reports success and creates nothing', () => {
    const copies = Object.entries(packages).filter(([path]) => path.endsWith('node_modules/apache-arrow'));
    expect(copies.map(([path, { version }]) => [path, version?.split('.')[0]])).toEqual([['node_modules/apache-arrow', '17']]);
  });

  it('holds the binaries of every platform, or `npm ci` refuses it', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {}).filter((name) => !holds(path, name)),
    );
    expect(missing).toEqual([]);
  });

  it('pins every package of ours to one version', () => {
    const { dependencies, devDependencies } = packages[''] ?? {};
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d/.test(version));
    expect(loose).toEqual([]);
  });
});
