import type { ProjectRow } from '../../src/model/tables.ts';
import { addDays } from '../../src/shared/dates.ts';
import { sourceOf } from './random.ts';
import { SETTLED, type SettledSite } from './settled.ts';
import { type Site, SITES } from './sites.ts';
import { fridayOf } from './weeks.ts';

/** Projects that came into the ledger after its first week; the others were there from week 22. */
const JOINED: Readonly<Record<string, number>> = {
  'AL-040': 24, 'AL-058': 26, 'AL-046': 27, 'AL-062': 29, 'AL-033': 30, 'AL-066': 31, 'AL-035': 33, 'AL-049': 34, 'AL-047': 35, 'AL-016': 36, 'AL-057': 38,
};
/** 漏报: 湖滨印象 was open and simply not in the ledger of week 31; week 32 had it again. */
const LEFT_OUT = { id: 'AL-065', week: 31 } as const;

/** Works finished during the year, not settled so far. None within 30 days before weeks 38, 46 and 47: the closing notice of a wage account is a warning too. */
const COMPLETED: Readonly<Record<string, string>> = {
  'AL-019': '2026-08-14', 'AL-045': '2026-09-25', 'AL-009': '2026-09-30', 'AL-056': '2026-10-09', 'AL-014': '2026-10-12', 'AL-025': '2026-10-13',
};
/** 结算报审: 双河镇中小河流治理 passes the 40 days in week 47. */
const SUBMITTED: Readonly<Record<string, string>> = { 'AL-045': '2026-10-08', 'AL-019': '2026-11-03', 'AL-014': '2026-11-12' };
/** Contract days that matter to the story; the others lie 18–34 days before the start. */
const SIGNED: Readonly<Record<string, string>> = { 'AL-057': '2026-10-26', 'AL-035': '2026-08-03', 'AL-022': '2025-10-22' };

const isSettled = (site: Site): site is SettledSite => 'settledFrom' in site;
const joined = (site: Site): number => JOINED[site.id] ?? 0;

/** Day of the first ledger that lists the project. */
export const joinedOn = (site: Site): string => fridayOf(joined(site));

/** Every project of the year in ledger order: 属地 by 属地, the settled ones after the others of their place. */
export const ALL_SITES: readonly Site[] = [...new Set(SITES.map((s) => s.place))]
  .flatMap((place) => [...SITES, ...SETTLED].filter((s) => s.place === place));

/** The projects the ledger of a week lists. */
export const listedIn = (week: number): Site[] => ALL_SITES.filter((s) => joined(s) <= week && !(s.id === LEFT_OUT.id && week === LEFT_OUT.week));

export const completedOn = (site: Site): string | null => (isSettled(site) ? site.completed : (COMPLETED[site.id] ?? null));

export const submittedOn = (site: Site): string | null =>
  isSettled(site) ? addDays(site.completed, sourceOf(`报审 ${site.id}`).int(12, 25)) : (SUBMITTED[site.id] ?? null);

export const signedOn = (site: Site): string => SIGNED[site.id] ?? addDays(site.start, -sourceOf(`签订 ${site.id}`).int(18, 34));

/** 项目阶段 on a day: 新建 until a month after the start, 已结算 by the week of settlement. */
export function stageOn(site: Site, asOf: string): NonNullable<ProjectRow['stage']> {
  if (isSettled(site) && fridayOf(site.settledFrom) <= asOf) return '已完工已结算';
  const completed = completedOn(site);
  if (completed !== null && completed <= asOf) return '已完工未结算';
  return asOf < addDays(site.start, 30) ? '新建' : '在建';
}
