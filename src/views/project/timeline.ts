import type { Row } from '../../engine/rows.ts';

/** Groups of 处置经过 a reader can choose. */
export const TIMELINE_GROUPS = ['all', 'risk', 'task', 'law', 'pay', 'case'] as const;
export type TimelineGroup = (typeof TIMELINE_GROUPS)[number];

/** One thing that happened to the project. Values go into the words of `id`. */
export interface TimelineItem {
  readonly key: string;
  readonly on: string;
  readonly group: Exclude<TimelineGroup, 'all'>;
  /** bad: red · good: green · court: judicial · plain. */
  readonly tone: 'bad' | 'good' | 'court' | 'plain';
  readonly id: 'added' | 'reopened' | 'found' | 'opening' | 'closed' | 'lost' | 'raised' | 'lowered' | 'grown' | 'partPaid' | 'promised' | 'moved' | 'court' | 'action' | 'payment' | 'received' | 'caseClosed' | 'event';
  readonly grade: string | null;
  /** 元. */
  readonly amount: number | null;
  readonly workers: number | null;
  /** An enumerated value (kind of action, source of money, court stage) to be said in the language on screen. */
  readonly value: string | null;
  /** Free text of the ledger. */
  readonly text: string | null;
  /** A date, with the one before it. */
  readonly day: string | null;
  readonly before: string | null;
  /** Of a task: done, or over its limit. */
  readonly state: 'done' | 'over' | 'open' | null;
}

const text = (row: Row, column: string): string | null => (typeof row[column] === 'string' && row[column] !== '' ? row[column] : null);
const number = (row: Row, column: string): number | null => (typeof row[column] === 'number' ? row[column] : null);
const BLANK = { grade: null, amount: null, workers: null, value: null, text: null, day: null, before: null, state: null } as const;
const OPENED = { 新增: 'added', 反弹: 'reopened', 找回: 'found', 期初: 'opening' } as const;

/** Steps that open a project anew: promises of before are forgotten. */
const STARTS: ReadonlySet<string> = new Set(['期初', '新增', '反弹']);

/** Items of all steps in order. A week that leaves the promise blank takes nothing back: it has moved from the last one stated, as 改期 n 次 counts. */
function flowItems(flow: readonly Row[]): TimelineItem[] {
  let stated: string | null = null;
  return flow.flatMap((row, i) => {
    if (STARTS.has(String(row['event']))) stated = null;
    const items = stepItems(row, flow[i - 1], stated);
    stated = text(row, 'promised_on') ?? stated;
    return items;
  });
}

/** What a step of the account says beyond its event: grade, amount, promise, court. */
function stepItems(row: Row, last: Row | undefined, promiseBefore: string | null): TimelineItem[] {
  const on = String(row['as_of']);
  const event = String(row['event']);
  const base = { ...BLANK, on, group: 'risk' as const };
  const [grade, amount, workers] = [text(row, 'grade_after'), number(row, 'unpaid_after'), number(row, 'workers_after')];
  const items: TimelineItem[] = [];
  const opened = OPENED[event as keyof typeof OPENED];
  if (opened) items.push({ ...base, key: `f ${on}`, id: opened, tone: 'bad', grade, amount, workers });
  if (event === '销号') items.push({ ...base, key: `f ${on}`, id: 'closed', tone: 'good', amount: number(row, 'unpaid_before') });
  if (event === '漏报') items.push({ ...base, key: `f ${on}`, id: 'lost', tone: 'bad', amount: number(row, 'unpaid_before') });
  if (event === '延续') {
    const [gradeBefore, before] = [text(row, 'grade_before'), number(row, 'unpaid_before')];
    const regraded = gradeBefore !== grade;
    if (regraded) items.push({ ...base, key: `g ${on}`, id: grade === '严重' ? 'raised' : 'lowered', tone: grade === '严重' ? 'bad' : 'good', grade, amount, workers });
    const change = amount !== null && before !== null ? amount - before : 0;
    // A regrading names the amount itself.
    if (change !== 0 && !regraded) items.push({ ...base, key: `a ${on}`, id: change > 0 ? 'grown' : 'partPaid', tone: change > 0 ? 'bad' : 'good', amount, workers, text: null, day: null, before: String(Math.abs(change)) });
  }
  const promise = text(row, 'promised_on');
  if (event !== '销号' && event !== '漏报' && promise !== null && promise !== promiseBefore) items.push({ ...base, key: `p ${on}`, id: promiseBefore === null ? 'promised' : 'moved', tone: promiseBefore === null ? 'plain' : 'bad', day: promise, before: promiseBefore });
  const [court, courtBefore] = [text(row, 'court_stage'), last ? text(last, 'court_stage') : null];
  if (court !== null && court !== courtBefore) items.push({ ...base, key: `c ${on}`, id: 'court', tone: 'court', value: court });
  return items;
}

/** Everything that happened, newest first: steps of the account, tasks and enforcement, payments, clues, events. */
export function timelineOf(rows: { readonly flow: readonly Row[]; readonly actions: readonly Row[]; readonly payments: readonly Row[]; readonly cases: readonly Row[]; readonly events: readonly Row[] }, asOf: string): readonly TimelineItem[] {
  const flow = [...rows.flow].sort((a, b) => (String(a['as_of']) < String(b['as_of']) ? -1 : 1));
  const items = flowItems(flow);
  for (const row of rows.actions) {
    const on = text(row, 'meeting_on');
    if (on === null) continue;
    const state = text(row, 'done_on') !== null ? 'done' : (text(row, 'due_on') ?? '9999') < asOf ? 'over' : 'open';
    items.push({ ...BLANK, key: `t ${String(row['action_id'])}`, on, group: row['kind'] === '交办' ? 'task' : 'law', id: 'action', tone: state === 'over' ? 'bad' : 'plain', value: text(row, 'kind'), text: text(row, 'content'), day: text(row, 'due_on'), state });
  }
  for (const row of rows.payments) {
    const on = text(row, 'paid_on');
    if (on !== null) items.push({ ...BLANK, key: `m ${String(row['payment_id'])}`, on, group: 'pay', id: 'payment', tone: 'good', amount: number(row, 'amount'), workers: number(row, 'workers'), value: text(row, 'source') });
  }
  for (const row of rows.cases) {
    const [received, closed] = [text(row, 'received_on'), text(row, 'closed_on')];
    const base = { ...BLANK, group: 'case' as const, amount: number(row, 'amount'), workers: number(row, 'workers'), value: text(row, 'channel') };
    if (received !== null) items.push({ ...base, key: `r ${String(row['case_id'])}`, on: received, id: 'received', tone: 'plain', text: String(row['case_id']) });
    if (closed !== null) items.push({ ...base, key: `d ${String(row['case_id'])}`, on: closed, id: 'caseClosed', tone: 'good', text: text(row, 'conclusion') ?? String(row['case_id']) });
  }
  for (const row of rows.events) {
    const on = text(row, 'happened_on');
    if (on !== null) items.push({ ...BLANK, key: `e ${String(row['event_id'])}`, on, group: 'risk', id: 'event', tone: 'bad', value: text(row, 'kind'), workers: number(row, 'people'), text: text(row, 'result') });
  }
  return items.sort((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : a.key < b.key ? -1 : 1));
}
