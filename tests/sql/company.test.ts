import { expect, it } from 'vitest';
import { SNAPSHOT_TABLES } from '../../src/model/tables.ts';
import { companyQuestions } from '../../src/query/company.ts';
import { firmRanks, firmTotals } from '../../src/views/company/company-model.ts';
import { askDemo } from '../support/demo.ts';

const ASOF = '2026-11-20';
const ALL: ReadonlySet<string> = new Set(SNAPSHOT_TABLES.map((t) => t.name));
const CODE = '91990101MAH107H73B';
const NAME = '安澜永固建设有限公司';
type Rows = Record<string, string | number | boolean | null>[];
const ask = async (name: keyof ReturnType<typeof companyQuestions>, code = CODE, tables = ALL): Promise<Rows> => (await askDemo(ASOF, companyQuestions({ code, tables })[name]!.sql)) as Rows;
const ids = (rows: Rows) => rows.map((r) => r['project_id']).sort();

it('finds a contractor by code and by name alike, with or without the register', async () => {
  const own = await askDemo(ASOF, `SELECT project_id FROM projects WHERE contractor_code = '${CODE}' ORDER BY 1`);
  const bare = new Set([...ALL].filter((t) => t !== 'companies'));
  for (const [code, tables] of [[CODE, ALL], [NAME, ALL], [CODE, bare], [NAME, bare]] as const) expect(ids(await ask('projects', code, tables))).toEqual(own.map((r) => r['project_id']));
  expect((await ask('firm')).map((r) => [r['name'], r['times_in_arrears'], r['listed_on'], r['monitored'], r['review_grade'], r['liaison']])).toEqual([[NAME, 3, '2026-11-05', true, '不合格', '彭立新']]);
});
it.each([['owner_unit', '安澜县交通投资有限公司'], ['subcontractor', '安澜同心建筑劳务有限公司'], ['supervisor', '安澜正衡监理有限公司']])('finds all projects of a firm as %s', async (column, name) => {
  const own = await askDemo(ASOF, `SELECT project_id FROM projects WHERE ${column} = '${name}' ORDER BY 1`);
  const rows = await ask('projects', name);
  expect(ids(rows.filter((r) => r[`is_${column}`] === true))).toEqual(own.map((r) => r['project_id']));
  expect(own.length).toBeGreaterThan(1);
});
it('adds up what SQL adds up, each project once', async () => {
  const totals = firmTotals(await ask('projects'));
  const [sum] = await askDemo(ASOF, `SELECT count(*) AS n, count(*) FILTER (WHERE open) AS open, sum(unpaid_wages) FILTER (WHERE open) AS unpaid, sum(unpaid_workers) FILTER (WHERE open) AS workers FROM projects WHERE contractor_code = '${CODE}'`);
  expect([totals.projects, totals.open, totals.unpaid, totals.workers]).toEqual([sum!['n'], sum!['open'], sum!['unpaid'], sum!['workers']]);
  expect((await ask('cases')).length).toBe((await askDemo(ASOF, `SELECT count(*) AS n FROM cases JOIN projects USING (project_id) WHERE contractor_code = '${CODE}'`))[0]!['n']);
  expect((await ask('payments')).length).toBe((await askDemo(ASOF, `SELECT count(*) AS n FROM payments JOIN projects USING (project_id) WHERE contractor_code = '${CODE}'`))[0]!['n']);
});
it('ranks among all contractors', async () => {
  const contractors = await ask('contractors');
  const [worse] = await askDemo(ASOF, `SELECT 1 + count(*) AS rank, (SELECT count(DISTINCT coalesce(contractor_code, contractor)) FROM projects) AS of FROM (SELECT sum(unpaid_wages) FILTER (WHERE open) AS unpaid FROM projects GROUP BY contractor_code) WHERE unpaid > (SELECT sum(unpaid_wages) FROM projects WHERE open AND contractor_code = '${CODE}')`);
  const [unpaid, open, times] = firmRanks(contractors, await ask('times'), [CODE]);
  expect([unpaid!.rank!.rank, unpaid!.rank!.of]).toEqual([worse!['rank'], worse!['of']]);
  expect(contractors.reduce((sum, r) => sum + Number(r['unpaid']), 0)).toBe(5_150_000);
  expect([open!.rank!.tied, times!.value, times!.rank!.rank]).toEqual([true, 3, 1]);
  expect(firmRanks(await ask('contractors', '安澜正衡监理有限公司'), await ask('times'), []).every((r) => r.rank === null)).toBe(true);
});
it('knows nothing of an unknown code, offers near ones, and quotes what is asked', async () => {
  expect([await ask('firm', 'X'), await ask('projects', `') OR TRUE --`)]).toEqual([[], []]);
  expect((await ask('nearest', '91990101MAH107H73C'))[0]!['firm']).toBe(CODE);
  expect(Object.keys(companyQuestions({ code: CODE, tables: new Set(['projects']) })).sort()).toEqual(['contractors', 'nearest', 'projects']);
});
