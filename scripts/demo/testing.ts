import type { WeekLedger, ProjectLedgerRow } from './ledger-row.ts';
import { demoWeek } from './week.ts';
import { demoWeeks } from './weeks.ts';

/** For the story's tests: an independent re-count over plain rows, without the catalogue, the cube or SQL. */
export const isOpen = (p: ProjectLedgerRow): boolean => p.risk_grade !== '无欠薪' && p.closed_on === null;
export const isManaged = (p: ProjectLedgerRow): boolean => p.stage !== '已完工已结算' || isOpen(p);

export const ledgers: readonly WeekLedger[] = demoWeeks().map((w) => demoWeek(w.as_of));

/** Ledger of an ISO week. */
export function ledgerOf(week: number): WeekLedger {
  const found = ledgers.find((l) => l.week === week);
  if (!found) throw new Error(`第${week}周未发布`);
  return found;
}

export const openIn = (week: number): ProjectLedgerRow[] => ledgerOf(week).tables.projects.filter(isOpen);
export const severeIn = (week: number): ProjectLedgerRow[] => openIn(week).filter((p) => p.risk_grade === '严重');

/** 万元 with one decimal, people. */
export const owedIn = (week: number): [wan: number, people: number] => {
  const open = openIn(week);
  return [Math.round(open.reduce((sum, p) => sum + (p.unpaid_wages ?? 0), 0) / 1000) / 10, open.reduce((sum, p) => sum + (p.unpaid_workers ?? 0), 0)];
};

export type StepCount = Record<'added' | 'back' | 'found' | 'closed' | 'missing' | 'raised' | 'lowered', string[]>;

/** The 销号账 of one step, by project name, from two ledgers and what was open or closed before them. */
export function stepOf(before: WeekLedger, after: WeekLedger): StepCount {
  const earlier = ledgers.filter((l) => l.week <= before.week);
  const was = new Map(before.tables.projects.map((p) => [p.project_id, p]));
  const everClosed = (id: string): boolean => {
    const states = earlier.flatMap((l) => l.tables.projects.filter((p) => p.project_id === id).map(isOpen));
    return states.some((open, k) => open && states.slice(k).includes(false));
  };
  const lastSeen = (id: string): ProjectLedgerRow | undefined => earlier.findLast((l) => l.tables.projects.some((p) => p.project_id === id))?.tables.projects.find((p) => p.project_id === id);
  const count: StepCount = { added: [], back: [], found: [], closed: [], missing: [], raised: [], lowered: [] };
  for (const now of after.tables.projects) {
    const then = was.get(now.project_id);
    if (isOpen(now) && then && isOpen(then)) {
      if (then.risk_grade !== now.risk_grade) count[now.risk_grade === '严重' ? 'raised' : 'lowered'].push(now.name);
    } else if (isOpen(now)) {
      const seen = then ?? lastSeen(now.project_id);
      count[!then && seen && isOpen(seen) ? 'found' : everClosed(now.project_id) ? 'back' : 'added'].push(now.name);
    } else if (then && isOpen(then)) count.closed.push(now.name);
  }
  const listed = new Set(after.tables.projects.map((p) => p.project_id));
  for (const then of before.tables.projects) if (isOpen(then) && !listed.has(then.project_id)) count.missing.push(then.name);
  return count;
}

/** n/d of 线索按期办结率 over the 12 weeks to a week's Friday, of the cases that `which` keeps. */
export function onTimeIn(week: number, which: (c: WeekLedger['tables']['cases'][number]) => boolean = () => true): string {
  const { as_of, tables } = ledgerOf(week);
  const from = new Date(Date.parse(`${as_of}T00:00:00Z`) - 84 * 86_400_000).toISOString().slice(0, 10);
  const due = tables.cases.filter((c) => c.due_on !== null && c.due_on > from && c.due_on <= as_of && which(c));
  return `${due.filter((c) => c.closed_on !== null && c.due_on !== null && c.closed_on <= c.due_on).length}/${due.length}`;
}
