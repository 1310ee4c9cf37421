import { addDays } from '../../src/shared/dates.ts';
import { CAMPAIGN_ARREARS } from './arrears-campaign.ts';
import { EARLIER_ARREARS } from './arrears-earlier.ts';
import type { Arrears, Step } from './arrears-step.ts';
import { workdayOnOrBefore } from './days.ts';
import { sourceOf } from './random.ts';
import { fridayOf } from './weeks.ts';

/** Every stretch of arrears of the year. */
export const ARREARS: readonly Arrears[] = [...EARLIER_ARREARS, ...CAMPAIGN_ARREARS];

const byProject = new Map<string, Arrears[]>();
for (const episode of ARREARS) byProject.set(episode.id, [...(byProject.get(episode.id) ?? []), episode]);

/** The stretches of one project, oldest first. */
export const arrearsOf = (id: string): readonly Arrears[] => byProject.get(id) ?? [];

const firstWeek = (episode: Arrears): number => episode.steps[0]?.[0] ?? 0;

/** The latest stretch known in that week; null: never in arrears so far. */
export const latestArrears = (id: string, week: number): Arrears | null => arrearsOf(id).findLast((e) => firstWeek(e) <= week) ?? null;

/** What a stretch looks like in a week it is open in; null when it is not open then. */
export const stepIn = (episode: Arrears, week: number): Step | null =>
  episode.closed !== null && week >= episode.closed ? null : (episode.steps.findLast(([w]) => w <= week) ?? null);

/** The open state of a project in a week; null: 无欠薪. */
export function openIn(id: string, week: number): Step | null {
  const episode = latestArrears(id, week);
  return episode && stepIn(episode, week);
}

/** Day of 销号: a workday in the days before that week's Friday; null while open. */
export function closedOn(episode: Arrears): string | null {
  if (episode.closed === null) return null;
  return workdayOnOrBefore(addDays(fridayOf(episode.closed), -sourceOf(`销号 ${episode.id} ${episode.closed}`).int(0, 2)));
}

/** Grade as last known: what the ledger keeps beside the 销号日期. */
export const lastGrade = (episode: Arrears, week: number): '一般' | '严重' => episode.steps.findLast(([w]) => w <= week)?.[3] ?? '一般';
