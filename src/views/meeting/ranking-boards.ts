import { indicatorOf } from '../../model/indicators.ts';
import { partsFrom, show } from '../../model/show.ts';
import { isUnreported } from '../../model/unreported.ts';
import { formatNumber } from '../../shared/format.ts';
import { rankRows, type RankRow, type RankUnit, type Returned } from '../overview/ranking-model.ts';
import { returnText, stateText } from '../overview/ranking-table.ts';
import { type BoardContent, dots, type MeetingData, number, pages, type Row, type ShortRow, text } from './content.ts';

type Axis = '主管部门' | '属地';
const AXES = { 主管部门: { column: 'dept_code', units: 'departments', by: 'byDept', id: 'dept' }, 属地: { column: 'place_code', units: 'places', by: 'byPlace', id: 'place' } } as const;

/** Ranked units in a card, lines of the small cards: what there is room for on a screen. */
const ROWS = 5;
/** px of the card below its heading, of a ranked unit, of a late clue. */
const [CARD, UNIT, LINE] = [404, 78, 46] as const;
const MIDDLE = 4;
const OUT = 8;
const UNREPORTED = 3;

/** Units that are 未报送. */
const unreportedOf = (data: MeetingData, axis: Axis): ReadonlyMap<string | null, Returned> => new Map((data.overview('returns') ?? []).filter((r) => r['axis'] === axis && isUnreported(r))
  .map((r) => [text(r, 'unit_code'), { last: text(r, 'last_period'), due: number(r, 'rows_due'), received: number(r, 'rows_in') }]));

export interface Missing {
  readonly axis: Axis;
  readonly code: string;
  readonly name: string;
  readonly text: string;
}

/** 未报送 units of an axis, in words. */
export function missing(data: MeetingData, axis: Axis): readonly Missing[] {
  const nameOf = axis === '主管部门' ? data.deptName : data.placeName;
  return [...unreportedOf(data, axis)].map(([code, returned]) => ({ axis, code: code ?? '', name: nameOf(code), text: returnText({ returned } as RankRow, data.words.t) }));
}

/** 名次 of an axis by the county's rate, as on the overview. */
export function rankingOf(data: MeetingData, axis: Axis): readonly RankRow[] {
  const { column, units: stored, by } = AXES[axis];
  const indicator = indicatorOf(data.rules.meeting.metric);
  const rows = data.overview(by) ?? [];
  const on = (day: string | null): ReadonlyMap<string | null, Row> => new Map(rows.filter((r) => r['as_of'] === day).map((r) => [text(r, column), r]));
  const now = on(data.asOf);
  const known = (data.overview(stored) ?? []).map((r, i): RankUnit => ({ code: text(r, column), name: String(r['short_name'] ?? r['name'] ?? r[column]), sort: i }));
  const others = [...now.keys()].filter((code) => code !== null && !known.some((u) => u.code === code)).map((code, i): RankUnit => ({ code, name: code!, sort: known.length + i }));
  const blank = now.get(null);
  const unnamed = blank !== undefined && (partsFrom(blank, indicator.id).d ?? 0) > 0;
  return rankRows({
    indicator, now, before: data.compare === null ? null : on(data.compare), units: [...known, ...others, ...(unnamed ? [{ code: null, name: data.words.t('ranking.unnamed'), sort: Number.MAX_SAFE_INTEGER }] : [])],
    minimum: data.rules.minimum_denominator.by_indicator[indicator.id] ?? data.rules.minimum_denominator.default, target: data.rules.targets[indicator.id]?.value ?? null,
    decimals: data.rules.decimals[indicator.id] ?? indicator.decimals, unreported: unreportedOf(data, axis),
  });
}

/** Where a unit stands: every unit in exactly one group. */
export function groupsOf(ranking: readonly RankRow[], rules: Pick<MeetingData['rules'], 'blacklist_below' | 'targets'>, target: number | null): Readonly<Record<'good' | 'bad' | 'middle' | 'out' | 'unreported', readonly RankRow[]>> {
  const ranked = ranking.filter((r) => r.kind === 'ranked');
  const good = ranked.filter((r) => r.value! >= (target ?? 100));
  const bad = ranked.filter((r) => r.value! < rules.blacklist_below && !good.includes(r)).reverse();
  return { good, bad, middle: ranked.filter((r) => !good.includes(r) && !bad.includes(r)), out: ranking.filter((r) => r.kind !== 'ranked' && r.kind !== 'unreported'), unreported: ranking.filter((r) => r.kind === 'unreported') };
}

/** ⑦ 红黑榜 of an axis; empty where nobody could be ranked or listed. */
export function boardContents(data: MeetingData, axis: Axis): readonly BoardContent[] {
  const { words: { t }, rules } = data;
  const words = data.words;
  const indicator = indicatorOf(rules.meeting.metric);
  const ranking = rankingOf(data, axis);
  const target = rules.targets[indicator.id]?.value ?? null;
  const { good, bad, middle, out, unreported } = groupsOf(ranking, rules, target);
  if (good.length + bad.length + middle.length + unreported.length === 0) return [];
  const all = partsFrom(data.series.find((r) => r['as_of'] === data.asOf), indicator.id);
  const shown = show(indicator, all, rules.decimals[indicator.id] ?? indicator.decimals);
  const minimum = rules.minimum_denominator.by_indicator[indicator.id] ?? rules.minimum_denominator.default;
  const late = indicator.id === 'clue_on_time_rate' ? (data.rows('late') ?? []) : [];
  const outTexts = out.map((r) => ({ kind: stateText(r, indicator, t), text: r.kind === 'small' || r.kind === 'blank' ? `${r.name} ${r.shown.parts ?? '—'}` : r.name }));
  const column = AXES[axis].column;
  const [goods, bads, middles, outs, gone] = [pages(good, ROWS), pages(bad, ROWS), pages(middle, MIDDLE), pages(outTexts, OUT), pages(unreported, UNREPORTED)];
  const count = Math.max(goods.length, bads.length, middles.length, outs.length, gone.length);
  return Array.from({ length: count }, (_, i): BoardContent => {
    const own = bads[i] ?? [];
    const rows = late.filter((r) => own.some((u) => u.code === text(r, column)));
    const lines = Math.max(0, Math.floor((CARD - own.length * UNIT) / LINE));
    const room = rows.length > lines ? Math.max(0, lines - 1) : lines;
    return {
      kind: 'board', indicator, parts: all, target, minimum, below: rules.blacklist_below, good: goods[i] ?? [], bad: own, middle: middles[i] ?? [],
      title: t(bad.length > 0 ? 'meeting.title.board' : 'meeting.title.boardGood', { metric: words.indicator(indicator), parts: shown.parts ?? '—', value: `${shown.value}${shown.unit}`, n: bad.length, unit: t(`meeting.board.units.${AXES[axis].id}`), below: rules.blacklist_below, good: good.length, target: target ?? 100 }),
      late: rows.slice(0, room).map((r): ShortRow => ({
        key: text(r, 'case_id') ?? '', mark: null, title: text(r, 'name') ?? t('meeting.board.noProject', { id: text(r, 'case_id') ?? '' }), right: '',
        sub: dots(axis === '主管部门' ? data.deptName(text(r, 'dept_code')) : data.placeName(text(r, 'place_code')), text(r, 'responsible')), state: { text: t('meeting.over', { n: number(r, 'days') ?? 0 }), tone: 'bad' },
      })),
      lateMore: lines === 0 ? 0 : Math.max(0, rows.length - room), out: outs[i] ?? [],
      unreported: (gone[i] ?? []).map((r) => ({ key: r.code ?? '', name: r.name, text: returnText(r, t) })),
      note: t(`meeting.board.note.${AXES[axis].id}`, { minimum: formatNumber(minimum), target: target ?? 100 }),
    };
  });
}
