import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseRules, type Rules } from '../../src/model/rules.ts';
import { ACTION_IDS } from '../../src/model/indicators/oversight.ts';
import { SNAPSHOT_TABLES } from '../../src/model/tables.ts';
import { enforcementList, enforcementQuestions, type EnforcementAsk, type EnforcementQuestion } from '../../src/query/enforcement.ts';
import { makeScope } from '../../src/query/scope.ts';
import { periodOf, WINDOWS, type WindowId } from '../../src/query/windows.ts';
import { askDemo, demoFolder } from '../support/demo.ts';

const asOf = '2026-11-20';
const tables = new Set(SNAPSHOT_TABLES.map((t) => t.name));
let rules: Rules;
beforeAll(async () => {
  rules = parseRules(JSON.parse(readFileSync(join(await demoFolder(), asOf, 'rules.json'), 'utf8'))).rules;
});
const asking = (window: WindowId, change: Partial<EnforcementAsk> = {}): EnforcementAsk => ({ period: periodOf(window, asOf, rules), axis: 'dept', filters: {}, scope: makeScope(asOf, '2026-11-13', rules), tables, ...change });
const rowsOf = (ask: EnforcementAsk, name: EnforcementQuestion) => askDemo(asOf, enforcementQuestions(ask)[name]!.sql);
const FROM: Readonly<Record<WindowId, string>> = { year: '2026-01-01', recent: '2026-08-29', campaign: '2026-09-18', all: '0001-01-01' };
const inside = (window: WindowId, column: string): string => `${column} BETWEEN '${FROM[window]}' AND '${asOf}'`;

describe.each(WINDOWS)('%s', (window) => {
  it.each([['the county', {}, 'TRUE'], ['one department', { dept: ['D02'] }, `p.dept_code = 'D02'`], ['one place', { area: ['990101102'] }, `p.place_code = '990101102'`]] as const)('measures by kind of %s', async (_, filters, where) => {
    const rows = await rowsOf(asking(window, { filters }), 'kinds');
    // Every action of the demo names a project.
    expect((await askDemo(asOf, 'SELECT count(*) AS n FROM actions WHERE project_id IS NULL AND case_id IS NOT NULL'))[0]!['n']).toBe(0);
    expect(rows).toEqual(await askDemo(asOf, `SELECT a.kind AS key, count(*) AS measures_taken_n, count(*) FILTER (WHERE a.done_on IS NOT NULL AND a.done_on <= '${asOf}') AS measures_done_rate_n, count(*) AS measures_done_rate_d,
      count(*) FILTER (WHERE a.due_on < '${asOf}' AND a.done_on IS NULL) AS measures_overdue_n FROM actions a LEFT JOIN projects p ON p.project_id = a.project_id WHERE ${inside(window, 'a.meeting_on')} AND ${where} GROUP BY 1 ORDER BY 1`));
  });
  it('inspections by kind and by month', async () => {
    const columns = `count(*) AS inspections_count_n, sum(employers)::BIGINT AS inspections_employers_n, sum(unlawful)::BIGINT AS unlawful_rate_n, sum(employers)::BIGINT AS unlawful_rate_d, sum(workers)::BIGINT AS inspections_workers_n,
      sum(contracts_fixed)::BIGINT AS inspections_contracts_n, sum(recovered_amount)::DECIMAL(18,2) AS inspections_recovered_n, sum(recovered_workers)::BIGINT AS inspections_recovered_workers_n`;
    for (const [name, key] of [['inspectionKinds', 'kind'], ['inspectionMonths', `strftime(inspected_on, '%Y-%m')`]] as const) {
      expect(await rowsOf(asking(window, { filters: { area: ['990101102'] } }), name)).toEqual(await askDemo(asOf, `SELECT ${key} AS key, ${columns} FROM inspections WHERE ${inside(window, 'inspected_on')} GROUP BY 1 ORDER BY 1`));
    }
  });
  it.each(['dept', 'place'] as const)('by %s: every measure once', async (axis) => {
    const rows = await rowsOf(asking(window, { axis }), 'units');
    expect(rows.map((r) => [r['key'], r['kind'], r['measures_taken_n']])).toEqual((await askDemo(asOf, `SELECT p.${axis}_code AS key, a.kind, count(*) AS n FROM actions a LEFT JOIN projects p USING (project_id) WHERE ${inside(window, 'a.meeting_on')} GROUP BY 1, 2 ORDER BY 1 NULLS LAST, 2`)).map((r) => [r['key'], r['kind'], r['n']]));
  });
});

it('the campaign’s counts are those of the indicators enforce_<kind>, the year’s rate is 违法用工单位占比', async () => {
  const kinds = await rowsOf(asking('campaign'), 'kinds');
  const [cube] = await askDemo(asOf, `SELECT ${Object.values(ACTION_IDS).map((id) => `sum(enforce_${id}_n)::INT AS ${id}`).join(', ')}, sum(unlawful_rate_n)::INT AS n, sum(unlawful_rate_d)::INT AS d FROM cube WHERE as_of = DATE '${asOf}'`);
  for (const [kind, id] of Object.entries(ACTION_IDS)) expect([kind, Number(kinds.find((k) => k['key'] === kind)?.['measures_taken_n'] ?? 0)]).toEqual([kind, cube![id]]);
  expect(kinds.find((k) => k['key'] === '限期整改指令书')).toMatchObject({ measures_taken_n: 3, measures_done_rate_n: 2 });
  const year = await rowsOf(asking('year'), 'inspectionKinds');
  const sum = (column: string) => year.reduce((n, r) => n + Number(r[column]), 0);
  expect([sum('unlawful_rate_n'), sum('unlawful_rate_d')]).toEqual([cube!['n'], cube!['d']]);
});

it('lists the records behind a figure', async () => {
  const list = (measure: string, part: 'n' | 'd', groups: Parameters<typeof enforcementList>[0]['groups']) => askDemo(asOf, enforcementList({ ...asking('campaign'), measure, part, groups }).sql);
  expect((await list('measures_done_rate', 'd', [{ axis: 'kind', key: '约谈' }])).map((r) => r['action_id'])).toEqual((await askDemo(asOf, `SELECT action_id FROM actions WHERE kind = '约谈' AND meeting_on >= '2026-09-18' ORDER BY done_on IS NOT NULL, due_on NULLS LAST, action_id`)).map((r) => r['action_id']));
  const both = await list('measures_taken', 'n', [{ axis: 'kind', key: '交办' }, { axis: 'dept', key: 'D02' }]);
  expect(both).toHaveLength(Number((await askDemo(asOf, `SELECT count(*) AS n FROM actions JOIN projects USING (project_id) WHERE kind = '交办' AND dept_code = 'D02' AND meeting_on >= '2026-09-18'`))[0]!['n']));
  expect(both.every((r) => typeof r['name'] === 'string')).toBe(true);
  const found = await list('unlawful_rate', 'n', [{ axis: 'month', key: '2026-10' }]);
  expect(Number(found[0]!['sum_of_all'])).toBe((await askDemo(asOf, `SELECT sum(unlawful)::INT AS n FROM inspections WHERE month(inspected_on) = 10`))[0]!['n']);
});

it('asks nothing of tables the snapshot lacks', () => {
  expect([['actions', 'projects'], ['inspections'], []].map((have) => Object.keys(enforcementQuestions(asking('year', { tables: new Set(have) }))))).toEqual([['kinds', 'units'], ['inspectionKinds', 'inspectionMonths'], []]);
});
