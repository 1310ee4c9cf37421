import type { Row } from '../../engine/rows.ts';
import { listedClosed } from '../../model/listed-closed.ts';
import type { State, Term } from './term.ts';

type FlowEvent = '期初' | '新增' | '反弹' | '找回' | '延续' | '销号' | '漏报';

/** One step of one project. Amounts in 元. */
interface Step {
  readonly day: string;
  readonly event: FlowEvent;
  readonly gradeBefore: string | null;
  readonly gradeAfter: string | null;
  readonly unpaidBefore: number | null;
  readonly unpaidAfter: number | null;
}

/** A project of the list: one with steps in the account, a 在管 one that was never open in between, or one that only the comparison of the two ledgers names. */
type Standing = 'account' | 'always' | 'other';
/** A project of the list. */
export interface Mover {
  readonly id: string;
  readonly name: string;
  readonly place: string | null;
  readonly dept: string | null;
  readonly invest: string | null;
  readonly leader: string | null;
  readonly standing: Standing;
  readonly stateFrom: State;
  readonly stateMid: State | null;
  readonly stateTo: State;
  /** In court at the end, while open. */
  readonly court: string | null;
  readonly unpaidFrom: number | null;
  readonly unpaidTo: number | null;
  readonly workersFrom: number | null;
  readonly workersTo: number | null;
  readonly evidence: string | null;
  readonly closedOn: string | null;
  readonly lastSeen: string | null;
  /** From the first day on. */
  readonly steps: readonly Step[];
}

const text = (value: unknown): string | null => (value === null || value === undefined || value === '' ? null : String(value));
const number = (value: unknown): number | null => (value === null || value === undefined || value === '' ? null : Number(value));

/** `day|event|grade|grade|元|元;…` as the engine gives it. */
const stepsOf = (history: unknown): Step[] => (text(history) ?? '').split(';').filter((s) => s !== '').map((s) => {
  const [day = '', event = '', before, after, unpaidBefore, unpaidAfter] = s.split('|');
  return { day, event: event as FlowEvent, gradeBefore: text(before), gradeAfter: text(after), unpaidBefore: number(unpaidBefore), unpaidAfter: number(unpaidAfter) };
});

/** A row of the account → a project of the list. */
export const moverOf = (row: Row): Mover => ({
  id: String(row['project_id']), name: String(row['name']), place: text(row['place_code']), dept: text(row['dept_code']), invest: text(row['invest_kind']), leader: text(row['leader_now']), standing: 'account',
  stateFrom: (text(row['state_from']) ?? '无欠薪') as State, stateMid: text(row['state_mid']) as State | null, stateTo: (text(row['state_to']) ?? '无欠薪') as State, court: text(row['court_to']),
  unpaidFrom: number(row['unpaid_from']), unpaidTo: number(row['unpaid_to']), workersFrom: number(row['workers_from']), workersTo: number(row['workers_to']),
  evidence: text(row['closing_evidence']), closedOn: text(row['closed_on']), lastSeen: text(row['last_seen']), steps: stepsOf(row['history']),
});

/** A project without steps: its row of the two ledgers, if they differ. */
export const bystanderOf = (row: Row, standing: 'always' | 'other', mid: boolean): Mover => ({ ...moverOf({ ...row, state_mid: mid ? '无欠薪' : null }), standing });

/** Open at the day the step led to. */
const isOpen = (state: State): boolean => state === '严重' || state === '一般';
const change = (s: Step): number => (s.unpaidAfter ?? 0) - (s.unpaidBefore ?? 0);

/** Steps of a project that a term counts. `from`: the account's first day, which is not a step of it. */
export function stepsFor({ kind, day, grade }: Term, mover: Mover, from: string): Step[] {
  const at = (s: Step): boolean => s.day > from && (day === null || s.day === day);
  const before = (s: Step): boolean => grade === null || s.gradeBefore === grade;
  const after = (s: Step): boolean => grade === null || s.gradeAfter === grade;
  const counts: Partial<Record<Term['kind'], (s: Step) => boolean>> = {
    added: (s) => s.event === '新增' && after(s), reopened: (s) => s.event === '反弹' && after(s), found: (s) => s.event === '找回' && (grade === null || (s.gradeBefore ?? s.gradeAfter) === grade),
    closed: (s) => s.event === '销号' && before(s), lost: (s) => s.event === '漏报' && before(s),
    grown: (s) => s.event === '延续' && change(s) > 0 && after(s), part_paid: (s) => s.event === '延续' && change(s) < 0 && after(s),
    upgraded: (s) => s.gradeBefore === '一般' && s.gradeAfter === '严重', downgraded: (s) => s.gradeBefore === '严重' && s.gradeAfter === '一般',
  };
  const test = counts[kind];
  return test ? mover.steps.filter((s) => at(s) && test(s)) : [];
}

/** State of the band's column; at the end those in court stand by themselves. */
const bandState = (m: Mover, column: 0 | 1 | 2): string => (column === 0 ? m.stateFrom : column === 1 ? (m.stateMid ?? '') : isOpen(m.stateTo) && m.court !== null ? '司法程序' : m.stateTo);

/** What a list needs to know beyond a project. */
export interface ListContext {
  readonly from: string;
  readonly by: 'place' | 'dept' | 'invest';
  /** Projects whose field changed between the two ledgers. */
  readonly changed: (field: string) => ReadonlySet<string>;
}

/** Whether a project is in the list of a term. */
export function isListed(term: Term, m: Mover, { from, by, changed }: ListContext): boolean {
  if (term.unit !== undefined && m[by] !== term.unit) return false;
  switch (term.kind) {
    case 'all': return m.standing === 'account';
    case 'opening':
    case 'closing': return openingOrClosing(term, m, from);
    case 'gone': return isOpen(m.stateFrom) && !isOpen(m.stateTo);
    case 'entered': return !isOpen(m.stateFrom) && isOpen(m.stateTo);
    case 'opening_closed': return isOpen(m.stateFrom) && m.stateTo === '无欠薪' && (term.grade === null || m.stateFrom === term.grade);
    case 'band': return m.standing !== 'other' && term.states.every((s, i) => s === null || bandState(m, i as 0 | 1 | 2) === s);
    case 'field': return changed(term.field ?? '').has(m.id);
    default: return stepsFor(term, m, from).length > 0;
  }
}

function openingOrClosing({ kind, day, grade }: Term, m: Mover, from: string): boolean {
  const fits = (g: string | null): boolean => g !== null && (grade === null || g === grade);
  if (day === null) return fits(kind === 'opening' ? (isOpen(m.stateFrom) ? m.stateFrom : null) : isOpen(m.stateTo) ? m.stateTo : null);
  return m.steps.some((s) => s.day === day && s.day > from && (kind === 'closing' ? s.event !== '销号' && s.event !== '漏报' && fits(s.gradeAfter) : ['延续', '销号', '漏报'].includes(s.event) && fits(s.gradeBefore)));
}

export type Tag = 'open' | 'added' | 'reopened' | 'found' | 'closed' | 'closedAfterDown' | 'closedAfterUp' | 'closedAgain' | 'lost' | 'none';

/** 变动: what became of the project, in one word. */
export function tagOf(m: Mover, from: string): Tag {
  const within = m.steps.filter((s) => s.day > from);
  const has = (event: FlowEvent): boolean => within.some((s) => s.event === event);
  if (m.stateTo === '漏报') return 'lost';
  if (isOpen(m.stateTo)) return has('反弹') ? 'reopened' : has('新增') ? 'added' : has('找回') ? 'found' : 'open';
  if (!has('销号')) return has('漏报') ? 'closed' : 'none';
  const moved = within.filter((s) => s.gradeBefore !== null && s.gradeAfter !== null && s.gradeBefore !== s.gradeAfter && isOpen(s.gradeAfter as State));
  if (within.filter((s) => s.event === '销号').length > 1) return 'closedAgain';
  const last = moved[moved.length - 1];
  return last === undefined ? 'closed' : last.gradeAfter === '严重' ? 'closedAfterUp' : 'closedAfterDown';
}

/** 历程: one cell per published day from the first on. */
interface StripCell {
  readonly day: string;
  readonly state: State;
  readonly unpaid: number | null;
}
export function stripOf(m: Mover, days: readonly string[]): StripCell[] {
  let state: State = m.stateFrom;
  const last = m.steps[m.steps.length - 1]?.day ?? '';
  const end = days[days.length - 1]!;
  return days.map((day) => {
    const step = m.steps.find((s) => s.day === day);
    if (step) state = step.event === '漏报' ? '漏报' : step.event === '销号' ? '无欠薪' : ((step.gradeAfter ?? '无欠薪') as State);
    else if (state === '漏报' && m.stateTo === '无欠薪' && day > last && listedClosed(day, { end, closedOn: m.closedOn })) state = '无欠薪';
    return { day, state, unpaid: step && isOpen(state) ? step.unpaidAfter : null };
  });
}

/** Days the project was closed on by the account, oldest first. */
export const closedDays = (m: Mover, from: string): string[] => m.steps.filter((s) => s.event === '销号' && s.day > from).map((s) => s.day);
