import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveHistory } from '../../scripts/snapshot/history.ts';
import { flowQuestions } from '../../src/query/account.ts';
import { accountSql } from '../../src/query/flow.ts';
import { literal } from '../../src/query/sql.ts';
import { addDays } from '../../src/shared/dates.ts';
import { emptySnapshot, rowsOf } from '../support/duckdb.ts';

/** `closed`: on the week's own day, or on this day. */
interface State { grade: '无欠薪' | '一般' | '严重'; closed: boolean | string; unpaid: number | null; promised?: string; place?: string }
/** One week's ledger: project id → state; a project that is not a key is not in that week's ledger. */
type Week = Readonly<Record<string, State>>;
const dayOf = (week: number) => addDays('2026-06-05', 7 * week);

/** Publishes the weeks one after the other; every week's tables become the next one's previous. `openings`: the week the campaign begins in, as the rules of each week say. */
async function play(weeks: readonly Week[], openings: readonly number[] = []): Promise<DuckDBConnection> {
  const connection = await emptySnapshot();
  for (const [i, week] of weeks.entries()) {
    for (const name of ['projects', 'absent', 'flow']) {
      if (i > 0) await connection.run(`CREATE OR REPLACE TABLE prev_${name} AS FROM ${name}`);
      await connection.run(`DELETE FROM ${name}`);
    }
    for (const [id, s] of Object.entries(week)) {
      await connection.run(`INSERT INTO projects (project_id, name, place_code, risk_grade, closed_on, unpaid_wages, unpaid_workers, promised_on)
        VALUES (${literal(id)}, ${literal(id)}, ${literal(s.place ?? 'A')}, ${literal(s.grade)}, ${s.closed ? `DATE '${s.closed === true ? dayOf(i) : s.closed}'` : 'NULL'}, ${literal(s.unpaid)}, 1, ${s.promised ? `DATE '${s.promised}'` : 'NULL'})`);
    }
    const opening = openings[i] ?? 1;
    await deriveHistory(connection, { asOf: dayOf(i), openingOn: i >= opening ? dayOf(opening) : null, previous: i > 0 ? { asOf: dayOf(i - 1) } : null });
  }
  return connection;
}

const account = async (connection: DuckDBConnection, from: number, to: number) => (await rowsOf(connection, accountSql({ from: dayOf(from), to: dayOf(to) })))[0] as Record<string, number>;

function expectBalance(a: Record<string, number>): void {
  const n = (k: string) => a[k]!;
  expect(n('opening') + n('added') + n('reopened') + n('found') - n('closed') - n('lost')).toBe(n('closing'));
  const cents = (k: string) => Math.round(n(`money_${k}`) * 100);
  expect(cents('opening') + cents('added') + cents('reopened') + cents('found') + cents('grown') - cents('part_paid') - cents('closed') - cents('lost')).toBe(cents('closing'));
}

const open = (unpaid: number, grade: State['grade'] = '一般'): State => ({ grade, closed: false, unpaid });
const closed: State = { grade: '一般', closed: true, unpaid: 0 };
const none: State = { grade: '无欠薪', closed: false, unpaid: null };

describe('销号账', () => {
  it('tells every event of one project by its name', async () => {
    const connection = await play([{ P: none }, { P: open(10) }, { P: open(12, '严重') }, {}, { P: open(12) }, { P: closed }, { P: open(3) }, { P: open(3) }]);
    const events = await rowsOf(connection, `SELECT event, grade_before, grade_after FROM flow ORDER BY as_of`);
    expect(events.map((e) => e['event'])).toEqual(['新增', '延续', '漏报', '找回', '销号', '反弹', '延续']);
    expect(events[1]).toEqual({ event: '延续', grade_before: '一般', grade_after: '严重' });
    const [project] = await rowsOf(connection, 'SELECT closings, found_grade, unchanged_weeks, opening_grade FROM projects');
    expect(project).toEqual({ closings: 1, found_grade: '一般', unchanged_weeks: 1, opening_grade: '一般' });
    expect(await account(connection, 0, 7)).toMatchObject({ opening: 0, added: 1, reopened: 1, found: 1, closed: 1, lost: 1, upgraded: 1, closing: 1 });
  });

  it('never drops a project that vanished while open, and knows it when it comes back after weeks', async () => {
    const connection = await play([{ P: open(5), Q: none }, { Q: none }, { Q: none }, { Q: none, P: open(5) }]);
    expect(await rowsOf(connection, 'SELECT project_id FROM absent')).toEqual([]);
    expect((await rowsOf(connection, `SELECT event FROM flow WHERE project_id = 'P' ORDER BY as_of`)).map((r) => r['event'])).toEqual(['期初', '漏报', '找回']);
  });

  it('counts how often a promise moved, from the first promise on', async () => {
    const promise = (promised: string) => ({ P: { ...open(1), promised } });
    const connection = await play([promise('2026-07-01'), promise('2026-07-01'), promise('2026-08-01'), promise('2026-09-01')]);
    expect(await rowsOf(connection, 'SELECT promise_changes, promise_first_on FROM projects')).toEqual([{ promise_changes: 2, promise_first_on: '2026-07-01' }]);
  });

  it.each<[string, (string | null)[], { promise_changes: number; promise_first_on: string | null }]>([
    ['a blank week does not hide that it moved', ['2026-10-10', null, '2026-11-10', '2026-12-10'], { promise_changes: 2, promise_first_on: '2026-10-10' }],
    ['several blank weeks neither', ['2026-10-10', null, null, '2026-11-10'], { promise_changes: 1, promise_first_on: '2026-10-10' }],
    ['the same day after a blank week has not moved', ['2026-10-10', null, '2026-10-10'], { promise_changes: 0, promise_first_on: '2026-10-10' }],
    ['leaving it blank moves nothing', ['2026-10-10', null], { promise_changes: 0, promise_first_on: '2026-10-10' }],
    ['the first promise comes late', [null, null, '2026-10-10'], { promise_changes: 0, promise_first_on: '2026-10-10' }],
  ])('keeps the last stated promise: %s', async (_, promises, expected) => {
    const connection = await play(promises.map((promised) => ({ P: { ...open(1), ...(promised ? { promised } : {}) } })));
    expect(await rowsOf(connection, 'SELECT promise_changes, promise_first_on FROM projects')).toEqual([expected]);
  });
  it('forgets the promises of before a closing', async () => {
    const promise = (promised: string) => ({ P: { ...open(1), promised } });
    const connection = await play([promise('2026-07-01'), promise('2026-08-01'), { P: closed }, { P: open(1) }, promise('2026-09-01'), { P: open(1) }, promise('2026-10-01')]);
    expect(await rowsOf(connection, 'SELECT promise_changes, promise_first_on FROM projects')).toEqual([{ promise_changes: 1, promise_first_on: '2026-09-01' }]);
  });

  it.each<[string, number[], (string | null)[]]>([
    ['stands', [1, 1, 1, 1], ['一般', '严重', null]],
    ['is moved to a later week', [1, 1, 1, 2], [null, '一般', null]],
    ['is moved to an earlier week', [2, 2, 2, 0], ['一般', null, '一般']],
    ['is moved to a day to come', [1, 1, 1, 9], [null, null, null]],
    ['is moved to this week', [1, 1, 1, 3], [null, '一般', null]],
  ])('takes the opening stock from the account when the campaign’s first day %s', async (_, openings, expected) => {
    const connection = await play([{ P: open(1), Q: none, R: open(1) }, { P: open(1), Q: open(1, '严重') }, { P: closed, Q: open(1) }, { P: closed, Q: open(1) }], openings);
    expect((await rowsOf(connection, 'SELECT project_id, opening_grade FROM projects UNION ALL SELECT project_id, opening_grade FROM absent ORDER BY 1')).map((r) => r['opening_grade'])).toEqual(expected);
  });

  const closedOn = (day: string): State => ({ ...closed, closed: day });
  const [w0, w1, w2] = [0, 1, 2].map((week) => addDays(dayOf(week), -1)) as [string, string, string];
  it.each<[string, (State | null)[], number, string[]]>([
    ['one between two snapshots', [none, closedOn(w1), open(3)], 1, ['反弹']],
    ['one between two snapshots, told late', [none, closedOn(w0), open(3)], 1, ['反弹']],
    ['a second one between two snapshots', [open(3), closedOn(w1), closedOn(w2)], 2, ['期初', '销号']],
    ['the day corrected', [open(3), closedOn(w1), closedOn(w0)], 1, ['期初', '销号']],
    ['the day filled in afterwards', [open(3), none, closedOn(w1)], 1, ['期初', '销号']],
    ['the same day week after week', [none, closedOn(w1), closedOn(w1), closedOn(w1)], 1, []],
    ['closed when first seen', [closedOn('2026-05-01'), closedOn('2026-05-01'), open(3)], 1, ['反弹']],
    ['the same one after an absence', [closedOn('2026-05-01'), null, closedOn('2026-05-01')], 1, []],
    ['one during an absence', [none, null, closedOn(w1)], 1, []],
    ['a second one during an absence', [closedOn('2026-05-01'), null, closedOn(w2)], 2, []],
    ['漏报, then closed', [open(3), null, closedOn(w1)], 1, ['期初', '漏报']],
    ['no closing at all', [none, none, open(3)], 0, ['新增']],
  ])('counts closings: %s', async (_, states, closings, events) => {
    const connection = await play(states.map((state): Week => (state === null ? {} : { P: state })));
    expect(await rowsOf(connection, 'SELECT closings FROM projects')).toEqual([{ closings }]);
    expect((await rowsOf(connection, 'SELECT event FROM flow ORDER BY as_of')).map((r) => r['event'])).toEqual(events);
  });

  it.each<[string, (State | null)[], [from: number, mid: number], [string, string, string] | null]>([
    ['lost, then listed as closed', [open(3), null, closedOn(w1)], [0, 1], ['一般', '漏报', '无欠薪']],
    ['still missing', [open(3), null, null], [0, 1], ['一般', '漏报', '漏报']],
    ['listed as closed, weeks later', [open(3), null, null, closedOn(w1), closedOn(w1)], [0, 1], ['一般', '漏报', '无欠薪']],
    ['in an account that begins after that', [open(3), null, closedOn(w1), closedOn(w1), closedOn(w1)], [2, 3], null],
    ['listed as closed, then dropped', [open(3), null, closedOn(w1), null], [0, 1], ['一般', '漏报', '无欠薪']],
    ['found open, then closed', [open(3), null, open(3), closedOn(w1)], [1, 2], ['漏报', '一般', '无欠薪']],
    ['lost before, and still missing', [open(3), null, null, null], [1, 2], ['漏报', '漏报', '漏报']],
  ])('names the state of a project that was 漏报: %s', async (_, states, [from, mid], expected) => {
    const connection = await play(states.map((state): Week => (state === null ? {} : { P: state })));
    const { bands, movers, off } = flowQuestions({ from: dayOf(from), mid: dayOf(mid), to: dayOf(states.length - 1), filters: {} });
    const named = (rows: readonly Record<string, unknown>[]) => rows.map((r) => [r['state_from'], r['state_mid'], r['state_to']]);
    expect(named(await rowsOf(connection, movers.sql))).toEqual(expected ? [expected] : []);
    expect(named((await rowsOf(connection, bands.sql)).filter((r) => r['kind'] === 'account'))).toEqual(expected ? [expected] : []);
    expect(await rowsOf(connection, off.sql)).toEqual([]);
  });

  const state = fc.record({ grade: fc.constantFrom('无欠薪', '一般', '严重'), closed: fc.boolean(), unpaid: fc.option(fc.integer({ min: 0, max: 10_000 })), place: fc.constantFrom('A', 'B') }) as fc.Arbitrary<State>;
  const week = fc.dictionary(fc.constantFrom('P1', 'P2', 'P3', 'P4', 'P5'), state) as fc.Arbitrary<Week>;
  it('balances in projects and in money between any two weeks of random histories', async () => {
    await fc.assert(fc.asyncProperty(fc.array(week, { minLength: 2, maxLength: 6 }), async (weeks) => {
      const connection = await play(weeks);
      for (let from = 0; from < weeks.length; from += 1) for (let to = from; to < weeks.length; to += 1) expectBalance(await account(connection, from, to));
      const last = await account(connection, 0, weeks.length - 1);
      expect(last['closing']).toBe(Object.values(weeks.at(-1)!).filter((s) => s.grade !== '无欠薪' && !s.closed).length);
      // By place, though projects change hands in between, and every project by itself, against the last ledger; every grade from week to week.
      for (let from = 0; from < weeks.length - 1; from += 1) {
        const ask = { from: dayOf(from), mid: null, to: dayOf(weeks.length - 1), filters: {} };
        const questions = flowQuestions(ask);
        for (const row of await rowsOf(connection, questions.account.sql)) expectBalance(row as Record<string, number>);
        expectBalance((await rowsOf(connection, flowQuestions({ ...ask, filters: { area: ['A'] } }).account.sql))[0] as Record<string, number>);
        expect(await rowsOf(connection, questions.off.sql)).toEqual([]);
        for (const row of (await rowsOf(connection, questions.weeks.sql)) as Record<string, number>[]) {
          expect(row['opening']! + row['added']! + row['reopened']! + row['found']! + row['moved_in']! - row['moved_out']! - row['closed']! - row['lost']!).toBe(row['closing']);
          const cents = (k: string) => Math.round(row[`money_${k}`]! * 100);
          expect(cents('opening') + cents('added') + cents('reopened') + cents('found') + cents('grown') + cents('moved_in') - cents('moved_out') - cents('part_paid') - cents('closed') - cents('lost')).toBe(cents('closing'));
        }
      }
      connection.closeSync();
    }), { numRuns: 25 });
  });
});
