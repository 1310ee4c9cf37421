import type { AmountPoint } from '../../../charts/amount-history.ts';
import type { PayrollMonth } from '../../../charts/payroll-layout.ts';
import type { Row } from '../../../engine/rows.ts';
import { daysBetween } from '../../../shared/dates.ts';

const text = (row: Row | undefined, column: string): string | null => (typeof row?.[column] === 'string' && row[column] !== '' ? row[column] : null);
const number = (row: Row | undefined, column: string): number | null => (typeof row?.[column] === 'number' ? row[column] : null);

/** Unchanged for this many weeks: said; and said in red (ui/README.md §5.4). */
export const UNCHANGED = { said: 2, red: 3 } as const;

/** What became of the amount since the comparison. */
export type Change =
  | { readonly kind: 'by'; readonly by: number; readonly verdict: 'better' | 'worse' | 'same' }
  /** It was not open then. */
  | { readonly kind: 'new' | 'reopened' | 'found' }
  /** Not open now. */
  | { readonly kind: 'closed'; readonly on: string | null }
  /** Nothing to compare with, or an amount is not stated. */
  | { readonly kind: 'unknown' };

/** The five facts. Amounts in 元; null: not stated. */
export interface SiteFacts {
  readonly amount: number | null;
  readonly workers: number | null;
  readonly overdue: number | null;
  readonly promise: { readonly on: string; readonly days: number; readonly over: boolean } | null;
  readonly moved: number;
  readonly change: Change;
  readonly unchanged: number;
}

function changeOf(site: Row, steps: readonly Row[], compare: string | null): Change {
  if (site['open'] !== true) return { kind: 'closed', on: text(site, 'closed_on') };
  if (compare === null) return { kind: 'unknown' };
  const then = steps.find((s) => s['as_of'] === compare);
  if (!then || then['event'] === '销号' || then['event'] === '漏报') {
    const since = steps.filter((s) => String(s['as_of']) > compare).map((s) => s['event']);
    return since.includes('反弹') ? { kind: 'reopened' } : since.includes('找回') ? { kind: 'found' } : since.includes('新增') ? { kind: 'new' } : { kind: 'unknown' };
  }
  const [now, before] = [number(site, 'unpaid_wages'), number(then, 'unpaid_after')];
  if (now === null || before === null) return { kind: 'unknown' };
  return { kind: 'by', by: now - before, verdict: now === before ? 'same' : now < before ? 'better' : 'worse' };
}

/** Facts of a site; `compare`: day of the snapshot compared with. */
export function siteFacts(site: Row, risk: Row | undefined, steps: readonly Row[], asOf: string, compare: string | null): SiteFacts {
  const on = text(site, 'promised_on');
  return {
    amount: number(site, 'unpaid_wages'), workers: number(site, 'unpaid_workers'), overdue: number(risk, 'days_overdue'),
    promise: on === null ? null : { on, days: Math.abs(daysBetween(asOf, on)), over: on < asOf },
    moved: number(site, 'promise_changes') ?? 0, change: changeOf(site, steps, compare), unchanged: number(site, 'unchanged_weeks') ?? 0,
  };
}

/** What the weeks say in one sentence. */
export interface WeekFinding {
  /** Weeks in a row, up to now, with the grade of now; `all`: all that are shown. */
  readonly same: number;
  readonly all: boolean;
  readonly grade: string | null;
  /** Since which week the amount has been what it is; null: it changed in the last step. */
  readonly since: number | null;
}
export function weekFinding(history: readonly AmountPoint[]): WeekFinding | null {
  const now = history[history.length - 1];
  if (!now || now.grade === null || now.grade === '无欠薪') return null;
  const run = (like: (p: AmountPoint) => boolean): number => {
    let n = 0;
    while (n < history.length && like(history[history.length - 1 - n]!)) n += 1;
    return n;
  };
  const [same, steady] = [run((p) => p.grade === now.grade), run((p) => p.amount === now.amount && p.grade !== '无欠薪')];
  return { same, all: same === history.length, grade: now.grade, since: steady > 1 ? history[history.length - steady]!.week : null };
}

/** Money that came, by source, the most first; in 元. */
export interface SourceSum {
  /** null: not stated. */
  readonly source: string | null;
  readonly amount: number;
  readonly times: number;
}
export function paidBySource(payments: readonly Row[], asOf: string): { readonly total: number; readonly sources: readonly SourceSum[]; readonly last: { readonly on: string; readonly amount: number } | null } {
  const paid = payments.filter((p) => text(p, 'paid_on') !== null && text(p, 'paid_on')! <= asOf && number(p, 'amount') !== null);
  const sums = new Map<string | null, SourceSum>();
  for (const p of paid) {
    const source = text(p, 'source');
    const now = sums.get(source) ?? { source, amount: 0, times: 0 };
    sums.set(source, { source, amount: now.amount + number(p, 'amount')!, times: now.times + 1 });
  }
  const newest = paid.map((p) => text(p, 'paid_on')!).sort().pop() ?? null;
  const last = newest === null ? null : { on: newest, amount: paid.filter((p) => p['paid_on'] === newest).reduce((sum, p) => sum + number(p, 'amount')!, 0) };
  return { total: paid.reduce((sum, p) => sum + number(p, 'amount')!, 0), sources: [...sums.values()].sort((a, b) => b.amount - a.amount), last };
}

/** An instalment of the repayment plan: kept (in full, in time) · late (in full, later) · short (in part) · missed (nothing) · ahead (not due). */
export interface Instalment {
  readonly id: string;
  readonly dueOn: string;
  readonly plan: number | null;
  readonly paid: number | null;
  readonly paidOn: string | null;
  readonly state: 'kept' | 'late' | 'short' | 'missed' | 'ahead';
}
/** Instalments with n/d as plan_kept_rate counts them. */
export function instalments(payments: readonly Row[], asOf: string): { readonly list: readonly Instalment[]; readonly kept: number; readonly due: number } {
  const list = payments.filter((p) => text(p, 'plan_due_on') !== null).map((p): Instalment => {
    const [dueOn, plan, paid, paidOn] = [text(p, 'plan_due_on')!, number(p, 'plan_amount'), number(p, 'amount'), text(p, 'paid_on')];
    const full = paidOn !== null && paidOn <= asOf && paid !== null && plan !== null && paid >= plan;
    const state = full ? (paidOn <= dueOn ? 'kept' : 'late') : dueOn > asOf ? 'ahead' : paid !== null && paid > 0 && paidOn !== null && paidOn <= asOf ? 'short' : 'missed';
    return { id: String(p['payment_id']), dueOn, plan, paid, paidOn, state };
  }).sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const due = list.filter((i) => i.dueOn <= asOf);
  return { list, kept: due.filter((i) => i.state === 'kept').length, due: due.length };
}

/** A 交办 or measure on the site. */
export interface ActionItem {
  readonly id: string;
  readonly content: string;
  readonly kind: string | null;
  readonly unit: string | null;
  readonly responsible: string | null;
  readonly done: boolean;
  readonly doneOn: string | null;
  readonly dueOn: string | null;
  /** Not done and past its day. */
  readonly over: number | null;
}
/** 上周交办, as action_done_rate counts it, and how many other measures there were. */
export function siteActions(actions: readonly Row[], asOf: string): { readonly given: readonly ActionItem[]; readonly done: number; readonly others: number; readonly othersOpen: number } {
  const given = actions.filter((a) => a['given'] === true).map((a): ActionItem => {
    const dueOn = text(a, 'due_on');
    const done = a['done'] === true;
    return {
      id: String(a['action_id']), content: text(a, 'content') ?? text(a, 'kind') ?? String(a['action_id']), kind: text(a, 'kind'), unit: text(a, 'unit'), responsible: text(a, 'responsible'), done, doneOn: text(a, 'done_on'), dueOn,
      over: done || dueOn === null || dueOn >= asOf ? null : daysBetween(dueOn, asOf),
    };
  });
  const others = actions.filter((a) => a['given'] !== true);
  return { given, done: given.filter((a) => a.done).length, others: others.length, othersOpen: others.filter((a) => a['done'] !== true).length };
}

/** Clues of the site: counts, and those not closed first. */
export interface SiteCase {
  readonly id: string;
  readonly channel: string | null;
  readonly receivedOn: string | null;
  readonly dueOn: string | null;
  readonly closed: boolean;
  readonly amount: number | null;
  readonly workers: number | null;
  readonly group: boolean;
  readonly over: number | null;
}
export function siteCases(cases: readonly Row[], asOf: string): { readonly list: readonly SiteCase[]; readonly closed: number; readonly group: number } {
  const list = cases.map((c): SiteCase => {
    const [dueOn, closedOn] = [text(c, 'due_on'), text(c, 'closed_on')];
    const closed = closedOn !== null && closedOn <= asOf;
    return {
      id: String(c['case_id']), channel: text(c, 'channel'), receivedOn: text(c, 'received_on'), dueOn, closed, amount: number(c, 'amount'), workers: number(c, 'workers'), group: c['group_event'] === true,
      over: closed || dueOn === null || dueOn >= asOf ? null : daysBetween(dueOn, asOf),
    };
  });
  return { list, closed: list.filter((c) => c.closed).length, group: list.filter((c) => c.group).length };
}

/** Labour cost by month, as bars: 应拨 and 实拨; at most the last `most`. */
export const labourMonths = (payroll: readonly Row[], most: number): readonly PayrollMonth[] =>
  payroll.map((p) => ({ month: String(p['month']), due: number(p, 'labour_cost_due'), paid: number(p, 'labour_cost_paid') })).filter((m) => m.due !== null || m.paid !== null).slice(-most);

/** Parts of a site's labour cost; null: not stated. */
export const labourOf = (site: Row): { readonly due: number | null; readonly paid: number | null; readonly short: number | null } => {
  const [due, paid] = [number(site, 'labour_cost_due'), number(site, 'labour_cost_paid')];
  return { due, paid, short: due === null || paid === null ? null : Math.max(0, due - paid) };
};
