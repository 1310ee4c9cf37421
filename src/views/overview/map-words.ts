import type { Words } from '../../composables/use-words.ts';
import { SMALL_DENOMINATOR } from '../../map/classes.ts';
import type { Mark } from '../../map/markers.ts';
import type { PlaceValue } from '../../map/place-values.ts';
import type { Indicator } from '../../model/indicators.ts';
import { indicatorOf } from '../../model/indicators.ts';
import { changeOf, show } from '../../model/show.ts';
import { formatNumber, WAN } from '../../shared/format.ts';

const inWan = (yuan: number | null): string => formatNumber(yuan, 1, WAN);
/** Circled numbers of call-outs, as in the list; beyond 20 in brackets. */
const circled = (n: number): string => (n >= 1 && n <= 20 ? String.fromCodePoint(0x245f + n) : `(${n})`);

/** What the map writes about places and projects, in the language of `words`. Names stay as they are: text, never markup. */
export function mapWords(words: Words, i: Indicator, placeName: (code: string | null) => string) {
  const { t } = words;
  const metric = (id: string): string => t(`map.metrics.${id}`);
  /** State in words; '' for a value. */
  const state = (v: PlaceValue): string =>
    v.state === 'none' ? t(`map.none.${i.id}`) : v.state === 'unreported' ? t('map.unreported') : v.state === 'missing' ? t('map.missing') : v.state === 'small' ? t('map.small', { n: SMALL_DENOMINATOR }) : '';
  /** Value with n/d, or n/d alone, or the state. */
  const value = (v: PlaceValue): string => {
    if (v.state !== 'value') return v.state === 'small' ? (v.shown.parts ?? '') : state(v);
    const unit = v.shown.unit === '%' ? '%' : ` ${words.unit(v.shown.unit)}`;
    return `${v.shown.value}${unit}${v.shown.parts === null ? '' : ` ${v.shown.parts}`}`;
  };
  const label = (v: PlaceValue) => ({ value: value(v), parts: v.state === 'value' ? v.shown.parts : null });
  const grade = (m: Pick<Mark, 'kind'>): string => t(`map.${{ severe: 'severe', general: 'general', closed: 'closed', none: 'noArrears' }[m.kind]}`);
  const owed = (m: Mark): string => `${inWan(m.unpaid)} ${words.unit('万元')} · ${t('map.workers', { n: formatNumber(m.workers) })}`;
  const extras = (m: Mark): string[] => [...(m.court ? [t('map.court')] : []), ...(m.supervised ? [t('map.supervised')] : [])];

  /** Change against the comparison snapshot, for the card; null where it cannot be told. */
  const change = (v: PlaceValue): string | null => {
    const changed = v.before === null || v.state !== 'value' ? null : changeOf(i, v.parts, v.before);
    if (!changed) return null;
    if (changed.by === 0) return t('map.same');
    const size = formatNumber(Math.abs(changed.by), i.decimals);
    const word = changed.verdict === 'better' ? t('map.better') : changed.verdict === 'worse' ? t('map.worse') : '';
    return t('map.since', { arrow: changed.by > 0 ? '▲' : '▼', by: i.kind === 'rate' ? t('map.points', { by: size }) : `${size} ${words.unit(i.unit)}`, word }).trim();
  };
  const placeLines = (v: PlaceValue): string[] => {
    const rate = indicatorOf('no_arrears_rate');
    const clear = show(rate, { n: v.projects - v.open, d: v.projects });
    return [
      `${metric(i.id)} ${value(v)}${v.state === 'small' ? `${t('marks.open')}${state(v)}${t('marks.close')}` : ''}`,
      ...(change(v) === null ? [] : [change(v)!]),
      ...(v.projects > 0 ? [[i.id === 'no_arrears_rate' ? t('map.count', { n: v.projects }) : t('map.arrears', { parts: clear.parts }), t('map.unpaid', { amount: `${inWan(v.unpaid)} ${words.unit('万元')}` })].join(' · ')] : []),
      ...(v.open > 0 ? [t('map.open', { n: v.open, severe: v.severe })] : []),
    ];
  };
  const markLines = (m: Mark): string[] => [
    [grade(m), placeName(m.place), ...(m.number === null ? [] : [t('map.number', { n: m.number })])].join(' · '),
    ...(m.kind === 'severe' || m.kind === 'general' ? [owed(m)] : []),
    ...(extras(m).length > 0 ? [extras(m).join(' · ')] : []),
  ];
  return {
    metric, state, value, label, grade, placeLines, markLines,
    callout: (m: Mark) => ({ title: `${m.number === null ? '' : `${circled(m.number)} `}${m.name}`, text: `${grade(m)} · ${owed(m)}` }),
    /** Place and mark in one sentence each, for the keyboard's walk. */
    place: (v: PlaceValue): string => [v.name, ...placeLines(v)].join(t('marks.comma')),
    mark: (m: Mark): string => [m.name, ...markLines(m)].join(t('marks.comma')),
  };
}
export type MapWords = ReturnType<typeof mapWords>;

/** The finding of the map in one sentence: the three places that need most attention (or have most), and the open projects. */
export function findingOf(words: Words, said: MapWords, i: Indicator, values: readonly PlaceValue[], counts: { readonly severe: number; readonly general: number }): string {
  const { t } = words;
  const rated = values.filter((v) => v.state === 'value' && v.level !== null && (v.level > 1 || i.better === null));
  const size = (v: PlaceValue): number => (v.parts.n ?? 0) / (i.d.length > 0 ? (v.parts.d ?? 1) : 1);
  const sign = i.better === 'up' ? 1 : -1;
  const first = [...rated].sort((a, b) => sign * (size(a) - size(b))).slice(0, 3).map((v) => `${v.name} ${said.value(v)}`);
  const worst = first.length === 0 ? t('map.findingNone') : t(i.better === null ? 'map.findingMost' : 'map.findingWorst', { list: first.join(t('marks.list')) });
  return t('map.finding', { metric: words.indicator(i), places: values.length, worst, severe: counts.severe, general: counts.general });
}
