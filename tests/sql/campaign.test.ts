import { expect, it } from 'vitest';
import { DEFAULT_RULES, type Rules } from '../../src/model/rules.ts';
import { SNAPSHOT_TABLES } from '../../src/model/tables.ts';
import { compile } from '../../src/query/compile.ts';
import { enforcementList, enforcementQuestions, type EnforcementAsk } from '../../src/query/enforcement.ts';
import { makeScope } from '../../src/query/scope.ts';
import { periodOf } from '../../src/query/windows.ts';
import { askDemo } from '../support/demo.ts';

const asOf = '2026-11-20';
const tables = new Set(SNAPSHOT_TABLES.map((t) => t.name));
const rulesTo = (to: string): Rules => ({ ...DEFAULT_RULES, campaign: { name: '秋季', from: '2026-09-01', to } });
const CAMPAIGN = `BETWEEN '2026-09-01' AND`;

it.each([['over', '2026-10-31', '2026-10-31'], ['running', '2027-02-05', asOf]])('the indicators of a campaign that is %s count to %s', async (_, to, last) => {
  const indicators = ['recovery_rate', 'enforce_talk', 'bottom_opinion', 'bottom_group', 'bottom_notified'];
  const [told] = await askDemo(asOf, compile({ indicators, by: [], filters: {}, scope: makeScope(asOf, null, rulesTo(to)), tables, route: 'rows' }).sql);
  const [counted] = await askDemo(asOf, `SELECT (SELECT sum(amount) FROM payments WHERE paid_on ${CAMPAIGN} '${last}')::DECIMAL(18,2) AS recovery_rate_n, (SELECT count(*) FROM actions WHERE kind = '约谈' AND meeting_on ${CAMPAIGN} '${last}') AS enforce_talk_n,
    (SELECT count(*) FROM events WHERE kind = '重大舆情' AND happened_on ${CAMPAIGN} '${last}') AS bottom_opinion_n`);
  expect(told).toMatchObject(counted!);
});

it('the measures of a campaign that is over are those given in it; done and overdue are as of the snapshot', async () => {
  const ask: EnforcementAsk = { period: periodOf('campaign', asOf, rulesTo('2026-10-31')), axis: 'dept', filters: {}, scope: makeScope(asOf, null, rulesTo('2026-10-31')), tables };
  const questions = enforcementQuestions(ask);
  const given = `meeting_on ${CAMPAIGN} '2026-10-31'`;
  const kinds = await askDemo(asOf, questions.kinds!.sql);
  expect(kinds).toEqual(await askDemo(asOf, `SELECT kind AS key, count(*) AS measures_taken_n, count(*) FILTER (WHERE done_on <= '${asOf}') AS measures_done_rate_n, count(*) AS measures_done_rate_d,
    count(*) FILTER (WHERE due_on < '${asOf}' AND done_on IS NULL) AS measures_overdue_n FROM actions WHERE ${given} GROUP BY 1 ORDER BY 1`));
  const list = (measure: string, part: 'n' | 'd') => askDemo(asOf, enforcementList({ ...ask, measure, part, groups: [] }).sql);
  expect(await list('measures_taken', 'n')).toHaveLength(kinds.reduce((sum, r) => sum + Number(r['measures_taken_n']), 0));
  const inspections = await askDemo(asOf, questions.inspectionKinds!.sql);
  expect((await list('inspections_employers', 'n'))[0]!['sum_of_all']).toEqual(inspections.reduce((sum, r) => sum + Number(r['inspections_employers_n']), 0));
  expect((await list('inspections_employers', 'n')).every((r) => String(r['inspected_on']) <= '2026-10-31')).toBe(true);
});
