import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashFiles } from './hash-files.ts';
import { runTool } from './run-tool.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Which sources the last build was made of. */
const STAMP = join(PROJECT, '.cache', 'site-build.json');

/** What decides the built bytes: the app, its page, its icons, its settings and its exact packages. */
const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'scripts/site/csp.ts', 'scripts/site/gzip-wasm.ts', 'package-lock.json'];

/**
 * Builds the app into `outDir` (default `dist`) and returns that folder.
 * Does nothing when the folder already holds the build of these very sources.
 */
export async function buildSite(outDir = join(PROJECT, 'dist')): Promise<string> {
  const folder = resolve(outDir);
  const wanted = JSON.stringify({ folder, sources: await hashFiles(PROJECT, SOURCES) });
  if (existsSync(join(folder, 'index.html')) && (await readText(STAMP)) === wanted) return folder;

  await rm(STAMP, { force: true });
  // In a process of its own: under Vitest, NODE_ENV=test would ship development builds of Vue and of its compiler's output.
  const status = await runTool('vite', ['build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'], { NODE_ENV: 'production' });
  if (status !== 0) throw new Error(`vite build 失败（${status}），原因见上`);
  await mkdir(dirname(STAMP), { recursive: true });
  await writeFile(STAMP, wanted);
  return folder;
}

const readText = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null);
