import type { Words } from '../../composables/use-words.ts';
import type { Row } from '../../engine/rows.ts';
import type { Indicator } from '../../model/indicators.ts';
import type { Rules } from '../../model/rules.ts';
import type { Parts } from '../../model/show.ts';
import type { MeetingQuestion } from '../../query/meeting.ts';
import { daysBetween } from '../../shared/dates.ts';
import { formatNumber, WAN } from '../../shared/format.ts';
import type { KpiCell, KpiInput } from '../overview/kpi-model.ts';
import type { RankRow } from '../overview/ranking-model.ts';

export type { Row } from '../../engine/rows.ts';

/** Everything the slides are made of; null rows: 未导入. */
export interface MeetingData extends KpiInput {
  readonly words: Words;
  readonly rules: Rules;
  readonly placeName: (code: string | null) => string;
  readonly deptName: (code: string | null) => string;
  /** 本周 where the comparison is the week before, else 较第38周. */
  readonly lastWeek: boolean;
  readonly overview: (question: 'places' | 'departments' | 'byPlace' | 'byDept' | 'warnings' | 'returns') => readonly Row[] | null;
  readonly rows: (question: MeetingQuestion) => readonly Row[] | null;
}

export type Tone = 'bad' | 'good' | 'stale' | 'plain' | 'strong';
/** A piece of text and how it is meant. */
export interface Said {
  readonly text: string;
  readonly tone: Tone;
}
/** Shape beside a row: grades, done or not, in court, a warning of a level's colour. */
export interface Mark {
  readonly kind: 'severe' | 'general' | 'none' | 'court' | 'closed' | 'warning' | 'undone' | 'lost';
  readonly colour?: string;
}
/** A big number above a list. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly note: string;
  readonly tone: Tone;
  readonly indicator?: Indicator;
  readonly parts?: Parts;
}
/** One line of a list: what, who, when, how it stands. */
export interface ListRow {
  readonly key: string;
  readonly mark: Mark | null;
  readonly title: string;
  readonly sub: string;
  readonly who: string;
  readonly whoSub: string;
  readonly when: string;
  readonly whenSub: string;
  readonly state: Said;
  readonly stateSub: string;
  readonly projectId: string | null;
}

export interface ListContent {
  readonly kind: 'list';
  readonly title: string;
  readonly facts: readonly Fact[];
  /** What, who, when, how: headings. */
  readonly heads: readonly [string, string, string, string];
  readonly rows: readonly ListRow[];
  readonly note: string;
}

export interface SummaryContent {
  readonly kind: 'summary';
  readonly title: string;
  readonly cells: readonly KpiCell[];
  readonly trend: Trend;
  readonly closed: { readonly n: number; readonly rows: readonly ShortRow[]; readonly more: number } | null;
  readonly still: { readonly rows: readonly ShortRow[]; readonly more: number };
}
export interface ShortRow {
  readonly key: string;
  readonly mark: Mark | null;
  readonly title: string;
  readonly sub: string;
  readonly right: string;
  readonly state: Said;
}
/** A line over the published weeks; `slot` counts calendar weeks, so that unpublished ones leave a gap. */
export interface Trend {
  readonly name: string;
  readonly slots: number;
  readonly points: readonly { readonly slot: number; readonly value: number; readonly label: string; readonly parts: string; readonly week: number }[];
  readonly target: { readonly value: number; readonly label: string } | null;
}

export interface PaidContent {
  readonly kind: 'paid';
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly value: string; readonly unit: string; readonly state: 'good' | 'bad' | 'unknown'; readonly indicator: Indicator; readonly parts: Parts }[];
  readonly total: Fact;
  readonly workers: string;
  readonly sources: readonly { readonly id: string; readonly label: string; readonly amount: string; readonly width: number }[];
  readonly projects: readonly { readonly key: string; readonly title: string; readonly sub: string; readonly amount: string }[] | null;
  readonly more: number;
  readonly sentences: readonly KpiCell[];
}

/** 一般 sites and 早期预警, three on a screen. */
export interface CardsContent {
  readonly kind: 'cards';
  readonly title: string;
  readonly cards: readonly Card[];
  readonly note: string;
}
export interface Card {
  readonly key: string;
  readonly mark: Mark;
  readonly badge: Said & { readonly colour?: string };
  readonly title: string;
  readonly sub: string;
  readonly facts: readonly { readonly label: string; readonly value: string; readonly tone: Tone }[];
  readonly text: string;
  readonly projectId: string | null;
}

export interface BoardContent {
  readonly kind: 'board';
  readonly title: string;
  readonly indicator: Indicator;
  readonly parts: Parts;
  readonly target: number | null;
  readonly below: number;
  readonly minimum: number;
  readonly good: readonly RankRow[];
  readonly bad: readonly RankRow[];
  readonly late: readonly ShortRow[];
  readonly lateMore: number;
  readonly middle: readonly RankRow[];
  /** 样本过小 and 无…: text by kind. */
  readonly out: readonly { readonly kind: string; readonly text: string }[];
  readonly unreported: readonly { readonly key: string; readonly name: string; readonly text: string }[];
  readonly note: string;
}

export interface DeadlineContent {
  readonly kind: 'deadline';
  readonly title: string;
  readonly clocks: readonly { readonly id: string; readonly label: string; readonly on: string; readonly days: Said; readonly open: string; readonly amount: string; readonly needed: string }[];
  readonly pace: { readonly needed: string; readonly actual: string; readonly neededWidth: number; readonly actualWidth: number; readonly verdict: Said; readonly indicator: Indicator; readonly parts: Parts } | null;
  readonly must: readonly ShortRow[];
  readonly mustMore: number;
  /** null: 未导入. */
  readonly dry: readonly ShortRow[] | null;
  readonly dryMore: number;
}

/** What a slide shows; sites and decisions bring their own. */
export type Content = ListContent | SummaryContent | PaidContent | CardsContent | BoardContent | DeadlineContent;

export const text = (row: Row, column: string): string | null => (row[column] === null || row[column] === undefined || row[column] === '' ? null : String(row[column]));
export const number = (row: Row, column: string): number | null => (typeof row[column] === 'number' ? row[column] : null);
/** 元 → 万元 as printed. */
export const wan = (yuan: number | null): string => formatNumber(yuan, 1, WAN);
export const total = (rows: readonly Row[], column: string): number => rows.reduce((sum, r) => sum + Math.round((number(r, column) ?? 0) * 100), 0) / 100;
/** Days after `on` at `asOf`; null: not over, or no date. */
export const daysOver = (on: string | null, asOf: string): number | null => (on !== null && on < asOf ? daysBetween(on, asOf) : null);
/** 11-20; with its year where that is not the snapshot's. */
export const shortDay = (on: string | null, asOf: string): string => (on === null ? '—' : on.slice(0, 4) === asOf.slice(0, 4) ? on.slice(5) : on);
/** Parts that exist, joined as on every screen. */
export const dots = (...parts: readonly (string | null)[]): string => parts.filter((p) => p !== null && p !== '' && p !== '—').join(' · ');

/** Pieces of at most `size`; [[]] for an empty list where `least` is 1. */
export function pages<T>(list: readonly T[], size: number, least: 0 | 1 = 0): readonly (readonly T[])[] {
  const found = Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
  return found.length > 0 || least === 0 ? found : [[]];
}

/** 本周 or 本期, for words of the title. */
export const period = (data: Pick<MeetingData, 'lastWeek' | 'words'>): string => data.words.t(data.lastWeek ? 'meeting.thisWeek' : 'meeting.thisPeriod');
