import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Served } from '../../scripts/site/serve.ts';
import { launch, watchPage, type PageLog } from './launch.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

let folder: string;
let served: Served;
let browser: Browser;
let page: Page;
let log: PageLog;
let origin: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qq-engine-'));
  await build({
    root: PROJECT,
    publicDir: false,
    logLevel: 'warn',
    build: {
      emptyOutDir: true,
      outDir: folder,
      rolldownOptions: {
        input: { harness: join(PROJECT, 'tests/browser/engine-harness.ts') },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  await writeFile(join(folder, 'index.html'), '<script type="module" src="./harness.js"></script>');
  served = await serve({ roots: { '/': folder }, port: 0, host: '127.0.0.1', bare: true });
  origin = `http://intranet.test:${new URL(served.url).port}`;
  browser = await launch();
  page = await browser.newPage({ timezoneId: 'America/Los_Angeles' });
  log = watchPage(page);
  await page.goto(origin);
  await page.waitForFunction(() => 'harness' in window);
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  await rm(folder, { recursive: true, force: true });
});

const query = (sql: string) => page.evaluate(async (text) => (await window.harness.openDatabase()).query(text), sql);

const failureOf = (sql: string) =>
  page.evaluate(async (text) => window.harness.failure((await window.harness.openDatabase()).query(text)), sql);

describe('the engine in Chromium', () => {
  it('is started once, however many ask', async () => {
    expect(await page.evaluate(() => window.harness.openDatabase() === window.harness.openDatabase())).toBe(true);
  });

  it.each([
    ['42::INTEGER', 42],
    ['42::BIGINT', 42],
    ['count(*)', 1],
    ['sum(7)', 7],
    ["DATE '2026-11-20'", '2026-11-20'],
    ["DATE '1969-12-31'", '1969-12-31'],
    ['1234.50::DECIMAL(18,2)', 1234.5],
    ["'太平镇'", '太平镇'],
    ['true', true],
    ['NULL::BIGINT', null],
    ['NULL::DATE', null],
    ['1.0::DOUBLE / 0', null],
    ["'NaN'::DOUBLE", null],
  ])('answers %s as a plain value', async (expression, value) => {
    expect(await query(`SELECT ${expression} AS value`)).toEqual([{ value }]);
  });

  it('keeps a null among numbers', async () => {
    expect(await query('SELECT n FROM (VALUES (1), (NULL), (3)) AS t (n)')).toEqual([{ n: 1 }, { n: null }, { n: 3 }]);
  });

  it('answers many queries at once, each its own', async () => {
    const answers = await page.evaluate(async () => {
      const { query: ask } = await window.harness.openDatabase();
      return Promise.all([1, 2, 3, 4, 5].map((n) => ask(`SELECT ${n} AS n`)));
    });
    expect(answers).toEqual([1, 2, 3, 4, 5].map((n) => [{ n }]));
  });

  it('says which SQL was wrong and why', async () => {
    const failure = await failureOf('SELECT nonsense FROM nowhere');
    expect(failure).toMatchObject({ name: 'QueryError', sql: 'SELECT nonsense FROM nowhere' });
    expect(failure.message).toContain('nowhere');
  });

  it.each([
    'SET enable_external_access=true',
    'SET autoload_known_extensions=true',
    'SET lock_configuration=false',
    'LOAD json',
    "SELECT * FROM read_parquet('http://example.com/a.parquet')",
    "SELECT * FROM 'http://example.com/a.csv'",
    "ATTACH 'http://example.com/a.duckdb' AS a",
    "COPY (SELECT 1) TO 'a.csv'",
  ])('is locked against: %s', async (sql) => {
    expect(await failureOf(sql)).toMatchObject({ name: 'QueryError' });
  });

  it('takes INSTALL for a word: nothing is fetched and nothing can be loaded', async () => {
    const before = log.requests.length;
    await query('INSTALL json');
    expect(await failureOf('LOAD json')).toMatchObject({ name: 'QueryError' });
    expect(log.requests.slice(before)).toEqual([]);
  });

  it('drops the answer of an aborted query and goes on', async () => {
    const failures = await page.evaluate(async () => {
      const { openDatabase, failure } = window.harness;
      const { query: ask } = await openDatabase();
      const early = await failure(ask('SELECT 1', { signal: AbortSignal.abort() }));
      const controller = new AbortController();
      const running = failure(ask('SELECT 1', { signal: controller.signal }));
      controller.abort();
      return [early.name, (await running).name];
    });
    expect(failures).toEqual(['AbortError', 'AbortError']);
    expect(await query('SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });

  it('ends an engine that is stuck, fails what waits for it, and starts a new one', async () => {
    const failures = await page.evaluate(async () => {
      const { openDatabase, failure } = window.harness;
      const { query: ask } = await openDatabase();
      const stuck = ask('SELECT sum(a.range * b.range) FROM range(10000000) AS a, range(10000000) AS b', { timeout: 300 });
      const behind = ask('SELECT 1');
      const after = failure(stuck).then(() => failure(ask('SELECT 1')));
      return Promise.all([failure(stuck), failure(behind), after]);
    });
    expect(failures.map(({ name }) => name)).toEqual(['EngineError', 'EngineError', 'EngineError']);
    expect(failures[0]?.message).toContain('0.3 秒');
    expect(await query('SELECT 2 AS n')).toEqual([{ n: 2 }]);
  });

  it('has asked no other host for anything', () => {
    expect(log.requests.length).toBeGreaterThan(5);
    expect(log.requests.filter((url) => !url.startsWith('blob:') && !url.startsWith(origin))).toEqual([]);
  });
});
