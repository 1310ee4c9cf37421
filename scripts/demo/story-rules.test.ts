import { expect, test } from 'vitest';
import { addDays, daysBetween } from '../../src/shared/dates.ts';
import { addMonths } from './days.ts';
import type { WeekLedger } from './ledger-row.ts';
import { isOpen, ledgerOf, ledgers } from './testing.ts';

const MISSING: Readonly<Record<string, string>> = { 实名制考勤: '橙', 工资保证金: '橙', 总包代发: '橙', 银行代发: '橙', 维权告示牌: '黄', 工程款支付担保: '黄' };

/** The rules of domain §5 once more, in plain JavaScript: level, project and reason of every early warning. */
function warningsOf({ as_of, tables }: WeekLedger): string[] {
  return tables.projects.filter((p) => !isOpen(p) && p.stage !== '已完工已结算').flatMap((p) => {
    const fired: [level: string, why: string][] = [];
    const months = tables.payroll.filter((row) => row.project_id === p.project_id);
    const paidIn = months.reduce((sum, row) => sum + (row.labour_cost_paid ?? 0), 0);
    let due = 0;
    const unpaid = months.find((row) => (due += row.labour_cost_due ?? 0) > paidIn);
    if (unpaid && as_of > addMonths(unpaid.month, 2)) fired.push(['红', '人工费']);
    if (p.contract_signed_on && !p.account_opened_on && daysBetween(p.contract_signed_on, as_of) > 30) fired.push(['橙', '专户']);
    for (const row of tables.compliance) {
      const level = MISSING[row.item];
      if (row.project_id === p.project_id && (row.done ?? 0) < (row.total ?? 0) && level && !(row.item === '工资保证金' && p.deposit_form === '减免')) fired.push([level, row.item]);
    }
    const wages = months.at(-1)?.wages_due ?? 0;
    if (p.stage !== '已完工未结算' && p.account_balance !== null && p.account_balance < wages) fired.push(['橙', '余额']);
    if ((p.labour_cost_paid ?? 0) * 100 < (p.progress_payment_paid ?? 0) * 30) fired.push(['黄', '人工费占比']);
    const short = p.start_on !== null && p.end_on_planned !== null && p.end_on_planned < addDays(p.start_on, 365);
    if (['新建', '在建'].includes(p.stage ?? '') && p.contract_amount !== null && (p.funds_in_place ?? 0) * 100 < p.contract_amount * (short ? 50 : 30)) fired.push(['黄', '资金']);
    if (p.settlement_submitted_on && daysBetween(p.settlement_submitted_on, as_of) > 40) fired.push(['黄', '结算']);
    if (p.deposit_amount !== null && p.deposit_amount * 100 < (p.contract_amount ?? 0) * 2) fired.push(['黄', '保证金']);
    if (p.completed_on && p.account_opened_on && daysBetween(p.completed_on, as_of) < 30) fired.push(['蓝', '注销公示']);
    return fired.map(([level, why]) => `${level} ${p.name} ${why}`);
  });
}

const levels = (week: number) => ['红', '橙', '黄', '蓝'].map((level) => warningsOf(ledgerOf(week)).filter((w) => w.startsWith(level)).length);

test('week 47: seven warnings on seven projects', () => {
  expect(warningsOf(ledgerOf(47)).sort()).toEqual([
    '橙 东湖实验小学 工资保证金', '橙 科创大厦 总包代发', '红 新能源产业园一期 人工费', '黄 双河镇中小河流治理 结算', '黄 五里铺镇高标准农田 工程款支付担保', '黄 文峰中学综合楼 人工费占比', '黄 沙河物流园连接线 维权告示牌',
  ].sort());
});

test('week 46: six; week 38: 8 red, 5 orange, 6 yellow on 17 projects', () => {
  expect(levels(46)).toEqual([1, 2, 3, 0]);
  expect(levels(38)).toEqual([8, 5, 6, 0]);
  expect(new Set(warningsOf(ledgerOf(38)).map((w) => w.split(' ')[1])).size).toBe(17);
});

test('the two open projects fail what their files say', () => {
  const failed = (id: string) => ledgerOf(47).tables.compliance.filter((c) => c.project_id === id && (c.done ?? 0) < (c.total ?? 0)).map((c) => c.item);
  expect(failed('AL-022')).toEqual(['银行代发', '按时足额发放', '总包代发', '三本台账']);
  expect(failed('AL-031')).toEqual(['按时足额发放', '分账管理']);
});

test('no row speaks of a day after the ledger, but for plans, promises, limits and hearings', () => {
  const future = new Set(['end_on_planned', 'promised_on', 'hearing_on', 'due_on', 'plan_due_on', 'listed_until']);
  const late = ledgers.flatMap(({ as_of, tables }) => Object.entries(tables).flatMap(([table, rows]) => (rows as readonly object[]).flatMap((row) =>
    Object.entries(row).flatMap(([column, value]) => (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && value > as_of && !future.has(column) ? [`${as_of} ${table}.${column} ${value}`] : [])))));
  expect(late).toEqual([]);
});

test('every row names a project the ledger lists, and keys are unique', () => {
  const wrong = ledgers.flatMap(({ as_of, tables }) => {
    const listed = new Set(tables.projects.map((p) => p.project_id));
    const strays = [tables.cases, tables.payroll, tables.payments, tables.compliance, tables.actions, tables.events]
      .flatMap((rows) => rows.flatMap((row: { project_id: string | null }) => (row.project_id === null || listed.has(row.project_id) ? [] : [`${as_of} ${row.project_id}`])));
    const keys = [
      tables.projects.map((p) => p.project_id), tables.cases.map((c) => c.case_id), tables.payments.map((p) => p.payment_id), tables.payroll.map((p) => `${p.project_id} ${p.month}`),
      tables.compliance.map((c) => `${c.project_id} ${c.item}`), tables.actions.map((a) => a.action_id), tables.inspections.map((i) => `${i.inspected_on} ${i.kind}`),
    ];
    return [...strays, ...keys.flatMap((list) => (new Set(list).size === list.length ? [] : [`${as_of} ${list[0]} …`]))];
  });
  expect(wrong).toEqual([]);
});
