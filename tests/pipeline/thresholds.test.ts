import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../scripts/snapshot/publish.ts';
import { readRules } from '../../scripts/snapshot/rules-file.ts';
import { DEFAULT_RULES, type Rules } from '../../src/model/rules.ts';
import { ask, type Cell, findings, freshFolder, type Rows, run, writeLedger } from '../support/ledgers.ts';

const DAY = '2026-11-20';
type Record_ = Record<string, Cell>;
const project = (id: string, more: Record_ = {}): Record_ => ({ project_id: id, name: `${id}工程`, place_code: '甲镇', dept_code: '住建局', invest_kind: '政府投资', stage: '在建', risk_grade: '无欠薪', ...more });
const owed = (since: string, more: Record_ = {}): Record_ => ({ risk_grade: '一般', unpaid_wages: 1_000, unpaid_workers: 1, found_on: since, owed_since: since, ...more });
const month = (id: string, more: Record_): Record_ => ({ project_id: id, month: '2026-10-01', ...more });

/** One project just beyond each threshold and, where the name ends in 0, one exactly on it, which no rule may name. */
const TABLES: Record<string, Rows> = {
  projects: [
    project('LABOUR1', { labour_cost_paid: 2_999.99, progress_payment_paid: 10_000 }), project('LABOUR0', { labour_cost_paid: 3_000, progress_payment_paid: 10_000 }),
    project('DEPOSIT1', { deposit_amount: 19_999.99, contract_amount: 1_000_000 }), project('DEPOSIT0', { deposit_amount: 20_000, contract_amount: 1_000_000 }), project('DEPOSITFREE0', { deposit_amount: 0, contract_amount: 1_000_000, deposit_form: '减免' }),
    project('SHORT1', { funds_in_place: 499_999.99, contract_amount: 1_000_000, start_on: '2026-01-01', end_on_planned: '2026-12-31' }), project('SHORT0', { funds_in_place: 500_000, contract_amount: 1_000_000, start_on: '2026-01-01', end_on_planned: '2026-12-31' }),
    project('LONG1', { funds_in_place: 299_999.99, contract_amount: 1_000_000, start_on: '2026-01-01', end_on_planned: '2027-01-01' }), project('LONG0', { funds_in_place: 300_000, contract_amount: 1_000_000, start_on: '2026-01-01', end_on_planned: '2027-01-01' }),
    project('SETTLE1', { stage: '已完工未结算', settlement_submitted_on: '2026-10-10' }), project('SETTLE0', { stage: '已完工未结算', settlement_submitted_on: '2026-10-11' }),
    project('ACCOUNT1', { contract_signed_on: '2026-10-20' }), project('ACCOUNT0', { contract_signed_on: '2026-10-21' }),
    project('CYCLE1'), project('CYCLE0'), project('DRY1', { account_balance: 99.99 }), project('DRY0', { account_balance: 100 }), project('HOLIDAY1'), project('HOLIDAY0'),
    project('PROMISE1', owed('2026-11-01', { promised_on: '2026-11-19' })), project('PROMISE0', owed('2026-11-01', { promised_on: DAY })),
    project('YELLOW1', owed('2026-10-20')), project('ORANGE1', owed('2026-10-19')), project('RED1', owed('2026-09-19')),
    project('CLOSING1', { stage: '已完工未结算', account_opened_on: '2026-01-05', completed_on: '2026-10-22' }), project('CLOSING0', { stage: '已完工未结算', account_opened_on: '2026-01-05', completed_on: '2026-10-21' }),
    project('ARREARS1', { contractor_code: '91990101MA0000001X' }), project('ARREARS0', { contractor_code: '91990101MA0000002X' }), project('CLEARED1'), project('CLEARED0'), project('ITEMS1'), project('ITEMS0'),
  ],
  cases: [
    { case_id: 'OVERDUE1', received_on: '2026-08-01', replied_on: '2026-08-02', filed_on: '2026-08-03' }, { case_id: 'DUE1', received_on: '2026-08-30', replied_on: '2026-08-31', filed_on: '2026-09-02' },
    { case_id: 'REPLY1', received_on: '2026-11-17' }, { case_id: 'REPLY0', received_on: '2026-11-18' },
  ],
  payroll: [
    month('CYCLE1', { month: '2026-09-01', labour_cost_due: 100, labour_cost_paid: 99.99 }), month('CYCLE0', { labour_cost_due: 100, labour_cost_paid: 0 }), month('DRY1', { wages_due: 100 }), month('DRY0', { wages_due: 100 }),
    month('HOLIDAY1', { pay_day: '2026-11-29', wages_due: 100, wages_paid: 0 }), month('HOLIDAY0', { pay_day: '2026-11-27', wages_due: 100, wages_paid: 0 }),
    month('CLEARED1', { pay_day: '2026-11-15', wages_due: 100, wages_paid: 60 }), month('CLEARED0', { pay_day: '2026-11-15', wages_due: 100, wages_paid: 80 }),
  ],
  compliance: ['实名制考勤', '工资保证金', '总包代发', '银行代发', '维权告示牌', '工程款支付担保'].flatMap((item) => [{ project_id: 'ITEMS1', item, done: 9, total: 10 }, { project_id: 'ITEMS0', item, done: 10, total: 10 }]),
  companies: [{ company_code: '91990101MA0000001X', name: '甲建设', times_in_arrears: 3 }, { company_code: '91990101MA0000002X', name: '乙建设', times_in_arrears: 2 }],
};

type Given = Record<string, unknown>;
const warning = (id: string, more: Given): Given => ({ warnings: [{ id, ...more }] });
const params = (id: string, more: Given): Given => warning(id, { params: more });

/** A threshold of domain §5/F14: what fires at the shipped value, what the county writes instead, and what still fires then. */
interface Threshold {
  readonly what: string;
  readonly rule: string;
  readonly fires: readonly string[];
  readonly county: Given;
  readonly instead: readonly string[];
}
const items: readonly [string, string][] = [['item_realname', '实名制考勤'], ['item_deposit', '工资保证金'], ['item_gcpay', '总包代发'], ['item_bankpay', '银行代发'], ['item_notice', '维权告示牌'], ['item_guarantee', '工程款支付担保']];
const THRESHOLDS: readonly Threshold[] = [
  { what: 'labour cost 30% of progress payment', rule: 'labour_share', fires: ['LABOUR1'], county: params('labour_share', { below_percent: 29 }), instead: [] },
  { what: 'labour cost 35%', rule: 'labour_share', fires: ['LABOUR1'], county: params('labour_share', { below_percent: 35 }), instead: ['LABOUR0', 'LABOUR1'] },
  { what: 'deposit 2% of the contract', rule: 'deposit_share', fires: ['DEPOSIT1'], county: params('deposit_share', { below_percent: 1.5 }), instead: [] },
  { what: 'deposit: exempt forms', rule: 'deposit_share', fires: ['DEPOSIT1'], county: params('deposit_share', { except: [] }), instead: ['DEPOSIT1', 'DEPOSITFREE0'] },
  { what: 'funds 50% for works under a year', rule: 'funds_in_place', fires: ['LONG1', 'SHORT1'], county: params('funds_in_place', { short_percent: 49 }), instead: ['LONG1'] },
  { what: 'funds 30% for longer works', rule: 'funds_in_place', fires: ['LONG1', 'SHORT1'], county: params('funds_in_place', { long_percent: 29 }), instead: ['SHORT1'] },
  { what: 'funds: what is long', rule: 'funds_in_place', fires: ['LONG1', 'SHORT1'], county: params('funds_in_place', { long_months: 24 }), instead: ['LONG0', 'LONG1', 'SHORT1'] },
  { what: 'settlement 40 days', rule: 'settlement_review', fires: ['SETTLE1'], county: params('settlement_review', { days: 41 }), instead: [] },
  { what: 'account 30 days', rule: 'wage_account', fires: ['ACCOUNT1'], county: params('wage_account', { days: 31 }), instead: [] },
  { what: 'labour cost 1 month', rule: 'labour_cost_cycle', fires: ['CYCLE1'], county: params('labour_cost_cycle', { months: 2 }), instead: [] },
  { what: 'account 1 month of wages', rule: 'account_dry', fires: ['DRY1'], county: params('account_dry', { months: 0.5 }), instead: [] },
  { what: 'promise overdue', rule: 'promise_overdue', fires: ['PROMISE1'], county: params('promise_overdue', { days: 1 }), instead: [] },
  { what: 'pay day on a rest day, a week ahead', rule: 'pay_day_holiday', fires: ['HOLIDAY1'], county: params('pay_day_holiday', { lead_days: 6 }), instead: [] },
  { what: '30 days of 公示', rule: 'account_closing', fires: ['CLOSING1'], county: params('account_closing', { days: 29 }), instead: [] },
  { what: 'three times in arrears', rule: 'repeat_arrears', fires: ['ARREARS1'], county: params('repeat_arrears', { times: 2 }), instead: ['ARREARS0', 'ARREARS1'] },
  { what: '60 working days', rule: 'case_overdue', fires: ['OVERDUE1'], county: params('case_overdue', { working_days: 90 }), instead: [] },
  { what: '60 working days, 15 before', rule: 'case_due', fires: ['DUE1'], county: params('case_due', { remind: 3 }), instead: [] },
  { what: 'reply limit, 未设 until the county sets it', rule: 'clue_reply', fires: [], county: { limits: { reply_days: 2 } }, instead: ['REPLY1'] },
  { what: 'handling limit, 未设 until the county sets it', rule: 'clue_handling', fires: [], county: { limits: { handling_days: 60 } }, instead: ['DUE1', 'OVERDUE1'] },
  { what: 'wages 60% cleared, 80% wanted: off until the county switches it on', rule: 'wages_cleared', fires: [], county: warning('wages_cleared', { enabled: true }), instead: ['CLEARED1'] },
  { what: 'wages cleared, 60% wanted', rule: 'wages_cleared', fires: [], county: warning('wages_cleared', { enabled: true, params: { below_percent: 60 } }), instead: [] },
  { what: 'a rule switched off', rule: 'labour_share', fires: ['LABOUR1'], county: warning('labour_share', { enabled: false }), instead: [] },
  ...items.map(([rule, item]): Threshold => ({ what: `${item} 100%`, rule, fires: ['ITEMS1'], county: params(rule, { below_percent: 90 }), instead: [] })),
];

/** Thresholds published together: of every rule the first change, then the second … A round changes a rule once. */
const ROUNDS: readonly (readonly Threshold[])[] = [0, 1, 2].map((n) => THRESHOLDS.filter((t) => THRESHOLDS.filter((o) => o.rule === t.rule).indexOf(t) === n));
const rounds = new Map<readonly Threshold[], Promise<Outcome>>();
/** The snapshot under all changes of a round, made once. */
function published(round: readonly Threshold[]): Promise<Outcome> {
  const county = { warnings: round.flatMap((t) => (t.county['warnings'] as unknown[] | undefined) ?? []), limits: Object.assign({}, ...round.map((t) => t.county['limits'] ?? {})) as object };
  if (!rounds.has(round)) rounds.set(round, under(county));
  return rounds.get(round)!;
}

let ledger: string;
let shipped: Outcome;
/** Publishes the ledger under the county's rules.json; none: the shipped rules. */
async function under(county: Given | null): Promise<Outcome> {
  const root = freshFolder();
  const path = join(root, 'rules.json');
  if (county) writeFileSync(path, JSON.stringify(county));
  const outcome = await run(root, ledger, DAY, { rules: readRules(county ? path : null, DAY) });
  expect(outcome.blocking).toEqual([]);
  return outcome;
}
const fired = async (o: Outcome): Promise<Record<string, string[]>> => {
  const rows = await ask(o, 'SELECT rule_id, coalesce(project_id, case_id) AS id FROM warnings ORDER BY 1, 2');
  return Object.fromEntries([...new Set(rows.map((r) => String(r['rule_id'])))].map((rule) => [rule, rows.filter((r) => r['rule_id'] === rule).map((r) => String(r['id']))]));
};
const sealedRules = (o: Outcome): Rules => JSON.parse(readFileSync(join(o.published!.folder, 'rules.json'), 'utf8')) as Rules;

beforeAll(async () => {
  const root = freshFolder();
  ledger = await writeLedger(root, TABLES);
  shipped = await under(null);
});

describe('thresholds of F14 and domain §5 are parameters', () => {
  it('the shipped rules fire on what lies beyond them, and not on what lies on them', async () => {
    const found = await fired(shipped);
    for (const { rule, fires } of THRESHOLDS) expect([rule, found[rule] ?? []]).toEqual([rule, fires]);
    const named = Object.entries(found).flatMap(([rule, ids]) => ids.filter((id) => id.endsWith('0')).map((id) => `${rule}: ${id}`));
    // Wages of these two are overdue all the same; they stand on another rule's threshold.
    expect(named).toEqual(['wages_overdue: CLEARED0', 'wages_overdue: PROMISE0']);
    expect(sealedRules(shipped).warnings).toEqual(DEFAULT_RULES.warnings);
  });

  it.each(THRESHOLDS)('$what ($rule)', async (threshold) => {
    const { rule, county, instead } = threshold;
    const round = ROUNDS.find((r) => r.includes(threshold))!;
    const outcome = await published(round);
    expect((await fired(outcome))[rule] ?? []).toEqual(instead);
    const stored = sealedRules(outcome);
    const given = county['warnings'] as { id: string; params?: object }[] | undefined;
    for (const change of given ?? []) {
      const original = DEFAULT_RULES.warnings.find((w) => w.id === change.id)!;
      expect(stored.warnings.find((w) => w.id === rule)).toEqual({ ...original, ...change, params: { ...original.params, ...change.params } });
    }
    if (!given) expect(stored).toMatchObject(county);
  });
  it('a change of one threshold moves no other rule', async () => {
    const before = await fired(shipped);
    for (const round of ROUNDS) {
      const outcome = await published(round);
      const after = await fired(outcome);
      const changed = new Set(round.map((t) => t.rule));
      for (const rule of new Set([...Object.keys(before), ...Object.keys(after)])) if (!changed.has(rule)) expect([rule, after[rule]]).toEqual([rule, before[rule]]);
      expect({ ...sealedRules(outcome), warnings: [], limits: {} }).toEqual({ ...sealedRules(shipped), warnings: [], limits: {} });
      expect(sealedRules(outcome).warnings.filter((w) => !changed.has(w.id))).toEqual(DEFAULT_RULES.warnings.filter((w) => !changed.has(w.id)));
    }
  });

  it('colours of overdue wages: a month yellow, two orange, more red; the county’s bands instead', async () => {
    const levels = (o: Outcome) => ask(o, `SELECT project_id, level FROM warnings WHERE rule_id = 'wages_overdue' AND project_id IN ('YELLOW1', 'ORANGE1', 'RED1') ORDER BY 1`);
    expect(await levels(shipped)).toEqual([{ project_id: 'ORANGE1', level: '橙' }, { project_id: 'RED1', level: '红' }, { project_id: 'YELLOW1', level: '黄' }]);
    const wider = await under(params('wages_overdue', { bands: [{ months: 2, level: '蓝' }, { months: 3, level: '橙' }] }));
    expect(await levels(wider)).toEqual([{ project_id: 'ORANGE1', level: '蓝' }, { project_id: 'RED1', level: '橙' }, { project_id: 'YELLOW1', level: '蓝' }]);
  });

  it('a promise moved twice; three times where the county says so', async () => {
    const weeks = ['2026-10-30', '2026-11-06', '2026-11-13'] as const;
    const three = join(freshFolder(), 'rules.json');
    writeFileSync(three, JSON.stringify(params('promise_moved', { times: 3 })));
    const root = freshFolder();
    const warned: number[][] = [];
    for (const [i, asOf] of weeks.entries()) {
      const from = await writeLedger(join(root, asOf), { projects: [project('A', owed('2026-10-01', { promised_on: `2026-12-0${i + 1}` }))] });
      const outcome = await run(root, from, asOf);
      warned.push((await ask(outcome, `SELECT numerator FROM warnings WHERE rule_id = 'promise_moved'`)).map((r) => Number(r['numerator'])));
    }
    expect(warned).toEqual([[], [], [2]]);
    const later = await run(root, join(root, weeks[2]), weeks[2], { replace: true, rules: readRules(three, weeks[2]) });
    expect(await ask(later, `SELECT count(*) AS n FROM warnings WHERE rule_id = 'promise_moved'`)).toEqual([{ n: 0 }]);
    expect(await ask(later, 'SELECT promise_changes FROM projects')).toEqual([{ promise_changes: 2 }]);
  });

  it('the tolerance of unpaid wages against the payroll', async () => {
    const root = freshFolder();
    const from = await writeLedger(join(root, 'l'), {
      projects: [project('A', owed('2026-10-01', { unpaid_wages: 1_051 }))], payroll: [month('A', { pay_day: '2026-11-01', wages_due: 5_000, wages_paid: 4_000 })], payments: [{ payment_id: 'F1', project_id: 'A', plan_due_on: '2026-12-01', plan_amount: 1_000 }],
    });
    const refused = await run(root, from, DAY);
    expect(refused.blocking.map((b) => b.id)).toEqual(['unpaid_mismatch']);
    writeFileSync(join(root, 'rules.json'), JSON.stringify({ tolerances: { unpaid_wages: 51 } }));
    expect(findings(await run(root, from, DAY, { rules: readRules(join(root, 'rules.json'), DAY) }))).not.toHaveProperty('unpaid_mismatch');
  });
});

describe('the county’s rules file', () => {
  it('a rule of its own needs no code', async () => {
    const own = { id: 'big_labour_gap', name: '人工费缺口', level: '蓝', test: 'share_below', params: { amount: 'labour_cost_paid', of: 'progress_payment_paid', below_percent: 40, except: [] }, text: '实拨 {n}/{d} 万元' };
    const outcome = await under({ warnings: [own] });
    expect(await ask(outcome, `SELECT project_id, level, text FROM warnings WHERE rule_id = 'big_labour_gap' ORDER BY 1`)).toEqual([
      { project_id: 'LABOUR0', level: '蓝', text: '实拨 0.3/1.0 万元' }, { project_id: 'LABOUR1', level: '蓝', text: '实拨 0.3/1.0 万元' },
    ]);
    expect(sealedRules(outcome).warnings.map((w) => w.id)).toEqual([...DEFAULT_RULES.warnings.map((w) => w.id), 'big_labour_gap']);
  });
  const WRONG: [string, Given, RegExp][] = [
    ['a percentage above 100', params('labour_share', { below_percent: 300 }), /规则文件 warnings\.labour_share\.params\.below_percent 的值 300 不合要求，仍用默认值 30/],
    ['a text for a number', params('settlement_review', { days: '四十' }), /warnings\.settlement_review\.params\.days 的值 "四十" 不合要求，仍用默认值 40/],
    ['an unknown parameter', params('deposit_share', { below: 20 }), /未知的键 warnings\.deposit_share\.params\.below，已忽略/],
    ['an unknown word in a text', warning('account_dry', { text: '{工地}' }), /预警规则 account_dry 的说明用了未知的词 \{工地\}/],
    ['a rule without a test', { warnings: [{ id: 'x', name: 'x' }] }, /预警规则 x 不完整，未启用/],
    ['an unknown key', { windows: 3 }, /规则文件有未知的键 windows，已忽略/],
  ];
  const file = (county: unknown): string => {
    const path = join(freshFolder(), 'rules.json');
    writeFileSync(path, JSON.stringify(county));
    return path;
  };
  it.each(WRONG)('%s is named', (_, county, message) => {
    expect(readRules(file(county), DAY).notices.at(-1)).toMatch(message);
  });
  it('all of these block; accepted, the shipped values stand', async () => {
    const rules = readRules(file({ windows: 3, warnings: WRONG.flatMap(([, c]) => (c['warnings'] as unknown[] | undefined) ?? []) }), DAY);
    const refused = await run(freshFolder(), ledger, DAY, { rules });
    expect(refused.blocking.map((b) => [b.id, b.count])).toEqual([['rules_problem', rules.notices.length]]);
    const accepted = await run(freshFolder(), ledger, DAY, { rules, accept: new Set(['rules_problem']) });
    expect(await fired(accepted)).toEqual(await fired(shipped));
    expect(sealedRules(accepted).warnings).toEqual(DEFAULT_RULES.warnings);
  });
  it('that is no object leaves all shipped rules, and says so', () => {
    const { notices, rules } = readRules(file([]), DAY);
    expect(notices).toEqual(['规则文件不是一个 JSON 对象，全部使用默认规则']);
    expect(rules.warnings).toEqual(DEFAULT_RULES.warnings);
  });
});
