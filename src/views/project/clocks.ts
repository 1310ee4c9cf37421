import type { Row } from '../../engine/rows.ts';
import type { Rules } from '../../model/rules.ts';
import { workdayAfter, workdaysBetween } from '../../model/workdays.ts';
import { daysBetween } from '../../shared/dates.ts';

/** A clock that runs on a project; every one has the rule it rests on. */
export interface SiteClock {
  readonly key: string;
  readonly kind: 'warning' | 'case' | 'promise' | 'action' | 'clear' | 'hearing' | 'instalment';
  /** What is named: a rule, a kind of action, a clue's id; '' where the kind says all. */
  readonly what: string;
  /** Article or where the limit comes from. */
  readonly rule: string;
  readonly from: string | null;
  readonly due: string;
  /** Left (or over) in `unit`; not negative. */
  readonly n: number;
  readonly unit: 'days' | 'workdays';
  readonly state: 'left' | 'today' | 'over';
  /** Elapsed ÷ limit; null without a beginning. */
  readonly share: number | null;
  /** Working days of the limit, for the clock of cases. */
  readonly limit: number | null;
}

export interface ClockFacts {
  readonly project: Row;
  readonly risk: Row | undefined;
  readonly flow: readonly Row[];
  readonly warnings: readonly Row[];
  readonly cases: readonly Row[];
  readonly actions: readonly Row[];
  readonly payments: readonly Row[];
  readonly asOf: string;
  readonly rules: Pick<Rules, 'warnings' | 'calendar' | 'campaign'>;
}

const day = (row: Row | undefined, column: string): string | null => (typeof row?.[column] === 'string' && row[column] !== '' ? row[column] : null);

type Start = Pick<SiteClock, 'key' | 'kind' | 'what' | 'rule'> & { readonly from: string | null; readonly due: string; readonly limit?: number };

function clock({ asOf, rules }: Pick<ClockFacts, 'asOf' | 'rules'>, start: Start, working: boolean): SiteClock {
  const { from, due } = start;
  const between = (a: string, b: string): number => (working ? (workdaysBetween(rules.calendar, a, b) ?? daysBetween(a, b)) : daysBetween(a, b));
  const whole = from === null ? null : between(from, due);
  return {
    ...start, limit: start.limit ?? null, n: Math.abs(between(asOf, due)), unit: working ? 'workdays' : 'days', state: due === asOf ? 'today' : due > asOf ? 'left' : 'over',
    share: from === null || whole === null ? null : whole <= 0 ? 1 : Math.max(0, Math.min(1, between(from, asOf) / whole)),
  };
}

/** The snapshot on which the promise was first the one that holds now. */
function promisedSince(flow: readonly Row[], promise: string): string | null {
  const days = flow.filter((row) => day(row, 'promised_on') === promise).map((row) => String(row['as_of']));
  return days[0] ?? null;
}

/** Clocks of rules that fired, of open cases, of the promise, of orders and instalments, of the hearing and the clear-by date; over the limit first, then the nearest. */
export function siteClocks(facts: ClockFacts): readonly SiteClock[] {
  const { project, risk, flow, warnings, cases, actions, payments, asOf, rules } = facts;
  const open = project['open'] === true;
  const found: SiteClock[] = [];
  const investigation = rules.warnings.find((r) => r.test === 'case_clock');
  for (const row of warnings) {
    const rule = rules.warnings.find((r) => r.id === row['rule_id']);
    const due = day(row, 'due_on');
    // Cases have their own clock below, with their working days.
    if (!rule || due === null || rule.test === 'case_clock' || rule.test === 'promise_overdue' || rule.test === 'promise_moved') continue;
    found.push(clock(facts, { key: `w ${rule.id} ${String(row['case_id'])}`, kind: 'warning', what: rule.name, rule: rule.article, from: day(row, 'since'), due }, false));
  }
  for (const row of cases) {
    const filed = day(row, 'filed_on');
    if (filed === null || day(row, 'closed_on') !== null || investigation?.test !== 'case_clock') continue;
    const limit = investigation.params.working_days;
    const due = workdayAfter(rules.calendar, filed, limit);
    if (due !== null) found.push(clock(facts, { key: `c ${String(row['case_id'])}`, kind: 'case', what: String(row['case_id']), rule: investigation.article, from: filed, due, limit }, true));
  }
  const promise = day(project, 'promised_on');
  if (open && promise !== null) found.push(clock(facts, { key: 'promise', kind: 'promise', what: '', rule: rules.warnings.find((r) => r.test === 'promise_overdue')?.article ?? '', from: promisedSince(flow, promise) ?? day(project, 'found_on'), due: promise }, false));
  for (const row of actions) {
    const due = day(row, 'due_on');
    if (due !== null && day(row, 'done_on') === null) found.push(clock(facts, { key: `a ${String(row['action_id'])}`, kind: 'action', what: String(row['kind']), rule: String(row['content'] ?? ''), from: day(row, 'meeting_on'), due }, false));
  }
  for (const row of payments) {
    const due = day(row, 'plan_due_on');
    if (open && due !== null && day(row, 'paid_on') === null) found.push(clock(facts, { key: `p ${String(row['payment_id'])}`, kind: 'instalment', what: '', rule: String(row['payment_id']), from: null, due }, false));
  }
  const hearing = day(project, 'hearing_on');
  if (open && hearing !== null && hearing >= asOf) found.push(clock(facts, { key: 'hearing', kind: 'hearing', what: '', rule: String(project['court_stage'] ?? ''), from: null, due: hearing }, false));
  const clear = day(risk, 'clear_by');
  if (open && clear !== null) found.push(clock(facts, { key: 'clear', kind: 'clear', what: '', rule: rules.campaign.name, from: rules.campaign.from, due: clear }, false));
  return found.sort((a, b) => Number(b.state === 'over') - Number(a.state === 'over') || (a.due < b.due ? -1 : a.due > b.due ? 1 : a.key < b.key ? -1 : 1));
}
