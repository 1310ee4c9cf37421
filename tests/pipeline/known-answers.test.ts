import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accountSql } from '../../src/query/flow.ts';
import { ask, type Cell, findings, freshFolder, type Rows, run, writeLedger } from '../support/ledgers.ts';
import { fraction, valueOf } from '../support/values.ts';

type Record_ = Record<string, Cell>;
const project = (i: number, more: Record_ = {}): Record_ => ({ project_id: `P${String(i).padStart(3, '0')}`, name: `${i}号工程`, place_code: `${'甲乙丙'[i % 3]}镇`, dept_code: ['住建局', '交通局'][i % 2]!, stage: '在建', risk_grade: '无欠薪', ...more });
const projects = (n: number, more: (i: number) => Record_ = () => ({})): Rows => Array.from({ length: n }, (_, i) => project(i + 1, more(i + 1)));
const clue = (i: number, more: Record_ = {}): Record_ => ({ case_id: `X${String(i).padStart(4, '0')}`, place_code: '甲镇', dept_code: '住建局', channel: '12345热线', received_on: '2026-09-01', ...more });
const clues = (n: number, more: (i: number) => Record_ = () => ({})): Rows => Array.from({ length: n }, (_, i) => clue(i + 1, more(i + 1)));
const owed = (grade: string): Record_ => ({ risk_grade: grade, unpaid_wages: 10_000, unpaid_workers: 2, found_on: '2026-08-01', owed_since: '2026-07-01' });
const sealed = async (tables: Record<string, Rows>, options: Parameters<typeof run>[3] = {}, asOf = '2026-11-20') => {
  const root = freshFolder();
  return run(root, await writeLedger(join(root, '台账'), tables), asOf, options);
};
const stated = (...rows: [name: string, value: string, parts: string, indicator?: string, scope?: string][]): Rows =>
  rows.map(([name, value, parts, indicator, scope]) => ({ name, value, parts, indicator: indicator ?? null, scope: scope ?? null }));

describe('known answers of domain.md §7, from ledger files through the real pipeline', () => {
  it('F1 and F2: 40/66 → 64/66, 26 open → 2 in court, closures of the opening stock, and the account between', async () => {
    const root = freshFolder();
    const grade = (i: number) => (i <= 40 ? '无欠薪' : i <= 58 ? '一般' : '严重');
    const first = await run(root, await writeLedger(join(root, '38'), { projects: projects(66, (i) => (i <= 40 ? {} : owed(grade(i)))) }), '2026-09-18');
    expect(await fraction(first, 'no_arrears_rate')).toBe('40/66');
    expect(await fraction(first, 'open_risk')).toBe('26');
    expect(await valueOf(first, 'open_risk', { by: ['grade'] })).toEqual([{ grade_now: '一般', open_risk_n: 18 }, { grade_now: '严重', open_risk_n: 8 }, { grade_now: '无欠薪', open_risk_n: 0 }]);
    const later = (i: number): Record_ => (i <= 40 ? {} : i === 58 || i === 66 ? { ...owed(grade(i)), court_stage: '审理' } : { ...owed(grade(i)), unpaid_wages: 0, unpaid_workers: 0, closed_on: '2026-11-18', closing_evidence: '清偿凭证' });
    const second = await run(root, await writeLedger(join(root, '47'), { projects: projects(66, later) }), '2026-11-20');
    expect(await fraction(second, 'no_arrears_rate')).toBe('64/66');
    expect(await fraction(second, 'court_open')).toBe('2');
    expect(await fraction(second, 'opening_closure_rate')).toBe('24/26');
    expect(await fraction(second, 'opening_closure_general')).toBe('17/18');
    expect(await fraction(second, 'opening_closure_severe')).toBe('7/8');
    const [account] = await ask(second, accountSql({ from: '2026-09-18', to: '2026-11-20' }));
    expect(account).toMatchObject({ opening: 26, added: 0, reopened: 0, found: 0, closed: 24, lost: 0, closing: 2 });
  });

  it('F3, F4: parts that do not add up to the stated total are caught, and the overlap is named', async () => {
    const outcome = await sealed({ projects: projects(66), stated: stated(['投资性质构成', '66', '政府类37+社会类9'], ['隐患构成', '66', '40+26+8']) });
    expect(findings(outcome)['stated_parts']).toBe(2);
    const rows = await ask(outcome, `SELECT severity, "rows" FROM checks WHERE check_id = 'stated_parts' AND "count" > 0`);
    expect(rows).toEqual([{ severity: '提示', rows: '2,3' }]);
  });
  it('F4 is silent where the parts do add up', async () => {
    const outcome = await sealed({ projects: projects(66), stated: stated(['隐患构成', '66', '40+26']) });
    expect(findings(outcome)['stated_parts']).toBeUndefined();
  });

  it('F5: 31 of 55 projects with labour cost unpaid or short; F6: “over 10%” holds for 6/55 and not for 5/55', async () => {
    const outcome = await sealed({
      projects: projects(55, (i) => ({ labour_cost_due: 100_000, labour_cost_paid: i <= 31 ? 50_000 : 100_000 })),
      stated: stated(['人工费未拨付或不足占比', '56.4%', '31/55', 'labour_short_rate'], ['太平镇占比', '超过10%', '6/55'], ['交通局占比', '超过10%', '5/55'], ['两家合计', '20.0%', '11/55']),
    });
    expect(await fraction(outcome, 'labour_short_rate')).toBe('31/55');
    const flagged = await ask(outcome, `SELECT check_id, "rows" FROM checks WHERE check_id LIKE 'stated%' AND "count" > 0`);
    expect(flagged).toEqual([{ check_id: 'stated_claim', rows: '4' }]);
  });

  it('F7, F8, F9: 18/42 group cases, 1520/1680 people in construction, 1557 万元 over 1680 people', async () => {
    const people = (i: number) => (i <= 38 ? 40 : 40); // 38 × 40 = 1520 in construction, 4 × 40 = 160 elsewhere
    const outcome = await sealed({
      projects: projects(3),
      cases: clues(42, (i) => ({ group_event: i <= 18, workers: people(i), industry: i <= 38 ? '建筑业' : '制造业', amount: i === 1 ? 15_570_000 - 41 * 370_000 : 370_000 })),
      stated: stated(['群体性案件占比', '42.86%', '18/42'], ['人均', '0.93万元', '1557万元/1680人']),
    });
    expect(await fraction(outcome, 'group_rate')).toBe('18/42');
    expect(await fraction(outcome, 'industry_share')).toBe('1520/1680');
    expect(await fraction(outcome, 'per_head')).toBe('15570000/1680');
    expect(Object.keys(findings(outcome)).filter((id) => id.startsWith('stated'))).toEqual([]);
  });

  it('F10: 11 of 57 employers inspected were unlawful', async () => {
    const outcome = await sealed({ projects: projects(3), inspections: [{ inspected_on: '2026-03-01', kind: '双随机', employers: 30, unlawful: 6 }, { inspected_on: '2026-10-09', kind: '专项', employers: 27, unlawful: 5 }] });
    expect(await fraction(outcome, 'unlawful_rate')).toBe('11/57');
  });

  it('F11: 0.81 亿元 is 8,100 万元, and 9,652 万元 recovered “this year” is flagged as another scope', async () => {
    const outcome = await sealed({
      projects: [project(1, { ...owed('严重'), unpaid_wages: '0.81亿元', unpaid_workers: 4002 }), project(2)],
      stated: stated(['未支付工资', '0.81亿元', '', 'unpaid_wages'], ['追缴补发', '9652万元', '1652人', '', '本年']),
    });
    expect(await fraction(outcome, 'unpaid_wages')).toBe('81000000');
    expect(Object.keys(findings(outcome)).filter((id) => id.startsWith('stated'))).toEqual(['stated_scope']);
  });

  it('F12: 55 of 58 projects are reported to the system', async () => {
    expect(await fraction(await sealed({ projects: projects(58, (i) => ({ reported: i > 3 })) }), 'reported_rate')).toBe('55/58');
  });

  it('F13: 1,478 of 1,602 clues are closed', async () => {
    const outcome = await sealed({ projects: projects(3), cases: clues(1602, (i) => ({ closed_on: i <= 1478 ? '2026-10-01' : null })) });
    expect(await fraction(outcome, 'clue_close_rate')).toBe('1478/1602');
  });
});
