import { indicatorOf } from '../../model/indicators.ts';
import { ROW_METRIC } from '../../query/rank.ts';
import { rankRows } from '../overview/ranking-model.ts';
import { movedText } from '../overview/ranking-table.ts';
import { dots, type MeetingData, number, type Row, text } from './content.ts';

/** A 包案领导 with open sites. */
export interface Person {
  /** null: 未定. */
  readonly leader: string | null;
  readonly open: number;
  /** Sites without any change for the county's number of weeks, the longest first. */
  readonly still: readonly Row[];
  readonly longest: number;
  /** 88.9% 8/9 of all their projects, and how their rank moved. */
  readonly rate: string;
  readonly moved: string;
}

const weeksOf = (row: Row): number => number(row, 'unchanged_weeks') ?? 0;

/** 包案领导 with open sites: most unmoved first, then the longest standing. */
export function peopleOf(data: MeetingData): readonly Person[] {
  const open = data.rows('open') ?? [];
  const indicator = indicatorOf(ROW_METRIC);
  const side = (rows: readonly Row[] | null): ReadonlyMap<string | null, Row> => new Map((rows ?? []).map((r) => [text(r, 'leader'), r]));
  const now = side(data.rows('leaders'));
  const ranking = rankRows({
    indicator, now, before: data.compare === null ? null : side(data.rows('leadersBefore')), units: [...now.keys()].map((code, i) => ({ code, name: code ?? '', sort: i })),
    minimum: data.rules.minimum_denominator.by_indicator[indicator.id] ?? data.rules.minimum_denominator.default, target: null, decimals: data.rules.decimals[indicator.id] ?? indicator.decimals, unreported: new Map(),
  });
  const leaders = [...new Set(open.map((r) => text(r, 'leader')))];
  return leaders.map((leader): Person => {
    const own = open.filter((r) => text(r, 'leader') === leader);
    const still = own.filter((r) => weeksOf(r) >= data.rules.meeting.unmoved_weeks).sort((a, b) => weeksOf(b) - weeksOf(a));
    const rank = ranking.find((r) => r.code === leader);
    const value = rank && rank.shown.value !== '—' ? `${rank.shown.value}${rank.shown.unit}` : '';
    return {
      leader, open: own.length, still, longest: Math.max(0, ...still.map(weeksOf)), rate: dots(`${value} ${rank?.shown.parts ?? ''}`.trim()) || '—',
      moved: rank?.kind === 'ranked' ? movedText(rank, data.words.t) : rank ? data.words.t(`ranking.${rank.kind === 'small' ? 'small' : 'blank'}`) : '',
    };
  }).sort((a, b) => b.still.length - a.still.length || b.longest - a.longest || b.open - a.open || ((a.leader ?? '') < (b.leader ?? '') ? -1 : 1));
}
