import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashFiles } from './hash-files.ts';

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'qq-hash-'));
  await mkdir(join(base, 'src', 'deep'), { recursive: true });
  await writeFile(join(base, 'src', 'deep', 'a.ts'), 'a');
  await writeFile(join(base, 'page.html'), 'page');
});
afterEach(() => rm(base, { recursive: true, force: true }));

const hash = () => hashFiles(base, ['src', 'page.html', 'absent']);

it('changes with bytes and names, and with nothing else', async () => {
  const first = await hash();
  expect(await hash()).toBe(first);
  await writeFile(join(base, 'src', 'deep', 'a.test.ts'), 'a test does not reach the app');
  expect(await hash()).toBe(first);
  await writeFile(join(base, 'src', 'deep', 'a.ts'), 'b');
  const second = await hash();
  expect(second).not.toBe(first);
  await writeFile(join(base, 'src', 'b.ts'), '');
  expect(await hash()).not.toBe(second);
});
