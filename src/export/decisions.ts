import { type Decisions, decisionsSchema } from '../model/decisions.ts';
import type { Decision } from '../stores/decisions.ts';

/** Which snapshot the meeting looked at. */
export interface MeetingFacts {
  /** County code. */
  readonly county: string;
  readonly snapshot: string;
  readonly asOf: string;
  readonly sha256: string;
}

/** Day of the meeting the entries were decided at: the first one, never before the data. */
export const meetingDay = (entries: readonly Pick<Decision, 'on'>[], asOf: string, today: string): string => {
  const first = entries.map((e) => e.on).sort()[0] ?? today;
  return first < asOf ? asOf : first;
};

/** Content of `交办-<as_of>.json`. Throws when an entry could not be merged again. */
export function decisionsFile(entries: readonly Decision[], { county, snapshot, asOf, sha256 }: MeetingFacts, today: string): Decisions {
  return decisionsSchema.parse({
    format: 1, county, snapshot, manifest_sha256: sha256, meeting_on: meetingDay(entries, asOf, today),
    entries: entries.map((e) => ({ id: e.id, project_id: e.projectId, content: e.content, unit: e.unit, responsible: e.responsible, due_on: e.dueOn, note: e.note })),
  });
}

/** The file as it is saved. */
export const decisionsText = (file: Decisions): string => `${JSON.stringify(file, null, 2)}\n`;

/** Name of the file; the publisher gives it to --decisions. */
export const decisionsName = (asOf: string, extension: 'json' | 'xlsx' = 'json'): string => `交办-${asOf}.${extension}`;
