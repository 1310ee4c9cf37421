import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { runProgram } from './run-program.ts';
import { FLAGS } from './launch.ts';

const KEPT = fileURLToPath(new URL('../../.cache/chromium-90/', import.meta.url));

/** Starts Chromium 90 (2021), which the package chrome-aws-lambda brings as brotli files; unpacked once per machine. Linux on x64 only. */
export async function launchOldChromium(): Promise<Browser> {
  if (!existsSync(join(KEPT, 'chromium'))) await unpack();
  // Playwright's own headless switch is the new one, which Chromium 90 does not know.
  return chromium.launch({
    executablePath: join(KEPT, 'chromium'),
    headless: false,
    args: ['--headless', ...FLAGS],
    env: { ...process.env, LD_LIBRARY_PATH: join(KEPT, 'lib') },
  });
}

async function unpack(): Promise<void> {
  const packed = join(dirname(createRequire(import.meta.url).resolve('chrome-aws-lambda/package.json')), 'bin');
  const making = `${KEPT.slice(0, -1)}-${process.pid}`;
  await mkdir(making, { recursive: true });
  const inflate = async (name: string): Promise<Buffer> => promisify(brotliDecompress)(await readFile(join(packed, `${name}.br`)));
  for (const name of ['aws.tar', 'swiftshader.tar']) {
    await writeFile(join(making, name), await inflate(name));
    await runProgram('tar', ['-xf', name], making);
  }
  await writeFile(join(making, 'chromium'), await inflate('chromium'));
  await chmod(join(making, 'chromium'), 0o755);
  await rm(KEPT, { recursive: true, force: true });
  await rename(making, KEPT);
}
