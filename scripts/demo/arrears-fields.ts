import { addDays } from '../../src/shared/dates.ts';
import { arrearsOf, closedOn, lastGrade, latestArrears, stepIn } from './arrears.ts';
import type { ProjectLedgerRow } from './ledger-row.ts';
import { yuan } from './money.ts';
import type { Site } from './sites.ts';
import { leaderOf } from './units.ts';
import { fridayOf, weekOf } from './weeks.ts';

type ArrearsField = 'risk_grade' | 'cause' | 'owed_since' | 'origin' | 'unpaid_wages' | 'unpaid_workers' | 'found_on' | 'promised_on' | 'closed_on'
  | 'closing_evidence' | 'court_stage' | 'hearing_on' | 'supervised' | 'task_team' | 'listed_risk' | 'leader' | 'note';

const NONE: Pick<ProjectLedgerRow, ArrearsField> = {
  risk_grade: '无欠薪', cause: null, owed_since: null, origin: null, unpaid_wages: 0, unpaid_workers: 0, found_on: null, promised_on: null, closed_on: null,
  closing_evidence: null, court_stage: null, hearing_on: null, supervised: false, task_team: false, listed_risk: false, leader: null, note: null,
};

/** Arrears that began before this day count as 陈欠. */
const OLD_ARREARS = '2026-06-01';

/** Back after a 销号: says so; 湖滨印象 says why a week of it is missing. */
function noteOf(site: Site, week: number): string | null {
  if (site.id === 'AL-065' && week >= 32) return '第31周漏报，第32周补报';
  const closed = arrearsOf(site.id).filter((e) => e.closed !== null && e.closed <= week).map(closedOn)[0];
  return arrearsOf(site.id).filter((e) => (e.steps[0]?.[0] ?? 0) <= week).length > 1 ? `${closed} 销号后再次拖欠（反弹）` : null;
}

/** The columns of a project row that speak of arrears. A closed project keeps its last grade beside the 销号日期; its amounts are 0. */
export function arrearsFields(site: Site, asOf: string): Pick<ProjectLedgerRow, ArrearsField> {
  const { week } = weekOf(asOf);
  const episode = latestArrears(site.id, week);
  if (!episode) return NONE;
  const step = stepIn(episode, week);
  const court = step ? (episode.court?.findLast(([from]) => from <= asOf) ?? null) : null;
  const wasSevere = episode.steps.some(([w, , , grade]) => w <= week && grade === '严重');
  // 挂牌督办 follows a month after a project is first listed as 严重.
  const severeFrom = episode.steps.find(([, , , grade]) => grade === '严重')?.[0];
  return {
    risk_grade: lastGrade(episode, week), cause: episode.cause, owed_since: episode.owed, origin: episode.owed < OLD_ARREARS ? '陈欠' : '新欠',
    unpaid_wages: step ? yuan(step[1]) : 0, unpaid_workers: step?.[2] ?? 0, found_on: episode.found,
    promised_on: episode.promises.findLast(([from]) => from <= asOf)?.[1] ?? null,
    closed_on: step ? null : closedOn(episode), closing_evidence: step ? null : '清偿凭证 · 三册核对',
    court_stage: court?.[1] ?? null, hearing_on: court?.[2] ?? null,
    supervised: severeFrom !== undefined && addDays(fridayOf(severeFrom), 30) <= asOf, task_team: wasSevere, listed_risk: wasSevere,
    leader: leaderOf(site.dept), note: noteOf(site, week),
  };
}
