import { expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prewarmedSchema } from '../../src/model/prewarmed.ts';
import { PREWARMED } from '../../src/model/prewarmed-file.ts';
import { overviewQuestions, type OverviewAsk } from '../../src/query/overview.ts';
import { makeScope } from '../../src/query/scope.ts';
import { parseRules } from '../../src/model/rules.ts';
import { SNAPSHOT_TABLES } from '../../src/model/tables.ts';
import { withDatabase } from '../../scripts/snapshot/database.ts';
import { literal } from '../../src/query/sql.ts';
import { askDemo, demoFolder } from '../support/demo.ts';
import { rowsOf } from '../support/duckdb.ts';

const [asOf, compare] = ['2026-11-20', '2026-11-13'];
const tables = new Set(['cube', ...SNAPSHOT_TABLES.map((t) => t.name)]);

async function questions(given: Partial<OverviewAsk> = {}) {
  const rules = parseRules(JSON.parse(readFileSync(join(await demoFolder(), asOf, 'rules.json'), 'utf8'))).rules;
  return overviewQuestions({ asOf, compare, filters: {}, scope: makeScope(asOf, compare, rules), tables, ...given });
}

it('reads the story off the batch: 64/66, 515.0 万元, 112/119 and the week before', async () => {
  const weeks = await askDemo(asOf, (await questions()).series!.sql);
  expect(weeks).toHaveLength(25);
  const [before, now] = weeks.slice(-2);
  expect(now).toMatchObject({ no_arrears_rate_n: 64, no_arrears_rate_d: 66, open_risk_n: 2, severe_open_n: 1, unpaid_wages_n: 5_150_000, clue_on_time_rate_n: 112, clue_on_time_rate_d: 119, step_closed_n: 4 });
  expect(before).toMatchObject({ no_arrears_rate_n: 60, open_risk_n: 6 });
});

it('leaves each view unfiltered by its own clause', async () => {
  const asked = await questions({ filters: { area: ['990101001'], g: ['严重'] } });
  const places = await askDemo(asOf, asked.byPlace!.sql);
  expect(new Set(places.map((p) => p['place_code'])).size).toBeGreaterThan(10);
  const sites = await askDemo(asOf, asked.sites!.sql);
  expect(sites.every((s) => s['grade_now'] === '严重')).toBe(true);
  const counts = await askDemo(asOf, (await questions({ filters: { area: ['990101001'] } })).counts!.sql);
  const total = (filter: string) => counts.filter((c) => c['filter'] === filter).reduce((n, c) => n + Number(c['n']), 0);
  expect([total('all'), total('area')]).toEqual([66, 66]);
  expect(total('dept')).toBe(total('on'));
});

it('asks nothing of tables the snapshot lacks', async () => {
  expect(Object.keys(await questions({ tables: new Set(['cube', 'projects', 'places', 'departments']) }))).not.toContain('returns');
});

it('answers in one order however the rows lie: the stored answers are part of the sealed bytes', async () => {
  const folder = join(await demoFolder(), asOf);
  const asked = await questions();
  const answers = (upsideDown: boolean) => withDatabase(async (connection) => {
    for (const file of readdirSync(folder).filter((f) => f.endsWith('.parquet'))) {
      await connection.run(`CREATE TABLE ${file.replace('.parquet', '')} AS SELECT * EXCLUDE (_at) FROM (SELECT *, row_number() OVER () AS _at FROM read_parquet(${literal(join(folder, file))})) ORDER BY ${upsideDown ? '-' : ''}_at`);
    }
    const rows: Record<string, unknown> = {};
    for (const [name, { sql }] of Object.entries(asked)) rows[name] = await rowsOf(connection, sql);
    return rows;
  });
  expect(await answers(true)).toEqual(await answers(false));
});

it('is stored by the publisher under the very same text', async () => {
  const stored = prewarmedSchema.parse(JSON.parse(readFileSync(join(await demoFolder(), asOf, PREWARMED), 'utf8')));
  expect(stored.answers.map((a) => a.sql)).toEqual(Object.values(await questions()).map((q) => q.sql));
});
