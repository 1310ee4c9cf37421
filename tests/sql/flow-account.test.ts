import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { withDatabase } from '../../scripts/snapshot/database.ts';
import { listPublished, type Published } from '../../scripts/snapshot/index-file.ts';
import { DEFAULT_RULES } from '../../src/model/rules.ts';
import { compile } from '../../src/query/compile.ts';
import { AXES, flowQuestions, netQuestions } from '../../src/query/account.ts';
import { accountSql } from '../../src/query/flow.ts';
import { makeScope } from '../../src/query/scope.ts';
import { literal } from '../../src/query/sql.ts';
import { isoWeek } from '../../src/shared/dates.ts';
import { demoFolder } from '../support/demo.ts';
import { rowsOf } from '../support/duckdb.ts';

type Row = Record<string, unknown>;
let weeks: Published[] = [];
beforeAll(async () => void (weeks = listPublished(await demoFolder())));
const dayOf = (week: number): string => weeks.map((w) => w.manifest.as_of).find((day) => isoWeek(day).week === week)!;

/** Opens one week's tables, with the ledger of another as `from_projects`. */
async function withWeek<T>(day: string, use: (connection: DuckDBConnection) => Promise<T>, before: string | null = null): Promise<T> {
  const of = (d: string): Published => weeks.find((w) => w.manifest.as_of === d)!;
  return withDatabase(async (connection) => {
    for (const f of of(day).manifest.files) if (f.table) await connection.run(`CREATE VIEW ${f.table} AS FROM read_parquet(${literal(join(of(day).folder, f.path))})`);
    if (before !== null) await connection.run(`CREATE VIEW from_projects AS FROM read_parquet(${literal(join(of(before).folder, 'projects.parquet'))})`);
    return use(connection);
  });
}
const n = (row: Row, key: string): number => Number(row[key]);
const cents = (row: Row, key: string): number => Math.round(n(row, `money_${key}`) * 100);
/** Both equations, as domain §4 writes them. */
function expectBalance(row: Row): void {
  expect(n(row, 'opening') + n(row, 'added') + n(row, 'reopened') + n(row, 'found') - n(row, 'closed') - n(row, 'lost')).toBe(n(row, 'closing'));
  expect(cents(row, 'opening') + cents(row, 'added') + cents(row, 'reopened') + cents(row, 'found') + cents(row, 'grown') - cents(row, 'part_paid') - cents(row, 'closed') - cents(row, 'lost')).toBe(cents(row, 'closing'));
}
const COUNTS = ['opening', 'added', 'reopened', 'found', 'closed', 'lost', 'closing'] as const;
const MONEY = [...COUNTS, 'grown', 'part_paid'].map((k) => `money_${k}`);

describe('销号账 of the demo county', () => {
  it('balances on all 300 pairs of weeks, in projects and in 元, in total and by 属地, 主管部门 and 投资性质, against the ledger of the last week', async () => {
    let pairs = 0;
    for (const [at, to] of weeks.entries()) {
      await withWeek(to.manifest.as_of, async (connection) => {
        for (const from of weeks.slice(0, at)) {
          const ask = { from: from.manifest.as_of, to: to.manifest.as_of, closing: 'projects' as const };
          const [total] = await rowsOf(connection, accountSql(ask));
          expectBalance(total!);
          const [first, ...units] = await rowsOf(connection, accountSql({ ...ask, axes: AXES }));
          expect(first).toMatchObject({ ...total, axis: null });
          for (const by of AXES) {
            const rows = units.filter((r) => r['axis'] === by);
            rows.forEach(expectBalance);
            for (const key of [...COUNTS, ...MONEY]) expect(rows.reduce((sum, r) => sum + Math.round(n(r, key) * 100), 0)).toBe(Math.round(n(total!, key) * 100));
          }
          pairs += 1;
        }
      });
    }
    expect(pairs).toBe(300);
  });

  it('opens with what the ledger of the first week says itself', async () => {
    const told = new Map<string, Row>();
    for (const week of weeks) await withWeek(week.manifest.as_of, async (c) => void told.set(week.manifest.as_of, (await rowsOf(c, 'SELECT count(*) FILTER (WHERE open) AS n, sum(unpaid_wages) FILTER (WHERE open) AS money FROM projects'))[0]!));
    await withWeek(dayOf(47), async (connection) => {
      for (const [day, row] of told) expect((await rowsOf(connection, accountSql({ from: day, to: dayOf(47) })))[0]).toMatchObject({ opening: n(row, 'n'), money_opening: n(row, 'money') });
    });
  });

  it('38→47: 26 + 3 + 1 + 0 − 28 − 0 = 2; 严重 8+0+0+1−2−6 = 1, 一般 18+3+1−1+2−22 = 1', async () => {
    const ask = { from: dayOf(38), mid: dayOf(43), to: dayOf(47), filters: {} };
    await withWeek(ask.to, async (connection) => {
      const questions = flowQuestions(ask);
      const rows = async (name: keyof typeof questions): Promise<Row[]> => rowsOf(connection, questions[name].sql);
      expect((await rows('account'))[0]).toMatchObject({ opening: 26, added: 3, reopened: 1, found: 0, closed: 28, lost: 0, upgraded: 1, downgraded: 2, closing: 2, money_opening: 81_000_000, money_closing: 5_150_000 });
      const steps = await rows('weeks');
      const sum = (grade: string, key: string): number => steps.filter((r) => r['grade'] === grade).reduce((total, r) => total + n(r, key), 0);
      const TERMS = ['added', 'reopened', 'found', 'moved_in', 'moved_out', 'closed', 'lost'];
      expect(TERMS.map((k) => sum('严重', k))).toEqual([0, 0, 0, 1, 2, 6, 0]);
      expect(TERMS.map((k) => sum('一般', k))).toEqual([3, 1, 0, 2, 1, 22, 0]);
      expect(steps.filter((r) => r['as_of'] === dayOf(39)).map((r) => [r['grade'], r['opening']])).toEqual([['严重', 8], ['一般', 18]]);
      expect(steps.filter((r) => r['as_of'] === dayOf(47)).map((r) => [r['grade'], r['closing']])).toEqual([['严重', 1], ['一般', 1]]);
      expect(await rows('off')).toEqual([]);
      const movers = await rows('movers');
      const closures = movers.map((r) => String(r['history']).split(';').filter((s) => s.split('|')[0]! > ask.from && s.split('|')[1] === '销号').length);
      expect([movers.length, movers[0]!['of_all'], closures.filter((c) => c > 0).length, closures.reduce((a, b) => a + b, 0)]).toEqual([29, 29, 27, 28]);
      const bands = await rows('bands');
      const state = (column: string) => Object.fromEntries(['严重', '一般', '无欠薪', '漏报'].map((g) => [g, bands.filter((r) => r[column] === g).reduce((total, r) => total + n(r, 'n'), 0)]));
      expect(state('state_from')).toEqual({ 严重: 8, 一般: 18, 无欠薪: 40, 漏报: 0 });
      expect(state('state_mid')).toEqual({ 严重: 5, 一般: 10, 无欠薪: 51, 漏报: 0 });
      expect(state('state_to')).toEqual({ 严重: 1, 一般: 1, 无欠薪: 64, 漏报: 0 });
      expect(bands.filter((r) => r['court'] === true).map((r) => [r['state_to'], r['n']])).toEqual(expect.arrayContaining([['严重', 1], ['一般', 1]]));
    });
  });

  it('期初存量销号率 read off the bands is that of the catalogue: 24/26, 7/8, 17/18', async () => {
    await withWeek(dayOf(47), async (connection) => {
      const bands = await rowsOf(connection, flowQuestions({ from: dayOf(38), mid: null, to: dayOf(47), filters: {} }).bands.sql);
      const rate = (grades: string[]) => [true, false].map((gone) => bands.filter((r) => grades.includes(String(r['state_from'])) && (!gone || r['state_to'] === '无欠薪')).reduce((sum, r) => sum + n(r, 'n'), 0));
      const indicators = ['opening_closure_rate', 'opening_closure_severe', 'opening_closure_general'];
      const scope = makeScope(dayOf(47), null, { ...DEFAULT_RULES, calendar: { ...DEFAULT_RULES.calendar, festivals: {} } });
      const [told] = await rowsOf(connection, compile({ indicators, by: [], filters: {}, scope, tables: new Set(['cube', 'projects', 'absent', 'flow']) }).sql);
      expect([rate(['严重', '一般']), rate(['严重']), rate(['一般'])]).toEqual(indicators.map((i) => [told![`${i}_n`], told![`${i}_d`]]));
      expect(rate(['严重', '一般'])).toEqual([24, 26]);
    });
  });

  it('by week every 期末 is the next 期初, by grade too, in projects and in 元', async () => {
    await withWeek(dayOf(47), async (connection) => {
      const rows = await rowsOf(connection, flowQuestions({ from: dayOf(22), mid: dayOf(35), to: dayOf(47), filters: {} }).weeks.sql);
      expect(rows).toHaveLength(48);
      for (const grade of ['严重', '一般']) {
        const chain = rows.filter((r) => r['grade'] === grade);
        for (const [i, row] of chain.entries()) {
          expect(n(row, 'opening') + n(row, 'added') + n(row, 'reopened') + n(row, 'found') + n(row, 'moved_in') - n(row, 'moved_out') - n(row, 'closed') - n(row, 'lost')).toBe(n(row, 'closing'));
          expect(cents(row, 'opening') + cents(row, 'added') + cents(row, 'reopened') + cents(row, 'found') + cents(row, 'grown') + cents(row, 'moved_in') - cents(row, 'moved_out') - cents(row, 'part_paid') - cents(row, 'closed') - cents(row, 'lost')).toBe(cents(row, 'closing'));
          if (i > 0) expect([row['opening'], row['money_opening']]).toEqual([chain[i - 1]!['closing'], chain[i - 1]!['money_closing']]);
        }
      }
    });
  });

  it('湖滨印象 is 漏报 in week 31, never dropped, and 找回 in week 32', async () => {
    const ask = (to: number) => ({ from: dayOf(30), mid: null, to: dayOf(to), filters: {} });
    await withWeek(dayOf(31), async (connection) => {
      const questions = flowQuestions(ask(31));
      expect((await rowsOf(connection, questions.account.sql))[0]).toMatchObject({ lost: 1, found: 0 });
      expect((await rowsOf(connection, questions.movers.sql))[0]).toMatchObject({ project_id: 'AL-065', name: '湖滨印象', state_to: '漏报', last_seen: dayOf(30) });
      expect(await rowsOf(connection, questions.off.sql)).toEqual([]);
    });
    await withWeek(dayOf(32), async (connection) => expect((await rowsOf(connection, flowQuestions(ask(32)).account.sql))[0]).toMatchObject({ lost: 1, found: 1 }));
    await withWeek(dayOf(32), async (connection) => {
      const bands = await rowsOf(connection, flowQuestions({ from: dayOf(31), mid: null, to: dayOf(32), filters: {} }).bands.sql);
      expect(bands.filter((r) => r['state_from'] === '漏报')).toMatchObject([{ state_to: '一般', n: 1 }]);
    });
  });

  it('names the projects whose steps do not lead to the ledger, when a step is lost', async () => {
    await withWeek(dayOf(47), async (connection) => {
      await connection.run(`CREATE TABLE kept AS FROM flow WHERE NOT (project_id = (SELECT min(project_id) FROM flow WHERE event = '反弹') AND event = '反弹')`);
      await connection.run('DROP VIEW flow');
      await connection.run('CREATE VIEW flow AS FROM kept');
      const questions = flowQuestions({ from: dayOf(38), mid: dayOf(43), to: dayOf(47), filters: {} });
      expect((await rowsOf(connection, questions.account.sql))[0]).toMatchObject({ opening: 26, added: 3, reopened: 0, closed: 28, closing: 2 });
      expect(await rowsOf(connection, questions.off.sql)).toMatchObject([{ name: '中央公园商住楼', due_open: -1, is_open: 0 }]);
    });
  });

  it('keeps balancing under filters when a project changes hands in between', async () => {
    await withWeek(dayOf(47), async (connection) => {
      await connection.run(`CREATE TABLE moved AS SELECT * REPLACE (CASE WHEN as_of >= DATE '${dayOf(44)}' THEN 'ELSEWHERE' ELSE place_code END AS place_code) FROM flow`);
      await connection.run('DROP VIEW flow');
      await connection.run('CREATE VIEW flow AS FROM moved');
      const rows = await rowsOf(connection, accountSql({ from: dayOf(38), to: dayOf(47), by: 'place' }));
      expect(rows.length).toBeGreaterThan(1);
      rows.forEach(expectBalance);
      expectBalance((await rowsOf(connection, accountSql({ from: dayOf(38), to: dayOf(47), filters: { area: ['ELSEWHERE'] } })))[0]!);
    });
  });

  it('净变动 38→47: 26 → 2 is 24 gone and none entered; field by field of one project', async () => {
    await withWeek(dayOf(47), async (connection) => {
      const questions = netQuestions({ from: dayOf(38), snapshot: dayOf(38), filters: {} });
      expect((await rowsOf(connection, questions.net.sql))[0]).toMatchObject({ opening: 26, closing: 2, entered: 0, gone: 24, stayed: 2, missing: 0, money_opening: 81_000_000, money_closing: 5_150_000 });
      const changes = await rowsOf(connection, questions.changes.sql);
      const [{ id } = { id: '' }] = await rowsOf(connection, `SELECT project_id AS id FROM projects WHERE name = '五里铺河道治理工程'`);
      expect(changes.filter((r) => r['project_id'] === id).map((r) => [r['field'], r['before'], r['after']])).toEqual([
        ['account_balance', '91200.00', '93600.00'], ['court_stage', null, '执行'], ['labour_cost_due', '4642300.00', '6350000.00'], ['labour_cost_paid', '2707900.00', '4415600.00'],
        ['progress_payment_due', '8800700.00', '14350800.00'], ['progress_payment_paid', '8462200.00', '13798800.00'], ['progress_pct', '68.00', '94.00'], ['promised_on', '2026-11-15', '2026-12-15'],
        ['unpaid_wages', '1478000.00', '1286000.00'], ['unpaid_workers', '93', '46'], ['workers', '112', '115'],
      ]);
      const fields = await rowsOf(connection, questions.fields.sql);
      for (const f of fields) expect(changes.filter((r) => r['field'] === f['field'])).toHaveLength(n(f, 'n'));
      expect(await rowsOf(connection, questions.pairs.sql)).toHaveLength(new Set(changes.map((r) => r['project_id'])).size);
    }, dayOf(38));
  });
});
