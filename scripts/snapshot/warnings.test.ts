import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_RULES, parseRules } from '../../src/model/rules.ts';
import { makeCalendar } from '../rules/calendar.ts';
import { fill, openMemory, select } from './testing.ts';
import { computeWarnings } from './warnings.ts';

const AS_OF = '2026-11-20';
type Cells = Record<string, string | number | boolean | null>;
interface Ledger {
  readonly project?: Cells;
  readonly cases?: Cells;
  readonly payroll?: readonly Cells[];
  readonly payments?: Cells;
  readonly compliance?: Cells;
  readonly companies?: Cells;
}

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await openMemory();
});

/** One project P1 (在建, not open) with the given cells; P2 fills the columns a ledger collects, so that a blank means "not yet". */
async function warningsOf(ledger: Ledger, rules: unknown = {}) {
  for (const table of ['cases', 'payroll', 'payments', 'compliance', 'companies', 'prev_warnings']) await connection.run(`DROP TABLE IF EXISTS ${table}`);
  await fill(connection, 'projects', [
    { project_id: 'P1', name: '甲', stage: '在建', open: false, grade_now: '无欠薪', closings: 0, promise_changes: 0, ...ledger.project },
    { project_id: 'P2', name: '乙', stage: '已完工已结算', open: false, account_opened_on: '2025-01-01' },
  ]);
  if (ledger.cases) await fill(connection, 'cases', [{ case_id: 'C1', received_on: '2026-09-01', ...ledger.cases }, { case_id: 'C2', received_on: '2026-01-01', replied_on: '2026-01-02', closed_on: '2026-01-05' }]);
  if (ledger.payroll) await fill(connection, 'payroll', ledger.payroll.map((row) => ({ project_id: 'P1', ...row })));
  if (ledger.payments) await fill(connection, 'payments', [{ payment_id: 'Y1', project_id: 'P1', ...ledger.payments }]);
  if (ledger.compliance) await fill(connection, 'compliance', [{ project_id: 'P1', ...ledger.compliance }]);
  if (ledger.companies) await fill(connection, 'companies', [{ company_code: 'X', name: '总包甲', ...ledger.companies }]);
  await computeWarnings(connection, { asOf: AS_OF, rules: parseRules({ calendar: makeCalendar([2026, 2027]), ...(rules as object) }).rules });
  return select(connection, 'SELECT * FROM warnings ORDER BY rule_id');
}
const textOf = async (ledger: Ledger, rule: string, rules: unknown = {}) => {
  const row = (await warningsOf(ledger, rules)).find((w) => w['rule_id'] === rule);
  return row ? `${String(row['level'])} ${String(row['text'])}` : null;
};

const OPEN: Cells = { open: true, grade_now: '严重', risk_grade: '严重' };
const item = (name: string, done: number | null = 0, total = 1): Ledger => ({ compliance: { item: name, done, total } });
const month = (cells: Cells): Ledger => ({ payroll: [{ month: '2026-09-01', ...cells }] });
const wages = (pay_day: string | null, cells: Cells = {}): Ledger => month({ pay_day, wages_due: 500_000, wages_paid: 100_000, ...cells });

/** Rule, what fires with its sentence, and the nearest ledgers that do not fire. */
const CASES: readonly (readonly [rule: string, fires: Ledger, says: string, ...silent: Ledger[]])[] = [
  ['labour_cost_cycle', month({ month: '2026-09-01', labour_cost_due: 100, labour_cost_paid: 0 }), '红 专户未按月拨付人工费 50 天（条例第24条）',
    month({ month: '2026-10-01', labour_cost_due: 100, labour_cost_paid: 0 }), month({ labour_cost_due: 100, labour_cost_paid: 100 }), month({ labour_cost_due: 100, labour_cost_paid: null }), month({ labour_cost_due: null, labour_cost_paid: 0 }),
    { project: { stage: '已完工已结算' }, ...month({ labour_cost_due: 100, labour_cost_paid: 0 }) },
    { payroll: [{ month: '2026-08-01', labour_cost_due: 100, labour_cost_paid: 0 }, { month: '2026-09-01', labour_cost_due: 100, labour_cost_paid: 200 }] }],
  ['wage_account', { project: { contract_signed_on: '2026-10-17' } }, '橙 合同签订后 34 天未开立专户（限 30 天，53号文、条例第26条）',
    { project: { contract_signed_on: '2026-10-21' } }, { project: { contract_signed_on: null } }, { project: { contract_signed_on: '2026-10-17', account_opened_on: '2026-11-01' } },
    { project: { contract_signed_on: '2026-10-17' }, ...item('工资专用账户', 1) }],
  ['item_realname', item('实名制考勤', 45, 50), '橙 实名制考勤未落实 45/50（条例第28条）', item('实名制考勤', 50, 50), item('实名制考勤', null, 50), item('实名制考勤', 0, 0)],
  ['item_deposit', item('工资保证金'), '橙 工资保证金未存储 0/1（条例第32条）', item('工资保证金', 1), { project: { deposit_form: '减免' }, ...item('工资保证金') }],
  ['item_gcpay', item('总包代发'), '橙 总包代发未落实 0/1（条例第31条）', item('总包代发', 1)],
  ['item_bankpay', item('银行代发'), '橙 银行代发未落实 0/1（条例第31条）', item('银行代发', 1)],
  ['item_notice', item('维权告示牌'), '黄 维权告示牌未落实 0/1（条例第34条）', item('维权告示牌', 1), { project: { stage: '已完工已结算' }, ...item('维权告示牌') }],
  ['item_guarantee', item('工程款支付担保'), '黄 工程款支付担保未落实 0/1（条例第24条）', item('工程款支付担保', 1)],
  ['labour_share', { project: { labour_cost_paid: 2_999_000, progress_payment_paid: 10_000_000 } }, '黄 实拨人工费占已付进度款 29.9%，低于 30%（299.9/1,000.0 万元）',
    { project: { labour_cost_paid: 3_000_000, progress_payment_paid: 10_000_000 } }, { project: { labour_cost_paid: null, progress_payment_paid: 10_000_000 } }, { project: { labour_cost_paid: 0, progress_payment_paid: 0 } }],
  ['funds_in_place', { project: { funds_in_place: 4_999_999, contract_amount: 10_000_000, start_on: '2026-01-01', end_on_planned: '2026-12-31' } }, '黄 到位资金占合同造价 49.9%，低于 50%（500.0/1,000.0 万元）',
    { project: { funds_in_place: 5_000_000, contract_amount: 10_000_000, start_on: '2026-01-01', end_on_planned: '2026-12-31' } },
    { project: { funds_in_place: 3_000_000, contract_amount: 10_000_000, start_on: '2026-01-01', end_on_planned: '2027-01-01' } },
    { project: { funds_in_place: 3_000_000, contract_amount: 10_000_000 } }, { project: { funds_in_place: null, contract_amount: 10_000_000 } },
    { project: { stage: '已完工未结算', funds_in_place: 0, contract_amount: 10_000_000 } }],
  ['settlement_review', { project: { stage: '已完工未结算', settlement_submitted_on: '2026-10-10' } }, '黄 结算报审后 41 天未审结（限 40 天）',
    { project: { stage: '已完工未结算', settlement_submitted_on: '2026-10-11' } }, { project: { ...OPEN, stage: '已完工已结算', settlement_submitted_on: '2026-01-01' } }, { project: { stage: null, settlement_submitted_on: '2026-01-01' } }],
  ['deposit_share', { project: { deposit_amount: 199_000, contract_amount: 10_000_000 } }, '黄 保证金占合同造价 1.9%，低于 2%（19.9/1,000.0 万元）',
    { project: { deposit_amount: 200_000, contract_amount: 10_000_000 } }, { project: { deposit_amount: 0, contract_amount: 10_000_000, deposit_form: '减免' } }, { project: { deposit_amount: null, contract_amount: 10_000_000 } }],
  ['account_dry', { project: { account_balance: 499_999 }, ...wages('2026-12-01') }, '橙 专户余额 50.0 万元，仅够发放 0.9 个月工资（上月应发 50.0 万元）',
    { project: { account_balance: 500_000 }, ...wages('2026-12-01') }, { project: { account_balance: null }, ...wages('2026-12-01') }, { project: { account_balance: 0 }, ...wages('2026-12-01', { wages_due: 0, wages_paid: 0 }) },
    { project: { account_balance: 0, stage: '已完工未结算' }, ...wages('2026-12-01') }],
  ['promise_overdue', { project: { ...OPEN, promised_on: '2026-11-03' } }, '红 承诺 2026-11-03 化解，已超 17 天', { project: { ...OPEN, promised_on: AS_OF } }, { project: { ...OPEN, promised_on: null } }, { project: { promised_on: '2026-11-03' } }],
  ['promise_moved', { project: { ...OPEN, promise_changes: 2, promise_first_on: '2026-09-30', promised_on: '2026-12-01' } }, '橙 承诺化解日期已改 2 次（首次承诺 2026-09-30，现为 2026-12-01）', { project: { ...OPEN, promise_changes: 1 } }, { project: { promise_changes: 2 } }],
  ['wages_overdue', wages('2026-11-19'), '黄 工资逾期 1 天未付清，尚欠 40.0 万元', wages(AS_OF), wages(null), wages('2026-11-19', { wages_paid: null }), wages('2026-11-19', { wages_paid: 500_000 }),
    { project: { closed_on: '2026-11-19' }, ...wages('2026-11-19') }, { payments: { paid_on: AS_OF, amount: 400_000 }, ...wages('2026-11-19') }, { project: { stage: '已完工已结算' }, ...wages('2026-11-19') }],
  ['pay_day_holiday', wages('2026-11-22'), '黄 工资应付日 2026-11-22 遇休息日，应在 2026-11-20 前（含当日）付清 50.0 万元，已付 10.0 万元（条例第14条）',
    wages('2026-11-23'), wages('2026-12-05'), wages('2026-11-22', { wages_paid: 500_000 }), wages('2026-11-22', { wages_paid: null })],
  ['account_closing', { project: { stage: '已完工未结算', completed_on: '2026-10-22', account_opened_on: '2025-01-01' } }, '蓝 完工无拖欠，公示满 30 天（2026-11-21）后方可注销专户（条例第27条）',
    { project: { completed_on: '2026-10-21', account_opened_on: '2025-01-01' } }, { project: { ...OPEN, completed_on: '2026-10-22', account_opened_on: '2025-01-01' } }, { project: { completed_on: '2026-10-22' } }],
  ['repeat_arrears', { project: { contractor_code: 'X' }, companies: { times_in_arrears: 3 } }, '蓝 总承包企业累计欠薪 3 次（3 次及以上标记）', { project: { contractor_code: 'X' }, companies: { times_in_arrears: 2 } }, { project: { contractor_code: null }, companies: { times_in_arrears: 3 } }],
  ['case_due', { cases: { filed_on: '2026-09-10' } }, '黄 立案调查还剩 13 个工作日（2026-12-09 满 60 个工作日，劳动保障监察条例第17条）', { cases: { filed_on: '2026-09-16' } }, { cases: { filed_on: '2026-09-10', closed_on: '2026-11-01' } }, { cases: { filed_on: null } }, { cases: { filed_on: '2026-08-10' } }],
  ['case_overdue', { cases: { filed_on: '2026-08-21' } }, '红 立案调查超 60 个工作日期限 1 个工作日（2026-11-19 到期；经批准可延长 30 个工作日，劳动保障监察条例第17条）', { cases: { filed_on: '2026-08-24' } }],
];

describe.each(CASES.map(([rule, fires, says, ...silent]) => ({ rule, fires, says, silent })))('$rule', ({ rule, fires, says, silent }) => {
  it('fires and says what it compared', async () => {
    expect(await textOf(fires, rule)).toBe(says);
  });
  it.each(silent.map((ledger, i) => [i + 1, ledger] as const))('does not fire (%i)', async (_, ledger) => {
    expect(await textOf(ledger, rule)).toBeNull();
  });
});

it('every shipped rule that is on and needs no county limit is covered above', () => {
  const covered = new Set(CASES.map(([rule]) => rule));
  expect(DEFAULT_RULES.warnings.filter((r) => r.enabled && r.test !== 'clue_limit' && !covered.has(r.id)).map((r) => r.id)).toEqual([]);
});

describe('thresholds are parameters (F14)', () => {
  const only = (id: string, params: object) => ({ warnings: [{ id, enabled: true, params }] });
  it.each<[string, Ledger, string, object, boolean]>([
    ['60% cleared, 80% wanted', wages('2026-11-01', { wages_paid: 300_000 }), 'wages_cleared', { below_percent: 80 }, true],
    ['80% cleared', wages('2026-11-01', { wages_paid: 400_000 }), 'wages_cleared', { below_percent: 80 }, false],
    ['60% cleared, 60% wanted', wages('2026-11-01', { wages_paid: 300_000 }), 'wages_cleared', { below_percent: 60 }, false],
    ['payments count as cleared', { ...wages('2026-11-01', { wages_paid: 300_000 }), payments: { paid_on: '2026-11-10', amount: 100_000 } }, 'wages_cleared', { below_percent: 80 }, false],
    ['labour share 25% wanted', { project: { labour_cost_paid: 2_600_000, progress_payment_paid: 10_000_000 } }, 'labour_share', { below_percent: 25 }, false],
    ['deposit 3% wanted', { project: { deposit_amount: 299_000, contract_amount: 10_000_000 } }, 'deposit_share', { below_percent: 3 }, true],
    ['funds 60% wanted', { project: { funds_in_place: 5_500_000, contract_amount: 10_000_000, start_on: '2026-01-01', end_on_planned: '2026-06-30' } }, 'funds_in_place', { short_percent: 60 }, true],
    ['long works 40% wanted', { project: { funds_in_place: 3_500_000, contract_amount: 10_000_000, start_on: '2026-01-01', end_on_planned: '2028-06-30' } }, 'funds_in_place', { long_percent: 40 }, true],
    ['settlement in 60 days', { project: { stage: '已完工未结算', settlement_submitted_on: '2026-10-10' } }, 'settlement_review', { days: 60 }, false],
    ['two months of labour cost', month({ month: '2026-09-01', labour_cost_due: 1, labour_cost_paid: 0 }), 'labour_cost_cycle', { months: 2 }, false],
    ['item below 90%', item('实名制考勤', 45, 50), 'item_realname', { below_percent: 90 }, false],
  ])('%s', async (_, ledger, rule, params, expected) => {
    expect((await textOf(ledger, rule, only(rule, params))) !== null).toBe(expected);
  });

  it('a rule switched off stays silent', async () => {
    expect(await textOf({ project: { ...OPEN, promised_on: '2026-11-03' } }, 'promise_overdue', { warnings: [{ id: 'promise_overdue', enabled: false }] })).toBeNull();
  });

  it.each([['2026-10-20', '黄'], ['2026-10-19', '橙'], ['2026-09-20', '橙'], ['2026-09-19', '红']])('wages due on %s are %s', async (payDay, level) => {
    expect((await textOf(wages(payDay), 'wages_overdue'))?.slice(0, 1)).toBe(level);
  });
});

describe('clue limits', () => {
  const limits = { limits: { reply_days: 3, handling_days: 30 } };
  it('are 未设 until the county sets them', async () => {
    expect(await warningsOf({ cases: { received_on: '2026-01-01' } })).toEqual([]);
  });
  it('fire past the county’s limit', async () => {
    expect(await textOf({ cases: { received_on: '2026-10-20' } }, 'clue_handling', limits)).toBe('橙 线索受理 31 天未办结（限 30 天）');
    expect(await textOf({ cases: { received_on: '2026-10-21' } }, 'clue_handling', limits)).toBeNull();
    expect(await textOf({ cases: { received_on: '2026-11-16' } }, 'clue_reply', limits)).toBe('黄 线索受理 4 天未回复（限 3 天）');
    expect(await textOf({ cases: { received_on: '2026-11-16', replied_on: '2026-11-19' } }, 'clue_reply', limits)).toBeNull();
  });
});

it('an unknown never fires: rows that hold nothing but their keys', async () => {
  const limits = { limits: { reply_days: 1, handling_days: 1 }, warnings: [{ id: 'wages_cleared', enabled: true }] };
  for (const open of [true, false, null]) {
    const ledger = { project: { stage: null, open, grade_now: null, closings: null, promise_changes: null }, cases: { received_on: AS_OF }, ...month({}), payments: {}, compliance: { item: '实名制考勤' }, companies: {} };
    expect(await warningsOf(ledger, limits)).toEqual([]);
  }
});

it('keeps day, limit and both numbers of what it compared', async () => {
  const [row] = await warningsOf({ project: { contract_signed_on: '2026-10-17' } });
  expect(row).toEqual({ rule_id: 'wage_account', project_id: 'P1', case_id: null, level: '橙', since: '2026-10-17', due_on: '2026-11-16', numerator: 34, denominator: 30, text: '合同签订后 34 天未开立专户（限 30 天，53号文、条例第26条）' });
  const [filed] = await warningsOf({ cases: { filed_on: '2026-09-10', project_id: 'P1' } });
  expect(filed).toMatchObject({ project_id: null, case_id: 'C1', since: '2026-09-10', due_on: '2026-12-09', numerator: 13, denominator: 60 });
});

it('counts wages from the first month that is still short', async () => {
  const months = ['2026-07', '2026-08', '2026-09'].map((m, i) => ({ month: `${m}-01`, pay_day: `2026-${String(8 + i).padStart(2, '0')}-15`, wages_due: 100_000, wages_paid: 0 }));
  expect(await textOf({ payroll: months, payments: { paid_on: '2026-10-01', amount: 150_000 } }, 'wages_overdue')).toBe('红 工资逾期 66 天未付清，尚欠 15.0 万元');
  expect(await textOf({ payroll: months, project: { ...OPEN, owed_since: '2026-06-01', unpaid_wages: 280_000 } }, 'wages_overdue')).toBe('红 工资逾期 172 天未付清，尚欠 28.0 万元');
});

it('a rule without a date of its own holds since it was first seen', async () => {
  await warningsOf(item('维权告示牌'));
  expect(await select(connection, 'SELECT since FROM warnings')).toEqual([{ since: AS_OF }]);
  await connection.run('ALTER TABLE warnings RENAME TO prev_warnings');
  await connection.run(`UPDATE prev_warnings SET since = DATE '2026-10-30'`);
  await computeWarnings(connection, { asOf: AS_OF, rules: DEFAULT_RULES });
  expect(await select(connection, 'SELECT since FROM warnings')).toEqual([{ since: '2026-10-30' }]);
});

it('a blank account date fires only in a ledger that collects the column', async () => {
  await fill(connection, 'projects', [{ project_id: 'P1', name: '甲', stage: '在建', open: false, contract_signed_on: '2026-01-01' }]);
  await connection.run('DROP TABLE IF EXISTS compliance');
  await computeWarnings(connection, { asOf: AS_OF, rules: DEFAULT_RULES });
  expect(await select(connection, 'SELECT rule_id FROM warnings')).toEqual([]);
  await fill(connection, 'compliance', [{ project_id: 'P1', item: '工资专用账户', done: 0, total: 1 }]);
  await computeWarnings(connection, { asOf: AS_OF, rules: DEFAULT_RULES });
  expect(await select(connection, 'SELECT rule_id FROM warnings')).toEqual([{ rule_id: 'wage_account' }]);
});
