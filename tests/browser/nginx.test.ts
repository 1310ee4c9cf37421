import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HEADER_CSP } from '../../scripts/site/csp.ts';
import { copyNewestDemo } from '../support/demo.ts';
import { type NginxServer, parseBlock, serveBlock, serveByRules } from '../support/nginx.ts';
import { launch, watchPage } from './launch.ts';
import { appFolder } from './site.ts';

const text = readFileSync(fileURLToPath(new URL('../../public/nginx.conf.txt', import.meta.url)), 'utf8');
const block = parseBlock(text);

let browser: Browser;
let folder: string;
/** nginx itself where the machine has it. */
let server: NginxServer;
let read: NginxServer;
let snapshot: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qq-nginx-'));
  const site = join(folder, 'srv');
  cpSync(await appFolder(), site, { recursive: true });
  snapshot = await copyNewestDemo(join(site, 'snapshots'), 2);
  [browser, server, read] = await Promise.all([launch(), serveBlock(text, site, join(folder, 'nginx')), serveByRules(text, site)]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await read?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const FOREVER = 'public, max-age=31536000, immutable';
const asset = (): string => `/qq/assets/${readdirSync(join(folder, 'srv', 'assets')).find((name) => name.endsWith('.js'))!}`;
/** What each kind of address must be answered with; on nginx itself where the machine has it. */
const ADDRESSES: readonly (readonly [string, () => string, string, RegExp])[] = [
  ['the page', () => '/qq/', 'no-cache', /^text\/html/],
  ['a chunk with a hash in its name', asset, FOREVER, /javascript/],
  ['a table with its hash', () => `/qq/snapshots/${snapshot}/projects.parquet?0a1b2c3d`, FOREVER, /octet-stream/],
  ['a manifest with its hash', () => `/qq/snapshots/${snapshot}/manifest.json?0a1b2c3d`, FOREVER, /json/],
  ['a table without', () => `/qq/snapshots/${snapshot}/projects.parquet`, 'no-cache', /octet-stream/],
  ['a table with something else', () => `/qq/snapshots/${snapshot}/projects.parquet?x=0a1b2c3d`, 'no-cache', /octet-stream/],
  ['the index', () => '/qq/snapshots/index.json', 'no-store', /json/],
];

it.each(ADDRESSES)('%s: headers, type, body', async (_, address, cache, type) => {
  const expected = { 'content-security-policy': HEADER_CSP, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': cache };
  expect(block.headersOf(address())).toEqual(expected);
  const file = address().replace(/\?.*/, '').replace(/^\/qq\//, '') || 'index.html';
  for (const { port } of [server, read]) {
    const response = await fetch(`http://127.0.0.1:${port}${address()}`);
    expect([response.status, Object.fromEntries(Object.keys(expected).map((name) => [name, response.headers.get(name)]))]).toEqual([200, expected]);
    expect(response.headers.get('content-type')).toMatch(type);
    expect(Buffer.from(await response.arrayBuffer()).equals(readFileSync(join(folder, 'srv', file)))).toBe(true);
  }
});

it('what is not there is 404 under the same policy', async () => {
  for (const { port } of [server, read]) {
    const response = await fetch(`http://127.0.0.1:${port}/qq/snapshots/nothing.json`);
    expect([response.status, response.headers.get('content-security-policy')]).toEqual([404, HEADER_CSP]);
  }
});

it('the app opens, starts its engine and filters behind it, on plain http, without a complaint', async () => {
  const page = await browser.newPage();
  const { complaints } = watchPage(page);
  await page.goto(`http://intranet.test:${server.port}/qq/`);
  await page.waitForFunction(() => document.body.innerText.includes('64/66'), null, { timeout: 60_000 });
  await page.waitForFunction(() => performance.getEntriesByName('qq:engine-ready').length > 0, null, { timeout: 90_000 });
  await page.evaluate(() => (location.hash = '#/?dept=D02'));
  await page.waitForFunction(() => document.body.innerText.includes('8/9'), null, { timeout: 60_000 });
  expect(complaints).toEqual([]);
});

it('a block that says something unknown is not taken for read', () => {
  expect(() => parseBlock(text.replace('gzip on;', 'gzap on;'))).toThrow('gzap');
  expect(() => parseBlock('server {}')).toThrow('location');
});
