import type { Words } from '../../../composables/use-words.ts';
import type { Row } from '../../../engine/rows.ts';
import type { Indicator } from '../../../model/indicator.ts';
import { ofPeriod } from '../../../model/indicators/period-words.ts';
import { partsFrom } from '../../../model/show.ts';
import { clueMeasure, GROUP_MEASURES, type ClueAxis } from '../../../query/clues.ts';
import type { Period } from '../../../query/windows.ts';
import { formatNumber } from '../../../shared/format.ts';
import { columnsOf, countFigure, figureOf, type FigureColumn, type FigureRow } from '../records/figures.ts';
import { valuesOf } from '../records/group-code.ts';

/** What the table needs to know of the page. */
export interface GroupContext {
  readonly axis: ClueAxis;
  readonly words: Words;
  readonly decimalsOf: (i: Indicator) => number;
  readonly placeName: (code: string | null) => string;
  readonly deptName: (code: string | null) => string;
  /** Units of the axis that are shown also without clues, in their order. */
  readonly units: readonly string[];
}

/** Key of a group as read: a unit's name, a channel's word, 2026-11; 未填 where there is none. */
export function groupLabel(axis: ClueAxis | 'industry', key: string | null, { words, placeName, deptName }: Pick<GroupContext, 'words' | 'placeName' | 'deptName'>): string {
  if (key === null) return words.value(null);
  return { channel: () => words.value(key), place: () => placeName(key), dept: () => deptName(key), month: () => key, industry: () => key }[axis]();
}

/** The table by channel, place, department or month with its total. Groups without clues count 0 and have — for rates. */
export function groupTable(rows: readonly Row[], summary: Row | undefined, context: GroupContext): { readonly columns: readonly FigureColumn[]; readonly rows: readonly FigureRow[]; readonly total: FigureRow } {
  const { axis, words, decimalsOf, units } = context;
  const measures = GROUP_MEASURES.map(clueMeasure);
  const byKey = new Map(rows.map((r) => [typeof r['key'] === 'string' ? r['key'] : null, r]));
  const keys = [...new Set<string | null>([...units, ...[...byKey.keys()].filter((k) => k !== null), ...(byKey.has(null) ? [null] : [])])];
  const empty = Object.fromEntries(measures.flatMap((i) => [[`${i.id}_n`, 0], [`${i.id}_d`, 0]]));
  const most = Math.max(0, ...rows.map((r) => Number(r['clues_received_n'] ?? 0)));
  const figures = (row: Row | undefined): FigureRow['figures'] => Object.fromEntries(measures.map((i) => [i.id, figureOf(i, row, { decimals: decimalsOf(i), most: i.id === 'clues_received' ? most : null })]));
  return {
    columns: columnsOf(measures, words, decimalsOf, () => null).map((c) => ({ ...c, title: words.t(`clues.short.${c.key}`) })),
    rows: keys.map((key) => ({ id: key ?? '', label: groupLabel(axis, key, context), figures: figures(byKey.get(key) ?? empty) })),
    total: { id: '*', label: words.t('records.total'), figures: figures(summary) },
  };
}

/** People by industry as shares of all: n/d people, with the number of clues. */
export function industryRows(rows: readonly Row[], words: Words): { readonly columns: readonly FigureColumn[]; readonly rows: readonly FigureRow[] } {
  const share = clueMeasure('industry_share');
  const all = rows.reduce((sum, r) => sum + Number(r['people'] ?? 0), 0);
  return {
    columns: [{ key: 'industry_share', title: words.t('clues.industryShare'), indicator: share, unit: '%', decimals: share.decimals }, { key: 'clues_received', title: words.t('clues.clues'), indicator: null }],
    rows: rows.map((r) => {
      const key = typeof r['key'] === 'string' ? r['key'] : null;
      const clues = typeof r['clues'] === 'number' ? r['clues'] : null;
      return {
        id: key ?? '', label: key ?? words.value(null),
        figures: { industry_share: figureOf(share, { industry_share_n: r['people'], industry_share_d: all }), clues_received: countFigure(clues, formatNumber(clues)) },
      };
    }),
  };
}

/** Period whose numbers are the catalogue's own: only there the definition may name n and d and open the catalogue's list. */
const OWN: Readonly<Record<string, Period['id']>> = { clues_received: 'year', clue_close_rate: 'year', clue_on_time_rate: 'recent', reply_rate: 'recent', clues_referred: 'year', clues_legal_aid: 'year', verified_clear_rate: 'all', group_rate: 'all', industry_share: 'all', per_head: 'all' };
export const definedParts = (i: Indicator, row: Row | undefined, period: Period) => (OWN[i.id] === period.id ? partsFrom(row, i.id) : null);
/** The measure with the words that fit the period: the catalogue's where it is the period of its definition. */
export const saidOf = (i: Indicator, period: Period): Indicator => (OWN[i.id] === period.id ? i : ofPeriod(i));

/** 突发事件 by stage, in the order they run. */
export interface StageCount {
  readonly stage: string | null;
  readonly n: number;
  readonly people: number;
}
export function stagesOf(rows: readonly Row[]): readonly StageCount[] {
  const stages: readonly (string | null)[] = [...valuesOf('events', 'stage'), ...(rows.some((r) => r['stage'] === null) ? [null] : [])];
  return stages.map((stage) => {
    const own = rows.filter((r) => r['stage'] === stage);
    return { stage, n: own.length, people: own.reduce((sum, r) => sum + Number(r['people'] ?? 0), 0) };
  });
}
