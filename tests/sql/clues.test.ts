import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseRules, type Rules } from '../../src/model/rules.ts';
import { SNAPSHOT_TABLES } from '../../src/model/tables.ts';
import { clueList, cluesQuestions, type CluesAsk, type CluesQuestion } from '../../src/query/clues.ts';
import { makeScope } from '../../src/query/scope.ts';
import { periodOf, WINDOWS, type WindowId } from '../../src/query/windows.ts';
import { askDemo, demoFolder } from '../support/demo.ts';

const asOf = '2026-11-20';
const tables = new Set(SNAPSHOT_TABLES.map((t) => t.name));
let rules: Rules;
beforeAll(async () => {
  rules = parseRules(JSON.parse(readFileSync(join(await demoFolder(), asOf, 'rules.json'), 'utf8'))).rules;
});

const asking = (window: WindowId, change: Partial<CluesAsk> = {}, given: Rules = rules): CluesAsk =>
  ({ period: periodOf(window, asOf, given), axis: 'channel', filters: {}, scope: makeScope(asOf, '2026-11-13', given), tables, ...change });
const rowsOf = (ask: CluesAsk, name: CluesQuestion) => askDemo(asOf, cluesQuestions(ask)[name]!.sql);

/** The days of each window, stated once more by hand. */
const DAYS: Readonly<Record<WindowId, readonly [string, string]>> = { year: ['2026-01-01', asOf], recent: ['2026-08-29', asOf], campaign: ['2026-09-18', asOf], all: ['0001-01-01', asOf] };
const inside = (window: WindowId, column: string): string => `${column} BETWEEN '${DAYS[window][0]}' AND '${DAYS[window][1]}'`;
/** Every figure written down by itself, over the rows of the ledger `c`. */
const figures = (window: WindowId): Readonly<Record<string, string>> => {
  const [received, due] = [inside(window, 'received_on'), inside(window, 'due_on')];
  const count = (condition: string): string => `(count(*) FILTER (WHERE ${condition}))::INT`;
  const people = (condition: string): string => `coalesce(sum(workers) FILTER (WHERE ${condition}), 0)::INT`;
  return {
    clues_received_n: count(received), clue_replied_rate_n: count(`${received} AND replied_on <= '${asOf}'`), clue_replied_rate_d: count(received),
    clue_verified_rate_n: count(`${received} AND verified`), clue_verified_rate_d: count(received),
    clue_close_rate_n: count(`${received} AND closed_on IS NOT NULL AND closed_on <= '${asOf}'`), clue_close_rate_d: count(received),
    clue_on_time_rate_n: count(`${due} AND closed_on IS NOT NULL AND closed_on <= due_on`), clue_on_time_rate_d: count(due),
    verified_clear_rate_n: count(`${received} AND verified AND closed_on <= '${asOf}'`), verified_clear_rate_d: count(`${received} AND verified`),
    clues_open_n: count(`${received} AND (closed_on IS NULL OR closed_on > '${asOf}')`),
    three_checked_rate_n: count(`${received} AND verified AND three_checked`), three_checked_rate_d: count(`${received} AND verified`),
    group_rate_n: count(`${received} AND group_event`), group_rate_d: count(received),
    clues_referred_n: count(inside(window, 'referred_on')), clues_legal_aid_n: count(`${received} AND legal_aid`),
    supervised_close_rate_n: count(`${received} AND supervised AND closed_on <= '${asOf}'`), supervised_close_rate_d: count(`${received} AND supervised`),
    industry_share_n: people(`${received} AND industry LIKE '%建筑%'`), industry_share_d: people(received),
    per_head_n: `coalesce(sum(amount) FILTER (WHERE ${received}), 0)::DOUBLE`, per_head_d: people(received),
    reply_rate_n: '0', reply_rate_d: '0',
  };
};
const byHand = async (window: WindowId, where = 'TRUE') => (await askDemo(asOf, `SELECT ${Object.entries(figures(window)).map(([k, sql]) => `${sql} AS ${k}`).join(', ')} FROM cases c WHERE ${where}`))[0]!;

describe.each(WINDOWS)('%s', (window) => {
  it.each([['the county', {}, 'TRUE'], ['one place', { area: ['990101101'] }, `place_code = '990101101'`], ['two departments', { dept: ['D01', 'D03'] }, `dept_code IN ('D01', 'D03')`]] as const)('every figure of %s is the ledger’s', async (_, filters, where) => {
    const [found] = await rowsOf(asking(window, { filters }), 'summary');
    expect(Object.fromEntries(Object.entries(found!).sort())).toEqual(Object.fromEntries(Object.entries(await byHand(window, where)).sort()));
  });

  it.each([['channel', 'channel'], ['place', 'place_code'], ['dept', 'dept_code']] as const)('by %s every group holds its own', async (axis, column) => {
    const groups = await rowsOf(asking(window, { axis }), 'groups');
    const keys = await askDemo(asOf, `SELECT DISTINCT ${column} AS key FROM cases ORDER BY key NULLS LAST`);
    expect(groups.map((g) => g['key'])).toEqual(keys.map((k) => k['key']));
    const sample = groups[groups.length - 1]!;
    const hand = await byHand(window, `${column} = '${String(sample['key'])}'`);
    for (const [name, value] of Object.entries(sample)) if (name !== 'key') expect([name, value]).toEqual([name, hand[name]]);
    const whole = await byHand(window);
    for (const name of ['clues_received_n', 'clue_on_time_rate_n', 'clue_on_time_rate_d', 'verified_clear_rate_n']) expect([name, groups.reduce((sum, g) => sum + Number(g[name]), 0)]).toEqual([name, whole[name]]);
  });

  it('by month: by the day that puts the clue into the month', async () => {
    const groups = await rowsOf(asking(window, { axis: 'month' }), 'groups');
    const month = (day: string) => `strftime(${day}, '%Y-%m')`;
    const hand = await askDemo(asOf, `SELECT m.key, (SELECT count(*) FROM cases WHERE ${inside(window, 'received_on')} AND ${month('received_on')} = m.key)::INT AS received,
      (SELECT count(*) FROM cases WHERE ${inside(window, 'due_on')} AND ${month('due_on')} = m.key AND closed_on <= due_on)::INT AS on_time, (SELECT count(*) FROM cases WHERE ${inside(window, 'due_on')} AND ${month('due_on')} = m.key)::INT AS due
      FROM (SELECT DISTINCT ${month('received_on')} AS key FROM cases WHERE ${inside(window, 'received_on')} UNION SELECT DISTINCT ${month('due_on')} FROM cases WHERE ${inside(window, 'due_on')}) m ORDER BY key`);
    expect(groups.map((g) => [g['key'], g['clues_received_n'], g['clue_on_time_rate_n'], g['clue_on_time_rate_d']])).toEqual(hand.map((h) => [h['key'], h['received'], h['on_time'], h['due']]));
  });

  it('the list behind a figure has as many rows as the figure says', async () => {
    const hand = await byHand(window);
    for (const [measure, part] of [['clue_close_rate', 'n'], ['clue_on_time_rate', 'd'], ['verified_clear_rate', 'n'], ['clues_referred', 'n'], ['three_checked_rate', 'd'], ['clues_open', 'n']] as const) {
      const rows = await askDemo(asOf, clueList({ ...asking(window), measure, part, group: null }).sql);
      expect([measure, rows.length, rows[0]?.['of_all'] ?? 0]).toEqual([measure, hand[`${measure}_${part}`], hand[`${measure}_${part}`]]);
    }
    const industry = await askDemo(asOf, clueList({ ...asking(window), measure: 'industry_share', part: 'd', group: { axis: 'industry', key: '建筑业' } }).sql);
    expect(Number(industry[0]!['sum_of_all'])).toBe((await askDemo(asOf, `SELECT sum(workers)::INT AS n FROM cases WHERE industry = '建筑业' AND ${inside(window, 'received_on')}`))[0]!['n']);
  });
});

it('the published figures: 112/119 on time in the window, as the catalogue’s cube has them', async () => {
  const [cube] = await askDemo(asOf, `SELECT sum(clue_on_time_rate_n)::INT AS a, sum(clue_on_time_rate_d)::INT AS b, sum(clue_close_rate_n)::INT AS c, sum(clue_close_rate_d)::INT AS d, sum(verified_clear_rate_n)::INT AS e, sum(clues_legal_aid_n)::INT AS f FROM cube WHERE as_of = DATE '${asOf}'`);
  const [recent, year, all] = await Promise.all((['recent', 'year', 'all'] as const).map(async (w) => (await rowsOf(asking(w), 'summary'))[0]!));
  expect([recent!['clue_on_time_rate_n'], recent!['clue_on_time_rate_d'], year!['clue_close_rate_n'], year!['clue_close_rate_d'], all!['verified_clear_rate_n'], year!['clues_legal_aid_n']]).toEqual(Object.values(cube!));
  expect([recent!['clue_on_time_rate_n'], recent!['clue_on_time_rate_d']]).toEqual([112, 119]);
});

it('replies within the limit are counted once the county has set one', async () => {
  const limited: Rules = { ...rules, limits: { ...rules.limits, reply_days: 1 } };
  const [found] = await rowsOf(asking('recent', {}, limited), 'summary');
  const [hand] = await askDemo(asOf, `SELECT (count(*) FILTER (WHERE replied_on - received_on <= 1))::INT AS n, count(*)::INT AS d FROM cases WHERE ${inside('recent', 'received_on')}`);
  expect([found!['reply_rate_n'], found!['reply_rate_d']]).toEqual([hand!['n'], hand!['d']]);
});

it('open clues, industries and incidents are those of the ledgers; only 属地 and 主管部门 narrow them', async () => {
  const ask = asking('year', { filters: { inv: ['政府投资'], g: ['严重'], stage: ['在建'] } });
  const open = await rowsOf(ask, 'open');
  expect(open.map((r) => r['case_id']).sort()).toEqual((await askDemo(asOf, `SELECT case_id FROM cases WHERE closed_on IS NULL ORDER BY case_id`)).map((r) => r['case_id']));
  expect(open[0]!['case_id']).toBe('XS-2026-232');
  const industries = await rowsOf(ask, 'industries');
  expect(industries).toEqual(await askDemo(asOf, `SELECT industry AS key, count(*) AS clues, sum(workers)::BIGINT AS people FROM cases WHERE year(received_on) = 2026 GROUP BY 1 ORDER BY 3 DESC, 1`));
  const events = await rowsOf(ask, 'events');
  const [incidents] = await rowsOf(ask, 'incidents');
  expect(events.map((e) => e['event_id']).sort()).toEqual((await askDemo(asOf, `SELECT event_id FROM events WHERE year(happened_on) = 2026 ORDER BY 1`)).map((e) => e['event_id']));
  expect(incidents).toEqual((await askDemo(asOf, `SELECT count(*) AS events_count_n, sum(people)::BIGINT AS events_people_n, count(*) FILTER (WHERE escalated) AS events_escalated_rate_n, count(*) AS events_escalated_rate_d, count(*) FILTER (WHERE late_report) AS events_late_rate_n, count(*) AS events_late_rate_d FROM events WHERE year(happened_on) = 2026`))[0]);
  const narrowed = await rowsOf(asking('year', { filters: { area: ['990101-JKQ'] } }), 'events');
  expect(narrowed.map((e) => e['event_id'])).toEqual(['TF-2026-02']);
});

it('asks nothing of tables the snapshot lacks', () => {
  expect(Object.keys(cluesQuestions(asking('year', { tables: new Set(['projects', 'cases']) })))).toEqual(['summary', 'groups', 'open', 'industries']);
  expect(Object.keys(cluesQuestions(asking('year', { tables: new Set(['projects']) })))).toEqual([]);
});
