import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askDemo } from '../support/demo.ts';
import { flipByte } from './damage.ts';
import { launch, watchPage, type PageLog } from './launch.ts';
import { openSite, type Site } from './site.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

let folder: string;
let site: Site;
let browser: Browser;
let page: Page;
let log: PageLog;

/** A fresh page over the harness; `prepare` runs in it before anything else. */
async function openPage(at: Site, prepare: () => void = () => undefined): Promise<{ page: Page; log: PageLog }> {
  const opened = await browser.newPage({ timezoneId: 'America/Los_Angeles' });
  const watched = watchPage(opened);
  await opened.addInitScript(prepare);
  await opened.goto(at.url);
  await opened.waitForFunction(() => 'harness' in window);
  return { page: opened, log: watched };
}

/** A test with a site and a page of its own, free to damage. */
async function alone(test: (own: Site, at: Page, watched: PageLog) => Promise<void>, prepare?: () => void): Promise<void> {
  const own = await openSite({}, folder);
  const opened = await openPage(own, prepare);
  try {
    await test(own, opened.page, opened.log);
  } finally {
    await opened.page.close();
    await own.close();
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qq-engine-'));
  await build({
    root: PROJECT,
    publicDir: false,
    logLevel: 'warn',
    build: {
      emptyOutDir: true,
      outDir: folder,
      rolldownOptions: { input: { harness: join(PROJECT, 'tests/browser/engine-harness.ts') }, output: { entryFileNames: '[name].js' } },
    },
  });
  await writeFile(join(folder, 'index.html'), '<link rel="icon" href="data:,"><script type="module" src="./harness.js"></script>');
  site = await openSite({}, folder);
  browser = await launch();
  ({ page, log } = await openPage(site));
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

const query = (sql: string) => page.evaluate(async (text) => (await window.harness.openDatabase()).query(text), sql);

const failureOf = (sql: string) =>
  page.evaluate(async (text) => window.harness.failure((await window.harness.openDatabase()).query(text)), sql);

/** Every stored answer of every published snapshot, with what the engine gives for the same question. */
const compareStored = (at: Page) => at.evaluate(async () => {
  const { source, prewarmedSchema } = window.harness;
  const { snapshots } = (await (await fetch('./snapshots/index.json')).json()) as { snapshots: { id: string }[] };
  const found: { id: string; sql: string; stored: string; live: string }[] = [];
  for (const { id } of snapshots) {
    const s = await source(id);
    const { answers } = prewarmedSchema.parse(await (await fetch(`${s.snapshot.folder}prewarmed.json`)).json());
    const tables = ['cube', 'projects', 'risks', 'warnings', 'places', 'departments', 'returns'].filter((t) => s.tables.has(t));
    // A space at the end makes it a text that nobody stored.
    const live = await s.ask(Object.fromEntries(answers.map(({ sql }, i) => [i, { sql: `${sql} `, tables }])));
    answers.forEach(({ sql, columns, rows }, i) => {
      const answer = live[i]!;
      found.push({ id, sql, stored: JSON.stringify(rows), live: 'rows' in answer ? JSON.stringify(answer.rows.map((row) => columns.map((c) => row[c]))) : String(answer.error) });
    });
  }
  return found;
});

/** One question through the snapshot's own way in; rows or what is told of the error. */
const askIn = (at: Page, sql: string, tables: readonly (string | { table: string; snapshot: string; as: string })[]) =>
  at.evaluate(async (q) => {
    const answer = (await (await window.harness.source()).ask({ q })).q!;
    return 'rows' in answer ? answer.rows : window.harness.told(answer.error);
  }, { sql, tables });

const COUNT = 'SELECT count(*)::INTEGER AS n FROM projects';

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

  it('says which SQL was wrong and why', async () => {
    const failure = await failureOf('SELECT nonsense FROM nowhere');
    expect(failure).toMatchObject({ name: 'QueryError', code: 'query', params: { sql: 'SELECT nonsense FROM nowhere' } });
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

  it('ends an engine that is stuck, fails what waits for it, and starts a new one', async () => {
    const failures = await page.evaluate(async () => {
      const { openDatabase, failure } = window.harness;
      const { query: ask } = await openDatabase();
      const stuck = ask('SELECT sum(a.range * b.range) FROM range(10000000) AS a, range(10000000) AS b', 300);
      const behind = ask('SELECT 1');
      const after = failure(stuck).then(() => failure(ask('SELECT 1')));
      return Promise.all([failure(stuck), failure(behind), after]);
    });
    expect(failures.map(({ name, code }) => `${name} ${code}`)).toEqual(['EngineError query_timeout', 'EngineError died', 'EngineError died']);
    expect(failures[0]?.params).toMatchObject({ seconds: 0.3 });
    expect(await query('SELECT 2 AS n')).toEqual([{ n: 2 }]);
  });

  it('has asked no other host for anything', () => {
    expect(log.requests.length).toBeGreaterThan(5);
    expect(log.requests.filter((url) => !/^(blob|data):/.test(url) && !url.startsWith(new URL(site.url).origin))).toEqual([]);
  });
});

describe('a snapshot that is asked', () => {
  it('answers the default view from what the publisher stored, without an engine', () => alone(async (_, at, { requests }) => {
    const answers = await at.evaluate(async () => {
      const { source, overviewQuestions, makeScope, parseRules } = window.harness;
      const s = await source();
      const { as_of: asOf } = s.snapshot.manifest;
      const rules: unknown = await (await fetch(`${s.snapshot.folder}rules.json`)).json();
      const scope = makeScope(asOf, '2026-11-13', parseRules(rules).rules);
      return Object.entries(await s.ask(overviewQuestions({ asOf, compare: '2026-11-13', filters: {}, scope, tables: s.tables }))).map(([name, a]) => [name, 'rows' in a ? a.rows.length : String(a.error)]);
    });
    expect(answers.length).toBeGreaterThanOrEqual(11);
    expect(answers.filter(([, n]) => typeof n !== 'number' || n === 0)).toEqual([]);
    expect(requests.filter((url) => /live|duckdb|wasm|parquet|worker/.test(url))).toEqual([]);
  }));

  it('gives live, from its own tables, exactly what the publisher stored', async () => {
    const compared = await compareStored(page);
    expect(compared.length).toBeGreaterThanOrEqual(22);
    for (const { id, sql, stored, live } of compared) expect({ id, sql, rows: live }).toEqual({ id, sql, rows: stored });
  });

  it('does the same where the browser knows no exceptions of WebAssembly', () => alone(async (_, at, { requests }) => {
    const compared = await compareStored(at);
    expect(compared.length).toBeGreaterThan(10);
    for (const { id, sql, stored, live } of compared) expect([id, sql, live]).toEqual([id, sql, stored]);
    expect(requests.flatMap((url) => /duckdb-(?:browser-)?(eh|mvp)/.exec(url)?.[1] ?? []).filter((kind) => kind !== 'mvp')).toEqual([]);
  }, () => {
    WebAssembly.validate = () => false;
  }));

  it('reads a table of another published snapshot under a name of its own', async () => {
    const earlier = { table: 'projects', snapshot: '2026-11-13', as: 'projects_before' };
    const sum = (table: string) => `SELECT sum(unpaid_wages)::DOUBLE AS n FROM ${table}`;
    const indexRead = () => log.requests.filter((url) => url.endsWith('/index.json')).length;
    const known = indexRead();
    const both = await askIn(page, `SELECT (${sum('projects')}) AS now, (${sum('projects_before')}) AS before`, ['projects', earlier]);
    // By the harness, which asks for a source; the other snapshot is looked up in what was read.
    expect(indexRead() - known).toBe(1);
    const [now] = await askDemo('2026-11-20', sum('projects'));
    const [before] = await askDemo('2026-11-13', sum('projects'));
    expect(both).toEqual([{ now: now!['n'], before: before!['n'] }]);
    expect(now).not.toEqual(before);
    expect(await askIn(page, 'SELECT 1', [{ ...earlier, snapshot: '1999-01-01' }])).toMatchObject({ name: 'LoadError', code: 'no_snapshot', params: { snapshot: '1999-01-01' } });
    expect(await askIn(page, 'SELECT 1', ['nothing'])).toMatchObject({ name: 'LoadError', code: 'not_imported', params: { file: 'nothing.parquet' } });
  });

  it('answers each of two snapshots from its own tables, whoever asks last', async () => {
    const [newer, older] = await page.evaluate(async (sql) => {
      const [a, b] = await Promise.all([window.harness.source('2026-11-20'), window.harness.source('2026-11-13')]);
      const asked = await Promise.all([a, b, a, b].map((s, i) => s.ask({ q: { sql: `${sql}${' '.repeat(i)}`, tables: ['projects', 'cube'] } })));
      return asked.map(({ q }) => (q && 'rows' in q ? q.rows : null));
    }, 'SELECT sum(unpaid_wages)::DOUBLE AS n, (SELECT max(as_of) FROM cube) AS day FROM projects');
    expect(newer).toMatchObject([{ day: '2026-11-20' }]);
    expect(older).toMatchObject([{ day: '2026-11-13' }]);
  });

  it('answers what is still being planned from its own tables, when those of another snapshot come meanwhile', async () => {
    const found = await page.evaluate(async () => {
      const sources = await Promise.all(['2026-11-20', '2026-11-13'].map((id) => window.harness.source(id)));
      const said: { readonly day: string; readonly rows: unknown }[] = [];
      const ask = async (n: number): Promise<void> => {
        const source = sources[n % 2]!;
        // A text of its own, planned anew, and long enough for that to take a while.
        const days = Array.from({ length: 80 }, () => 'SELECT as_of FROM cube').join(' UNION ALL ');
        const sql = `SELECT max(as_of) AS day, ${n} AS n FROM (${days}), selection`;
        const select = `UPDATE selection SET g_selected = '${n}'`;
        const { q } = await source.ask({ q: { sql: `${sql} -- ${select}`, tables: ['cube'], prepared: { sql, select } } });
        said.push({ day: source.snapshot.id, rows: q && 'rows' in q ? q.rows : q && String(q.error) });
      };
      for (let n = 0; n < 80; n += 2) {
        await ask(n);
        const other = ask(n + 1);
        await new Promise((resolve) => setTimeout(resolve, n % 10));
        await Promise.all([other, ask(n + 100)]);
      }
      return said;
    });
    expect(found.filter(({ day, rows }) => !JSON.stringify(rows).includes(day))).toEqual([]);
    expect(found).toHaveLength(120);
  });

  it('drops the answers of an aborted batch and goes on', async () => {
    const names = await page.evaluate(async () => {
      const { source, failure } = window.harness;
      const s = await source();
      const ask = (signal: AbortSignal) => failure(s.ask({ q: { sql: 'SELECT 1 AS aborted', tables: [] } }, { signal }));
      const controller = new AbortController();
      const running = ask(controller.signal);
      controller.abort();
      return [(await ask(controller.signal)).name, (await running).name];
    });
    expect(names).toEqual(['AbortError', 'AbortError']);
    expect(await askIn(page, 'SELECT 1 AS n', [])).toEqual([{ n: 1 }]);
  });

  it('tells its stages and bytes while it warms up, and asks for the overview\'s tables only', () => alone(async (_, at, { requests }) => {
    const stages = await at.evaluate(async () => {
      await (await window.harness.source()).warm();
      return window.harness.stages.map(({ stage, loadedBytes, totalBytes }) => ({ stage, loadedBytes, totalBytes }));
    });
    expect([...new Set(stages.map((s) => s.stage))]).toEqual(['downloading', 'compiling', 'loading', 'ready']);
    const last = stages.at(-1)!;
    expect(last.loadedBytes).toBeGreaterThan(8e6);
    expect(last.loadedBytes).toBe(last.totalBytes);
    expect(stages.some((s) => s.loadedBytes > 0 && s.loadedBytes < last.totalBytes)).toBe(true);
    expect(requests.flatMap((url) => /(\w+)\.parquet/.exec(url)?.[1] ?? [])).toEqual(['cube', 'projects', 'risks', 'warnings', 'places', 'departments', 'returns']);
    expect(await at.evaluate(() => performance.getEntriesByName('qq:engine-ready').length)).toBe(1);
  }));
});

describe('when something fails', () => {
  it('a killed worker is noticed, restarted, and its tables are loaded again', () => alone(async (_, at) => {
    const [before] = (await askIn(at, COUNT, ['projects'])) as { n: number }[];
    const engine = at.workers().find((w) => w.url().includes('duckdb'))!;
    void engine.evaluate(() => close()).catch(() => undefined);
    await new Promise((resolve) => engine.once('close', resolve));
    expect(await askIn(at, `${COUNT} `, ['projects'])).toEqual([before]);
    expect(at.workers().filter((w) => w.url().includes('duckdb'))).toHaveLength(1);
  }));

  it('a real trap of the wasm is said, ends that engine, and the next question is answered by a new one', () => alone(async (_, at) => {
    // Within all of DuckDB's own limits, yet its planner runs off the wasm's stack.
    const trap = `WITH a0 AS (SELECT 1 AS x)${Array.from({ length: 700 }, (_x, i) => `, a${i + 1} AS NOT MATERIALIZED (SELECT x + 1 AS x FROM a${i})`).join('')} SELECT * FROM a700`;
    const before = await askIn(at, COUNT, ['projects']);
    const [first] = at.workers().filter((w) => w.url().includes('duckdb'));
    expect(await askIn(at, trap, [])).toMatchObject({ name: 'EngineError', code: 'died', params: { reason: 'memory access out of bounds' } });
    expect(await askIn(at, `${COUNT} `, ['projects'])).toEqual(before);
    const now = at.workers().filter((w) => w.url().includes('duckdb'));
    expect([now.length, now.includes(first!)]).toEqual([1, false]);
  }));

  it('a question that needs more memory than there is fails alone, and the next is answered', () => alone(async (_, at) => {
    const before = await askIn(at, COUNT, ['projects']);
    const [engine] = at.workers().filter((w) => w.url().includes('duckdb'));
    await engine!.evaluate(() => {
      WebAssembly.Memory.prototype.grow = () => {
        throw new RangeError('no more');
      };
    });
    const failure = await askIn(at, "SELECT length(string_agg(repeat('x', 1000000), '')) AS n FROM range(1500)", []) as { name: string; message: string };
    expect(failure.message).toMatch(/memory/i);
    expect(await askIn(at, `${COUNT} `, ['projects'])).toEqual(before);
  }));

  it('a damaged table is an error of those who read it, by file name, and heals when the file does', () => alone(async (own, at) => {
    const path = join(own.snapshots, own.snapshotId, 'projects.parquet');
    await flipByte(path);
    expect(await askIn(at, COUNT, ['projects'])).toMatchObject({ name: 'LoadError', code: 'hash', params: { file: 'projects.parquet' } });
    expect(await askIn(at, 'SELECT max(as_of) AS day FROM cube', ['cube'])).toEqual([{ day: '2026-11-20' }]);
    await flipByte(path);
    expect(await askIn(at, COUNT, ['projects'])).toMatchObject([{ n: expect.any(Number) }]);
    await rm(join(own.snapshots, own.snapshotId, 'risks.parquet'));
    expect(await askIn(at, 'SELECT 1 FROM risks', ['risks'])).toMatchObject({ code: 'http', params: { file: 'risks.parquet', status: 404 } });
  }));

  it('damaged stored answers are calculated instead', () => alone(async (own, at) => {
    const path = join(own.snapshots, own.snapshotId, 'prewarmed.json');
    const { answers } = JSON.parse(await readFile(path, 'utf8')) as { answers: { sql: string; columns: string[]; rows: unknown[][] }[] };
    await flipByte(path);
    const places = answers.find(({ sql }) => sql.includes('FROM places'))!;
    expect(await askIn(at, places.sql, ['places'])).toEqual(places.rows.map((row) => Object.fromEntries(places.columns.map((c, i) => [c, row[i]]))));
  }));

  it('a snapshot of a newer format says so', () => alone(async (own, at) => {
    await writeFile(join(own.snapshots, 'index.json'), JSON.stringify({ format: 99, snapshots: 'of another shape' }));
    const failure = await at.evaluate(() => window.harness.failure(window.harness.source()));
    expect(failure).toMatchObject({ name: 'LoadError', code: 'newer_format', params: { file: 'index.json', format: 99, known: 1 } });
  }));

  it('without WebAssembly the stored answers stay and the rest says why', () => alone(async (own, at, { requests }) => {
    const { answers } = JSON.parse(await readFile(join(own.snapshots, own.snapshotId, 'prewarmed.json'), 'utf8')) as { answers: { sql: string; rows: unknown[] }[] };
    expect(await askIn(at, answers[0]!.sql, ['cube'])).toHaveLength(answers[0]!.rows.length);
    expect(await askIn(at, COUNT, ['projects'])).toMatchObject({ name: 'EngineError', code: 'no_wasm' });
    await at.evaluate(async () => (await window.harness.source()).warm());
    expect(await at.evaluate(() => window.harness.engineState().stage)).toBe('failed');
    expect(requests.filter((url) => /\.wasm/.test(url))).toEqual([]);
  }, () => {
    Reflect.deleteProperty(window, 'WebAssembly');
  }));

  it('too little memory is said as such, and the stored answers stay', () => alone(async (_, at) => {
    await at.route(/duckdb-browser-.*worker.*\.js/, (route) => route.fulfill({ contentType: 'text/javascript', body: "onmessage = ({ data }) => postMessage({ messageId: 1, requestId: data.messageId, type: 'ERROR', data: { name: 'RangeError', message: 'WebAssembly.Memory(): could not allocate memory', stack: '' } });" }));
    expect(await askIn(at, COUNT, ['projects'])).toMatchObject({ name: 'EngineError', code: 'memory' });
  }));

  it('a wasm file that does not come is named, and asked for again', () => alone(async (_, at) => {
    await at.route(/duckdb-eh.*\.wasm/, (route) => route.fulfill({ status: 404 }));
    expect(await askIn(at, COUNT, ['projects'])).toMatchObject({ name: 'EngineError', code: 'download', params: { file: expect.stringMatching(/^duckdb-eh-.*\.wasm\.gz$/), reason: 'HTTP 404' } });
    await at.unroute(/duckdb-eh.*\.wasm/);
    expect(await askIn(at, COUNT, ['projects'])).toMatchObject([{ n: expect.any(Number) }]);
  }));

  it('a wasm file that breaks off on its way is named at once', () => alone(async (_, at) => {
    const [name] = (await readdir(join(folder, 'assets'))).filter((file) => /^duckdb-eh.*\.wasm\.gz$/.test(file));
    const whole = await readFile(join(folder, 'assets', name!));
    await at.route(/duckdb-eh.*\.wasm/, (route) => route.fulfill({ body: whole.subarray(0, 1_000_000) }));
    expect(await askIn(at, COUNT, ['projects'])).toMatchObject({ name: 'EngineError', code: 'download', params: { file: name } });
  }));

  it('a server that inflates .gz by itself serves the engine as well', () => alone(async (_, at) => {
    await at.route(/\.wasm\.gz/, async (route) => {
      const response = await route.fetch({ url: route.request().url().replace('intranet.test', '127.0.0.1') });
      await route.fulfill({ response, headers: { ...response.headers(), 'content-encoding': 'gzip' } });
    });
    expect(await askIn(at, COUNT, ['projects'])).toMatchObject([{ n: expect.any(Number) }]);
  }));
});
