import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../scripts/site/build.ts';

/** Hosts that stand in the code as namespaces, credits and help texts; nothing ever asks them anything. */
const INERT = ['www.w3.org', 'github.com', 'leafletjs.com', 'vuejs.org'];

let dist: string;
let files: string[];
beforeAll(async () => {
  dist = await buildSite();
  files = (await readdir(dist, { recursive: true })).map((file) => file.replaceAll('\\', '/')).sort();
});

const texts = (): Promise<[string, string][]> =>
  Promise.all(
    files
      .filter((file) => /\.(html|js|css|svg)$/.test(file))
      .map(async (file) => [file, await readFile(join(dist, file), 'utf8')]),
  );

describe('the built app', () => {
  it.each([
    [/^index\.html$/, 1_000],
    [/^assets\/duckdb-eh-.*\.wasm$/, 40e6],
    [/^assets\/duckdb-mvp-.*\.wasm$/, 45e6],
    [/^assets\/duckdb-browser-eh\.worker-.*\.js$/, 1e6],
    [/^assets\/duckdb-browser-mvp\.worker-.*\.js$/, 1e6],
    [/^assets\/decode\.worker-.*\.js$/, 60e3],
    [/^assets\/parquet_wasm_bg-.*\.wasm$/, 6e6],
    [/^assets\/index-.*\.js$/, 600e3],
  ])('holds one %s within its budget', async (name, budget) => {
    const found = files.filter((file) => name.test(file));
    expect(found).toHaveLength(1);
    expect((await stat(join(dist, found[0] ?? ''))).size).toBeLessThan(budget);
  });

  it('names no foreign host that could be asked', async () => {
    const named = (await texts()).flatMap(([file, text]) =>
      [...text.matchAll(/(?:https?:|wss?:)?\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})/gi)].map((match) => `${file}: ${match[1]}`),
    );
    expect(named.filter((each) => !INERT.some((host) => each.endsWith(`: ${host}`)))).toEqual([]);
  });

  it('points only to relative places, so that it works under any sub-path', async () => {
    const html = await readFile(join(dist, 'index.html'), 'utf8');
    const links = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map((match) => match[1]);
    expect(links.length).toBeGreaterThan(2);
    expect(links.filter((link) => !link?.startsWith('./'))).toEqual([]);
    for (const [file, text] of (await texts()).filter(([name]) => name.endsWith('.css'))) {
      expect([file, [...text.matchAll(/url\(["']?(\/|https?:)/g)]]).toEqual([file, []]);
    }
  });

  it('is the production build of Vue', async () => {
    const [, main] = (await texts()).find(([file]) => /^assets\/index-.*\.js$/.test(file)) ?? ['', ''];
    expect(main).not.toContain('Avoid app logic that relies on');
    expect(main).not.toContain('feature-flags');
  });
});
