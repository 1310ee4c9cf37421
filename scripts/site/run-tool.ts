import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

const packageSchema = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

/** Runs the command of an installed package in the project's folder, its output on ours, and returns its exit status. Needs no shell, so it is the same on Windows. */
export async function runTool(name: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const script = await scriptOf(name);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: PROJECT, stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function scriptOf(name: string): Promise<string> {
  const folder = join(PROJECT, 'node_modules', name);
  const { bin } = packageSchema.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
  const script = typeof bin === 'string' ? bin : bin[name];
  if (script === undefined) throw new Error(`${name} 没有同名命令，请重新运行 npm ci`);
  return join(folder, script);
}
