import { indicatorOf } from '../../model/indicators.ts';
import { partsFrom, show, valueOf } from '../../model/show.ts';
import { daysBetween, isoWeek } from '../../shared/dates.ts';
import { formatNumber } from '../../shared/format.ts';
import { counters, paidBySource } from '../overview/bottom-model.ts';
import { kpiCells } from '../overview/kpi-model.ts';
import { type Content, dots, type MeetingData, number, type PaidContent, period, type ShortRow, type SummaryContent, text, total, type Trend, wan } from './content.ts';
import { missing } from './ranking-boards.ts';

/** KPIs with a card of their own; the others are sentences of the second screen. */
const CARDS = ['no_arrears_rate', 'open_risk', 'unpaid_wages', 'action_done_rate'];
/** Rows that a short list has room for. */
const SHORT = 4;

/** ① 本周总览: the numbers, the line, who closed and what did not move; then 四个底线 and 本周清偿. */
export function overviewContents(data: MeetingData): readonly Content[] {
  const cells = kpiCells(data, data.words);
  return [summary(data, cells), paid(data, cells)];
}

function summary(data: MeetingData, cells: ReturnType<typeof kpiCells>): SummaryContent {
  const { words: { t } } = data;
  const rate = cells.find((c) => c.indicator.id === 'no_arrears_rate')!.numbers;
  const open = cells.find((c) => c.indicator.id === 'open_risk')!.numbers.n;
  const closed = (data.rows('steps') ?? []).filter((r) => r['event'] === '销号').sort((a, b) => (number(b, 'unpaid_before') ?? 0) - (number(a, 'unpaid_before') ?? 0));
  const known = data.compare !== null && data.rows('steps') !== null;
  const still = stillRows(data);
  return {
    kind: 'summary',
    title: t(known ? 'meeting.title.overview' : 'meeting.title.overviewFirst', { n: formatNumber(rate.n), d: formatNumber(rate.d), period: period(data), closed: closed.length, open: formatNumber(open) }),
    cells: cells.filter((c) => CARDS.includes(c.indicator.id)),
    trend: trendOf(data, 'no_arrears_rate'),
    closed: known ? {
      n: closed.length, more: Math.max(0, closed.length - SHORT),
      rows: closed.slice(0, SHORT).map((r, i): ShortRow => ({
        key: `${text(r, 'project_id')} ${i}`, mark: null, title: text(r, 'name') ?? text(r, 'project_id') ?? '', sub: dots(data.deptName(text(r, 'dept_code')), text(r, 'leader')),
        right: `${wan(number(r, 'unpaid_before'))} ${data.words.unit('万元')}`, state: { text: t('meeting.summary.cleared'), tone: 'plain' },
      })),
    } : null,
    still: { rows: still.slice(0, SHORT), more: Math.max(0, still.length - SHORT) },
  };
}

/** What did not move: sites unchanged for weeks, tasks older than the last meeting, units that sent nothing. */
function stillRows(data: MeetingData): ShortRow[] {
  const { words: { t } } = data;
  const sites = (data.rows('open') ?? []).filter((r) => (number(r, 'unchanged_weeks') ?? 0) >= data.rules.meeting.unmoved_weeks).map((r): ShortRow => ({
    key: `s ${text(r, 'project_id')}`, mark: { kind: r['grade_now'] === '严重' ? 'severe' : 'general' }, title: text(r, 'name') ?? '', sub: dots(data.deptName(text(r, 'dept_code')), text(r, 'responsible')), right: '',
    state: { text: t('meeting.summary.unchanged', { n: number(r, 'unchanged_weeks') ?? 0 }), tone: 'bad' },
  }));
  const tasks = (data.rows('actions') ?? []).filter((r) => r['done'] !== true && (text(r, 'meeting_on') ?? '') < (text(r, 'last_meeting') ?? '')).map((r): ShortRow => ({
    key: `a ${text(r, 'action_id')}`, mark: { kind: 'undone' }, title: t('meeting.summary.task', { text: text(r, 'content') ?? '' }), sub: dots(text(r, 'unit'), text(r, 'responsible')), right: '',
    state: { text: t('meeting.summary.twice'), tone: 'bad' },
  }));
  const units = [...missing(data, '主管部门'), ...missing(data, '属地')].map((u): ShortRow => ({ key: `u ${u.axis} ${u.code}`, mark: { kind: 'lost' }, title: u.name, sub: u.text, right: '', state: { text: t('ranking.unreported'), tone: 'bad' } }));
  return [...sites, ...tasks, ...units];
}

/** The rate over the campaign's weeks, or all of them where there are few. */
function trendOf({ series, asOf, rules, words }: Pick<MeetingData, 'series' | 'asOf' | 'rules' | 'words'>, id: string): Trend {
  const indicator = indicatorOf(id);
  const until = series.filter((r) => String(r['as_of']) <= asOf);
  const campaign = until.filter((r) => String(r['as_of']) >= rules.campaign.from);
  const rows = campaign.length > 1 ? campaign : until.slice(-12);
  const from = String(rows[0]?.['as_of'] ?? asOf);
  const slotOf = (day: string): number => Math.round(daysBetween(from, day) / 7);
  const decimals = rules.decimals[id] ?? indicator.decimals;
  const target = rules.targets[id];
  return {
    name: words.indicator(indicator), slots: slotOf(asOf) + 1,
    points: rows.flatMap((r) => {
      const parts = partsFrom(r, id);
      const value = valueOf(indicator, parts);
      const day = String(r['as_of']);
      const shown = show(indicator, parts, decimals);
      return value === null ? [] : [{ slot: slotOf(day), value, label: `${shown.value}${shown.unit}`, parts: shown.parts ?? '', week: isoWeek(day).week }];
    }),
    target: target ? { value: target.value, label: target.by === null ? words.t('meeting.summary.target', { value: target.value }) : words.t('meeting.summary.targetBy', { value: target.value, by: target.by }) } : null,
  };
}

/** Projects that were paid, with the sources, on a screen. */
const PAID_ROWS = 6;

function paid(data: MeetingData, cells: ReturnType<typeof kpiCells>): PaidContent {
  const { words } = data;
  const { t } = words;
  const lines = counters(data.series, data.asOf, words);
  const found = paidBySource(data.series, data.asOf, data.compare, words);
  const indicator = indicatorOf('paid_week');
  const amount = show(indicator, found.total, data.rules.decimals[indicator.id]);
  const [known, kept] = [lines.filter((l) => l.state !== 'unknown'), lines.filter((l) => l.state === 'good')];
  const rows = data.rows('paid');
  const projects = rows && [...new Set(rows.map((r) => text(r, 'project_id')))].map((id) => {
    const own = rows.filter((r) => text(r, 'project_id') === id);
    return { id: id ?? '', own, sum: total(own, 'amount') };
  }).sort((a, b) => b.sum - a.sum);
  const lineText = known.length === 0 ? t('meeting.title.linesUnknown') : t(kept.length === known.length ? 'meeting.title.linesKept' : 'meeting.title.linesBroken', { n: kept.length, d: known.length, broken: known.length - kept.length });
  return {
    kind: 'paid', title: t('meeting.title.paid', { lines: lineText, period: period(data), amount: amount.value === '—' ? '—' : `${amount.value} ${words.unit(amount.unit)}` }),
    lines: lines.map((l) => ({ label: l.label, value: l.shown.value, unit: l.shown.unit === '' ? '' : words.unit(l.shown.unit), state: l.state, indicator: l.indicator, parts: l.parts })),
    total: { label: words.indicator(indicator), value: amount.value, unit: amount.unit === '' ? '' : words.unit(amount.unit), note: '', tone: 'plain', indicator, parts: found.total },
    workers: show(indicatorOf('paid_week_workers'), found.workers).value,
    sources: found.sources, projects: projects && projects.slice(0, PAID_ROWS).map(({ id, own, sum }) => ({ key: id, title: text(own[0]!, 'name') ?? id, sub: own.map((r) => words.value(text(r, 'source'))).join(t('marks.list')), amount: wan(sum) })),
    more: Math.max(0, (projects?.length ?? 0) - PAID_ROWS),
    sentences: cells.filter((c) => !CARDS.includes(c.indicator.id)),
  };
}
