import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../scripts/snapshot/publish.ts';
import type { FilterState } from '../../src/model/filters.ts';
import { CUBE_COLUMNS } from '../../src/model/cube.ts';
import { DEFAULT_RULES } from '../../src/model/rules.ts';
import { meetingQuestions } from '../../src/query/meeting.ts';
import { overviewQuestions } from '../../src/query/overview.ts';
import { makeScope } from '../../src/query/scope.ts';
import { ask, type Cell, freshFolder, type Rows, run, writeLedger } from '../support/ledgers.ts';

const WEEKS = ['2026-10-02', '2026-10-09', '2026-10-16'] as const;
const owed = { stage: '在建', risk_grade: '一般', unpaid_wages: 100_000, unpaid_workers: 20, found_on: '2026-08-01', owed_since: '2026-07-01' };
const project = (id: string, place: string, more: Record<string, Cell> = {}): Record<string, Cell> => ({ project_id: id, name: `${id}工程`, place_code: place, dept_code: '住建局', invest_kind: '国企', ...owed, ...more });
const paid = (id: string, project_id: string, paid_on: string, amount: number, source: string | null): Record<string, Cell> => ({ payment_id: id, project_id, paid_on, amount, workers: 1, source });
const KNOWN = [paid('1', 'A', '2026-10-01', 5_000, '建设单位'), paid('2', 'A', '2026-10-08', 7_000, '保证金'), paid('4', 'B', '2026-10-14', 9_000, null)];
/** Paid on 10-05 and 10-08, first listed on 10-16; 乙镇 has no project before that day. */
const LATE = [paid('3', 'B', '2026-10-05', 50_000, '建设单位'), paid('5', 'C', '2026-10-08', 300, '法院执行')];
const PAYMENTS: readonly Rows[] = [KNOWN.slice(0, 1), KNOWN.slice(0, 2), [...KNOWN, ...LATE]];

describe('a payment that is listed weeks after its day', () => {
  const outcomes: Outcome[] = [];
  beforeAll(async () => {
    const root = freshFolder();
    for (const [i, day] of WEEKS.entries()) {
      const projects = [project('A', '甲镇'), project('B', '甲镇', i === 2 ? { invest_kind: '社会投资' } : {}), ...(i === 2 ? [project('C', '乙镇')] : [])];
      const outcome = await run(root, await writeLedger(join(root, day), { projects, payments: PAYMENTS[i]! }), day);
      outcomes.push(outcome);
    }
  });
  const tables = new Set(['cube', 'projects', 'payments', 'places', 'departments', 'flow']);
  const places = async (): Promise<Record<string, string>> => Object.fromEntries((await ask(outcomes[2]!, 'SELECT name, place_code FROM places')).map((r) => [String(r['name']), String(r['place_code'])]));

  it.each<[string, string | null, Record<'place' | 'invest', string | null>, number]>([
    ['the first', WEEKS[0], { place: null, invest: null }, 66_300], ['the week before', WEEKS[1], { place: null, invest: null }, 9_000],
    ['the first, 甲镇', WEEKS[0], { place: '甲镇', invest: null }, 66_000], ['the first, 乙镇', WEEKS[0], { place: '乙镇', invest: null }, 300], ['the first, 社会投资 as it is now', WEEKS[0], { place: null, invest: '社会投资' }, 59_000],
  ])('compared with %s: what the weeks add up to is the list of the same', async (_, since, narrow, amount) => {
    const asOf = WEEKS[2];
    const filters: FilterState = { ...(narrow.place ? { area: [(await places())[narrow.place]!] } : {}), ...(narrow.invest ? { inv: [narrow.invest] } : {}) };
    const series = await ask(outcomes[2]!, overviewQuestions({ asOf, compare: since, filters, scope: makeScope(asOf, since, DEFAULT_RULES), tables }).series!.sql);
    const weeks = series.filter((r) => String(r['as_of']) > since!);
    const list = await ask(outcomes[2]!, meetingQuestions({ asOf, compare: { id: since!, asOf: since! }, filters, rules: DEFAULT_RULES, tables }).paid!.sql);
    const sum = (rows: Record<string, unknown>[], column: string) => rows.reduce((n, r) => n + Number(r[column]), 0);
    expect([sum(weeks, 'paid_week_n'), sum(list, 'amount'), sum(weeks, 'paid_week_workers_n') - sum(list, 'workers')]).toEqual([amount, amount, 0]);
    expect(sum(weeks, 'paid_owner_n')).toBe(sum(list.filter((r) => r['source'] === '建设单位'), 'amount'));
  });

  it('changes nothing else of the weeks before, and makes no cell twice', async () => {
    const measures = CUBE_COLUMNS.map((c) => c.name).filter((name) => /_[nd]$/.test(name) && !name.startsWith('paid_'));
    const totals = (o: Outcome) => ask(o, `SELECT CAST(as_of AS VARCHAR) AS day, ${measures.map((m) => `CAST(sum(${m}) AS DOUBLE) AS ${m}`).join(', ')} FROM cube WHERE as_of <= DATE '${WEEKS[1]}' GROUP BY 1 ORDER BY 1`);
    expect(await totals(outcomes[2]!)).toEqual(await totals(outcomes[1]!));
    expect(await ask(outcomes[2]!, 'SELECT count(*) AS n FROM cube GROUP BY as_of, place_code, dept_code, invest_kind, stage, grade_now HAVING count(*) > 1')).toEqual([]);
    const [late] = await ask(outcomes[2]!, `SELECT projects_n, paid_week_n, clue_close_rate_n FROM cube WHERE as_of = DATE '${WEEKS[1]}' AND place_code = '${(await places())['乙镇']}'`);
    expect(late).toEqual({ projects_n: 0, paid_week_n: 300, clue_close_rate_n: null });
  });
});
