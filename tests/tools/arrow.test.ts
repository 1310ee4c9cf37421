import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const lockSchema = z.object({ packages: z.record(z.string(), z.object({ version: z.optional(z.string()) })) });

describe('apache-arrow', () => {
  it('is installed once: with two copies an insert reports success and creates nothing', async () => {
    const { packages } = lockSchema.parse(JSON.parse(await readFile(join(PROJECT, 'package-lock.json'), 'utf8')));
    const copies = Object.entries(packages).filter(([path]) => path.endsWith('node_modules/apache-arrow'));
    expect(copies.map(([path, { version }]) => [path, version?.split('.')[0]])).toEqual([['node_modules/apache-arrow', '17']]);
    expect(await readdir(join(PROJECT, 'node_modules/@duckdb/duckdb-wasm'))).not.toContain('node_modules');
  });
});
