import { indicatorOf } from '../../model/indicators.ts';
import { partsFrom, show } from '../../model/show.ts';
import { GOVERNMENT_KINDS } from '../../model/tables/projects.ts';
import { formatNumber } from '../../shared/format.ts';
import { clearDays } from '../../query/clear-days.ts';
import { type Content, type DeadlineContent, dots, type MeetingData, number, type Row, shortDay, text, wan } from './content.ts';

/** Rows of a list on this screen: three and how many more, or four. */
const shownOf = (rows: readonly Row[]): number => (rows.length > 4 ? 3 : 4);

/** 社会投资 has until 除夕; 政府类 and unknown until 31 December. */
const isOther = (row: Row): boolean => text(row, 'invest_kind') !== null && !(GOVERNMENT_KINDS as readonly string[]).includes(text(row, 'invest_kind')!);

/** 可发 0.2 个月（28.0/133.4 万元）. */
function months({ words: { t }, rules }: MeetingData, row: Row): string {
  const indicator = indicatorOf('account_months');
  const shown = show(indicator, { n: number(row, 'numerator'), d: number(row, 'denominator') }, rules.decimals[indicator.id] ?? indicator.decimals);
  return t('meeting.months', { n: shown.value, parts: shown.parts ?? '—' });
}

/** ⑧ What must close by when, closings per week needed against actual, accounts that will run dry. Nothing where neither is left. */
export function deadlineContents(data: MeetingData): readonly Content[] {
  const { words: { t, unit }, words, clock, asOf, rules } = data;
  const open = data.rows('open') ?? [];
  const dry = data.rows('dry');
  if (open.length + (dry?.length ?? 0) === 0) return [];
  const groups = data.rows('byInvest') ?? [];
  const decimals = rules.decimals['pace'] ?? indicatorOf('pace').decimals;
  const sum = (rows: readonly Row[], id: string): number => rows.reduce((n, r) => n + (partsFrom(r, id).n ?? 0), 0);
  const days = (id: string): number | null => partsFrom(clock, id).n;
  const left = (n: number | null) => ({ text: n === null ? t('kpi.eveUnknown') : n < 0 ? t('meeting.passed', { n: Math.abs(n) }) : t('risks.days', { n }), tone: n !== null && n < 0 ? 'bad' as const : 'strong' as const });
  const of = (id: string, label: string, on: string | null, rows: readonly Row[], n: number | null): DeadlineContent['clocks'][number] => ({
    id, label, on: on ?? '—', days: left(n), open: formatNumber(data.rows('byInvest') === null ? null : sum(rows, 'open_risk')), amount: wan(data.rows('byInvest') === null ? null : sum(rows, 'unpaid_wages')), needed: formatNumber(data.rows('byInvest') === null ? null : sum(rows, 'pace'), decimals),
  });
  const pace = data.rows('pace')?.[0];
  const parts = partsFrom(pace, 'pace');
  const most = Math.max(parts.n ?? 0, parts.d ?? 0);
  const enough = parts.n !== null && parts.d !== null && parts.d >= parts.n;
  const [needed, actual] = [formatNumber(parts.n, decimals), formatNumber(parts.d, decimals)];
  const must = [...open].sort((a, b) => ((text(a, 'clear_by') ?? '9') < (text(b, 'clear_by') ?? '9') ? -1 : (text(a, 'clear_by') ?? '9') > (text(b, 'clear_by') ?? '9') ? 1 : 0));
  const year = days('days_to_clear');
  return [{
    kind: 'deadline',
    title: t(open.length === 0 ? 'meeting.title.deadlineNone' : parts.n === null || parts.d === null ? 'meeting.title.deadlineOnly' : 'meeting.title.deadline', { days: year === null ? '—' : formatNumber(Math.abs(year)), open: open.length, needed, actual, window: rules.window_weeks, dry: dry?.length ?? 0 }),
    clocks: [of('year', t('meeting.clock.year'), clearDays(rules.calendar, asOf).yearEnd, groups.filter((r) => !isOther(r)), year), of('eve', t('meeting.clock.eve'), data.eve, groups.filter(isOther), days('days_to_new_year'))],
    pace: parts.n === null || parts.d === null ? null : {
      needed, actual, neededWidth: most > 0 ? (parts.n / most) * 100 : 0, actualWidth: most > 0 ? (parts.d / most) * 100 : 0, indicator: indicatorOf('pace'), parts,
      verdict: open.length === 0 ? { text: t('meeting.pace.none'), tone: 'good' } : enough ? { text: t('meeting.pace.enough'), tone: 'good' } : { text: t('meeting.pace.short', { by: formatNumber(parts.n - parts.d, decimals) }), tone: 'bad' },
    },
    must: must.slice(0, shownOf(must)).map((r) => ({
      key: text(r, 'project_id') ?? '', mark: { kind: r['grade_now'] === '严重' ? 'severe' : 'general' }, title: text(r, 'name') ?? '', sub: dots(words.value(text(r, 'invest_kind')), data.deptName(text(r, 'dept_code')), text(r, 'leader')),
      right: `${wan(number(r, 'unpaid_wages'))} ${unit('万元')}`, state: { text: t('meeting.clearBy', { on: shortDay(text(r, 'clear_by'), asOf) }), tone: (text(r, 'clear_by') ?? '9') < asOf ? 'bad' : 'plain' },
    })),
    mustMore: Math.max(0, must.length - shownOf(must)),
    dry: dry && dry.slice(0, shownOf(dry)).map((r) => ({
      key: text(r, 'project_id') ?? '', mark: { kind: 'warning', colour: rules.levels[String(r['level']) as keyof typeof rules.levels]?.token ?? '--text-2' }, title: text(r, 'name') ?? '', sub: dots(data.placeName(text(r, 'place_code')), data.deptName(text(r, 'dept_code')), text(r, 'responsible')),
      right: '', state: { text: months(data, r), tone: 'bad' },
    })),
    dryMore: dry ? Math.max(0, dry.length - shownOf(dry)) : 0,
  }];
}
