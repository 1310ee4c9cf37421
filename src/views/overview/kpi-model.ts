import type { Words } from '../../composables/use-words.ts';
import { FILTERS, type FilterState } from '../../model/filters.ts';
import { indicatorOf, type Indicator } from '../../model/indicators.ts';
import { LEVEL_IDS } from '../../model/indicators/oversight.ts';
import type { Rules } from '../../model/rules.ts';
import { changeOf, partsFrom, show, valueOf, type Parts } from '../../model/show.ts';
import { FACTS } from '../../query/facts.ts';
import { idleFilters } from '../../query/predicate.ts';
import { formatNumber, MISSING } from '../../shared/format.ts';
import { basisWord } from './kpi-basis.ts';

type Row = Readonly<Record<string, unknown>>;
export type Tone = 'better' | 'worse' | 'same' | 'strong' | 'plain';

/** One piece of text of a cell. */
export interface Piece {
  readonly text: string;
  readonly tone: Tone;
}

/** One cell of the strip, ready to print. */
export interface KpiCell {
  readonly indicator: Indicator;
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  /** n/d, exactly; null where there is none. */
  readonly parts: string | null;
  /** Printed after n/d: its noun, or what the value is made of. */
  readonly beside: string;
  readonly foot: readonly Piece[];
  /** 不按…筛选; '' when every set filter acts. */
  readonly idle: string;
  /** 本项截止 11-13，晚报 7 天; '' when its tables are as new as the snapshot. */
  readonly late: string;
  readonly numbers: Parts;
  /** The cell in one sentence, for screen readers. */
  readonly said: string;
}

/** What the strip is made of. */
export interface KpiInput {
  /** Rows of `series`, every published day. */
  readonly series: readonly Row[];
  /** The row of `clock`. */
  readonly clock: Row | undefined;
  readonly asOf: string;
  readonly compare: string | null;
  readonly filters: FilterState;
  readonly rules: Pick<Rules, 'targets' | 'decimals' | 'levels'>;
  /** Newest day of each table and the days it is late. */
  readonly freshness: readonly { readonly table: string; readonly latest: string | null; readonly late: number }[];
  /** 除夕 of this winter; null: not in the calendar. */
  readonly eve: string | null;
}

/** Ids of the strip, in its fixed order. */
export const KPIS = ['no_arrears_rate', 'open_risk', 'unpaid_wages', 'clue_on_time_rate', 'action_done_rate', 'warnings_open', 'days_to_clear'] as const;

/** The seven cells from the answers of the overview's batch. */
export function kpiCells(input: KpiInput, words: Words): readonly KpiCell[] {
  const now = input.series.find((r) => r['as_of'] === input.asOf);
  const before = input.compare === null ? undefined : input.series.find((r) => r['as_of'] === input.compare);
  const count = (id: string, row = now): number | null => partsFrom(row, id).n;
  return KPIS.map((id) => {
    const i = indicatorOf(id);
    if (id === 'days_to_clear') return clockCell(i, input, words);
    const base = cellOf(i, { now, before, input, words });
    const { t, value } = words;
    const court = count('court_open');
    switch (id) {
      case 'open_risk': {
        const [all, severe] = [count('open_risk'), count('severe_open')];
        const beside = all === null || severe === null ? '' : [['严重', severe] as const, ['一般', all - severe] as const].map(([word, n]) => t('kpi.pair', { word: value(word), n: formatNumber(n) })).join(words.english() ? ', ' : ' · ');
        return finish({ ...base, beside, foot: [...base.foot, ...(court === null || !all ? [] : [plain(t('kpi.court', { n: formatNumber(court), d: formatNumber(all) }))])] }, words);
      }
      case 'unpaid_wages': {
        const workers = indicatorOf('unpaid_workers');
        const shown = show(workers, partsFrom(now, workers.id));
        return finish({ ...base, beside: shown.unit ? `${shown.value} ${words.unit(workers.unit)}` : '' }, words);
      }
      case 'clue_on_time_rate':
        return finish({ ...base, foot: [...base.foot.slice(0, 1), ...gap(i, base.numbers, input, words), ...base.foot.slice(1)] }, words);
      case 'action_done_rate': {
        const { n, d } = base.numbers;
        if (n === null || d === null || d === 0) return finish({ ...base, ...(d === 0 ? { beside: t('kpi.noTasks') } : {}) }, words);
        const rate = `${base.value}%`;
        return finish({ ...base, value: formatNumber(n), unit: `/ ${formatNumber(d)} ${words.noun(i.noun)}`, parts: null, beside: rate, foot: [...(d > n ? [{ text: t('kpi.unfinished', { n: formatNumber(d - n) }), tone: 'strong' as const }] : []), ...base.foot] }, words);
      }
      case 'warnings_open': {
        const levels = (Object.keys(LEVEL_IDS) as (keyof typeof LEVEL_IDS)[]).sort((a, b) => input.rules.levels[a].order - input.rules.levels[b].order);
        const beside = levels.flatMap((level) => {
          const n = count(`warn_${LEVEL_IDS[level]}`);
          return n ? [t('kpi.pair', { word: value(input.rules.levels[level].word), n: formatNumber(n) })] : [];
        });
        const involved = count('warned_projects');
        return finish({ ...base, beside: beside.join(words.english() ? ', ' : ' · '), foot: [...base.foot, ...(involved ? [plain(t('kpi.involved', { n: formatNumber(involved) }))] : [])] }, words);
      }
      default:
        return finish(base, words);
    }
  });
}

const plain = (text: string): Piece => ({ text, tone: 'plain' });

interface Given {
  readonly now: Row | undefined;
  readonly before: Row | undefined;
  readonly input: KpiInput;
  readonly words: Words;
}
type Base = Omit<KpiCell, 'said'>;

function cellOf(i: Indicator, { now, before, input, words }: Given): Base {
  const numbers = partsFrom(now, i.id);
  const decimals = input.rules.decimals[i.id] ?? i.decimals;
  const shown = show(i, numbers, decimals);
  const nothing = numbers.d === 0 ? words.t(i.n[0]?.fact === 'cases' ? 'kpi.noDue' : 'kpi.noProjects') : words.noun(i.noun);
  const idle = idleFilters(i, input.filters).map((id) => words.dimension(FILTERS[id].dimension));
  return {
    indicator: i, label: words.indicator(i), value: shown.value, unit: unitOf(i, shown.unit, words), parts: shown.parts,
    beside: shown.parts === null ? '' : nothing, numbers, foot: changePieces(i, numbers, partsFrom(before, i.id), input, words, decimals),
    idle: idle.length > 0 ? words.t('kpi.idle', { filters: idle.join(words.t('marks.list')) }) : '', late: lateOf(i, input, words),
  };
}

/** The unit as printed; an English label already names what a count counts. */
const unitOf = (i: Indicator, unit: string, words: Words): string => (unit === '' || (words.english() && i.kind === 'count') ? '' : words.unit(unit));

/** The latest of the indicator's tables to come in, where it is late. */
function lateOf(i: Indicator, { freshness, asOf }: KpiInput, { t }: Words): string {
  const tables = new Set([...i.n, ...i.d].flatMap((p) => FACTS[p.fact].tables));
  const [oldest] = freshness.filter((f) => f.late > 0 && tables.has(f.table)).sort((a, b) => b.late - a.late);
  if (!oldest?.latest) return '';
  return t('kpi.late', { day: oldest.latest.slice(0, 4) === asOf.slice(0, 4) ? oldest.latest.slice(5) : oldest.latest, n: oldest.late });
}

/** ▲ 6.1 个百分点 好转 · 上周 60/66. */
function changePieces(i: Indicator, now: Parts, before: Parts, { series, asOf, compare }: KpiInput, { t }: Words, decimals: number): readonly Piece[] {
  if (compare === null) return series.every((r) => String(r['as_of']) >= asOf) ? [plain(`${MISSING} ${t('kpi.first')}`)] : [];
  const change = changeOf(i, now, before);
  const past = show(i, before, decimals);
  const basis = plain(`${basisWord(t, asOf, compare)} ${past.parts ?? past.value}`);
  if (change === null) return before.d === 0 ? [] : [basis];
  if (change.verdict === 'same') return [{ text: `${MISSING} ${t('kpi.same')}`, tone: 'same' }, basis];
  const by = amount(Math.abs(change.by), decimals, t);
  const text = [change.by > 0 ? '▲' : '▼', i.kind === 'rate' ? t('kpi.points', { by }) : by, change.verdict === null ? '' : t(`kpi.${change.verdict}`)].filter(Boolean).join(' ');
  return [{ text, tone: change.verdict ?? 'strong' }, basis];
}

/** A difference as printed; one that would round to 0.0 says so. */
function amount(by: number, decimals: number, t: Words['t']): string {
  const least = 10 ** -decimals;
  return by < least / 2 ? t('kpi.below', { least: formatNumber(least, decimals) }) : formatNumber(by, decimals);
}

/** 差目标 0.9, from the unrounded rate; only for targets that hold at any time. */
function gap(i: Indicator, numbers: Parts, { rules }: KpiInput, { t }: Words): readonly Piece[] {
  const target = rules.targets[i.id];
  const value = valueOf(i, numbers);
  if (!target || target.by !== null || value === null) return [];
  return [plain(value < target.value ? t('kpi.gap', { by: amount(target.value - value, rules.decimals[i.id] ?? i.decimals, t) }) : t('kpi.reached', { value: target.value }))];
}

/** 41 天 年底 · 政府类; 除夕（…）还有 77 天. */
function clockCell(i: Indicator, { clock, eve }: KpiInput, words: Words): KpiCell {
  const { t } = words;
  const numbers = partsFrom(clock, i.id);
  const left = partsFrom(clock, 'days_to_new_year').n;
  const past = (numbers.n ?? 0) < 0;
  const foot = clock === undefined ? [] : eve === null || left === null ? [plain(t('kpi.eveUnknown'))] : [plain(t(left < 0 ? 'kpi.evePast' : 'kpi.eve', { day: eve, n: formatNumber(Math.abs(left)) }))];
  const shown = show(i, { n: numbers.n === null ? null : Math.abs(numbers.n), d: null });
  return finish({
    indicator: i, label: words.indicator(i), value: past ? `${t('kpi.over')} ${shown.value}` : shown.value, unit: shown.unit ? words.unit(shown.unit) : '', parts: null, beside: t('kpi.yearEnd'), foot, idle: '', late: '', numbers,
  }, words);
}

/** Adds the sentence: 无欠薪比例 97.0%，64/66 个项目；▲ 6.1 个百分点 好转，上周 60/66. */
function finish(base: Base, words: Words): KpiCell {
  const [comma, stop] = [words.t('marks.comma'), words.t('marks.clause')];
  const value = `${base.value}${base.unit === '%' ? '%' : base.unit ? ` ${base.unit}` : ''}`;
  const beside = [base.parts, base.beside].filter(Boolean).join(' ');
  const head = [`${base.label} ${value}`, beside].filter(Boolean).join(comma);
  return { ...base, said: [head, base.foot.map((p) => p.text).join(comma), base.idle, base.late].filter(Boolean).join(stop) };
}

/** Size of the number: 1 full, 2 and 3 smaller, by how wide number, unit and n/d are together (CJK two, points and commas half, others one). */
export function kpiSize({ value, unit, parts, beside }: Pick<KpiCell, 'value' | 'unit' | 'parts' | 'beside'>): 1 | 2 | 3 {
  const wide = (text: string): number => [...text].reduce((sum, c) => sum + (c > '\u2e7f' ? 2 : c === ',' || c === '.' ? 0.5 : 1), 0);
  const px = wide(value) * 22 + wide(unit) * 8 + wide(`${parts ?? ''} ${beside}`) * 7;
  return px <= 205 ? 1 : px <= 235 ? 2 : 3;
}
