import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { PLACES } from '../demo/geography.ts';
import { type BoundariesOptions, runBoundaries } from './boundaries-command.ts';
import { renamed, testFolder, writeShapefile } from './test-shapefile.ts';
import { readTopology } from './topology.ts';

let folder = '';
let from = '';
let to = '';
beforeEach(async () => {
  folder = await testFolder();
  to = join(folder, 'boundaries.topojson');
  from = await writeShapefile(folder, renamed((code, name) => ({ XZQDM: code.includes('-') ? '' : code, 乡镇: name })), 'gbk');
});

async function run(options: Partial<BoundariesOptions> = {}): Promise<{ status: number; text: string }> {
  const lines: string[] = [];
  const status = await runBoundaries({ from, to, ...options }, (line) => lines.push(line));
  return { status, text: lines.join('\n') };
}

describe('runBoundaries', () => {
  test('writes what readTopology reads, with the ledger’s codes', async () => {
    const { status, text } = await run({ places: PLACES, bytes: 30_000 });
    expect(status).toBe(0);
    expect(readTopology(to).features.map(({ properties }) => properties)).toEqual(PLACES.map(({ place_code, name }) => ({ code: place_code, name })));
    expect((await readFile(to)).length).toBeLessThanOrEqual(30_000);
    expect(text).toContain('towns.shp：18 个属地边界；代码取自 XZQDM，名称取自 乡镇；编码 gb18030');
    expect(text).toMatch(/简化：保留 [\d.]+% 的折点，\d\d,\d{3} 字节（目标 30,000）/);
    expect(text).toContain('对应属地：按代码 15 个，按名称 3 个');
    expect(text).not.toContain('无边界');
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
  test('lists what is left over on both sides, and still writes', async () => {
    const { status, text } = await run({ places: [...PLACES.slice(1), { place_code: '990101300', name: '新设乡' }] });
    expect(status).toBe(0);
    expect(text).toContain('无边界的属地：新设乡');
    expect(text).toContain('没有对应属地的边界：城关街道');
    expect(text).toContain('未简化');
  });
  test('writes the same bytes again, into a folder it makes', async () => {
    const again = join(folder, 'new', 'folder', 'b.json');
    await run();
    expect((await run({ to: again })).status).toBe(0);
    expect(await readFile(again, 'utf8')).toBe(await readFile(to, 'utf8'));
  });
  test('leaves the old file alone when the new data cannot be used', async () => {
    await writeFile(to, 'old');
    expect((await run({ bytes: 500 })).text).toContain('目标 500 字节太小');
    expect(await run({ codeField: '无此字段' })).toMatchObject({ status: 1, text: expect.stringContaining('XZQDM、乡镇') as string });
    expect(await readFile(to, 'utf8')).toBe('old');
  });
  test('says when it cannot write', async () => {
    await mkdir(to);
    const { status, text } = await run();
    expect(status).toBe(1);
    expect(text).toContain('boundaries.topojson：写不进去');
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
  test.each<[Partial<BoundariesOptions>, string]>([
    [{ from: '' }, '--from'],
    [{ to: '' }, '--to'],
    [{ to: 'out.shp' }, 'out.shp'],
    [{ from: 'a.json', to: './a.json' }, '同一个文件'],
    [{ bytes: 0 }, '--bytes'],
    [{ bytes: 1.5 }, '--bytes'],
    [{ bytes: NaN }, '--bytes'],
  ])('calls %j wrong usage', async (options, message) => {
    const { status, text } = await run(options);
    expect(status).toBe(2);
    expect(text).toContain(message);
  });
});
