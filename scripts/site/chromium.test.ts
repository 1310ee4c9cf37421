import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from './chromium.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'qq-chromium-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function touch(...path: string[]): Promise<string> {
  const file = join(home, ...path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, '');
  return file;
}

describe('findChromium', () => {
  it('takes QQ_CHROMIUM before anything else', async () => {
    const mine = await touch('mine');
    await touch('bin', 'chromium');
    expect(findChromium({ QQ_CHROMIUM: mine, PATH: join(home, 'bin') }, 'linux')).toBe(mine);
  });

  it('looks along PATH and prefers Chromium to its relatives', async () => {
    const edge = await touch('a', 'microsoft-edge');
    expect(findChromium({ PATH: `/none:${join(home, 'a')}` }, 'linux')).toBe(edge);
    const chromium = await touch('b', 'chromium');
    expect(findChromium({ PATH: `${join(home, 'a')}:${join(home, 'b')}` }, 'linux')).toBe(chromium);
  });

  it('knows where macOS keeps its applications', async () => {
    const chrome = await touch('Applications', 'Google Chrome.app', 'Contents', 'MacOS', 'Google Chrome');
    expect(findChromium({ HOME: home }, 'darwin')).toBe(chrome);
  });

  it('knows where Windows keeps its programs', async () => {
    const edge = await touch('Microsoft', 'Edge', 'Application', 'msedge.exe');
    expect(findChromium({ PROGRAMFILES: join(home, 'none'), LOCALAPPDATA: home }, 'win32')).toBe(edge);
  });
});
