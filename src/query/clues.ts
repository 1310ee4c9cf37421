import type { FilterState } from '../model/filters.ts';
import type { Indicator, Scope } from '../model/indicators.ts';
import { indicatorOf } from '../model/indicators.ts';
import { CLUE_WORK_INDICATORS } from '../model/indicators/clue-work.ts';
import type { Question } from './ask.ts';
import { FACTS } from './facts.ts';
import { predicate } from './predicate.ts';
import { recordsQuestion } from './records.ts';
import { literal } from './sql.ts';
import { scopeOf, within, type Period } from './windows.ts';

/** Axes the clues are counted by; the first is the default. */
export const CLUE_AXES = ['channel', 'place', 'dept', 'month'] as const;
export type ClueAxis = (typeof CLUE_AXES)[number];

const work = new Map(CLUE_WORK_INDICATORS.map((i) => [i.id, i]));
/** A measure of the page: of the catalogue, or the page's own. */
export const clueMeasure = (id: string): Indicator => work.get(id) ?? indicatorOf(id);

/** The day that puts a clue into a period, by measure; the others go by 受理日期. */
const DATED: Readonly<Record<string, string>> = { clue_on_time_rate: 'due_on', clues_referred: 'referred_on' };
export const clueDay = (id: string): string => DATED[id] ?? 'received_on';

/** Columns of the table by channel, place, department and month. */
export const GROUP_MEASURES = ['clues_received', 'clue_replied_rate', 'clue_verified_rate', 'clue_close_rate', 'clue_on_time_rate', 'verified_clear_rate', 'clues_open'] as const;
/** What stands above it and in the cards beside. */
export const CLUE_MEASURES = [...GROUP_MEASURES, 'reply_rate', 'three_checked_rate', 'group_rate', 'clues_referred', 'clues_legal_aid', 'supervised_close_rate', 'industry_share', 'per_head'] as const;
export const EVENT_MEASURES = ['events_count', 'events_people', 'events_escalated_rate', 'events_late_rate'] as const;

/** The tab's state as far as its numbers depend on it. */
export interface CluesAsk {
  readonly period: Period;
  readonly axis: ClueAxis;
  readonly filters: FilterState;
  readonly scope: Scope;
  readonly tables: ReadonlySet<string>;
}

const CASES = FACTS.cases.from('', () => true);
const EVENTS = '(SELECT e.* EXCLUDE (place_code), coalesce(e.place_code, p.place_code) AS place_code, p.dept_code, p.name FROM events e LEFT JOIN projects p USING (project_id))';
/** Only 属地 and 主管部门 act on clues. */
const narrowed = (filters: FilterState): string => predicate(filters, ['area', 'dept']) ?? 'TRUE';
const monthOf = (day: string): string => `left(CAST(${day} AS VARCHAR), 7)`;

/** n and d of measures over the period, as columns `<id>_n`, `<id>_d`. */
function sums(ids: readonly string[], { scope, period }: Pick<CluesAsk, 'scope' | 'period'>, day: (id: string) => string): string[] {
  const at = scopeOf(scope, period);
  return ids.map(clueMeasure).flatMap((i) => (['n', 'd'] as const).filter((part) => i[part].length > 0).map((part) =>
    `CAST(coalesce(sum(CASE WHEN ${within(day(i.id), period)} THEN ${i[part].map((p) => p.sql(at)).join(' + ')} ELSE 0 END), 0) AS ${part === 'n' ? i.nType : i.dType}) AS ${i.id}_${part}`));
}

const KEYS = { channel: 'channel', place: 'place_code', dept: 'dept_code' } as const;

function groupsSql(ask: CluesAsk): string {
  const where = narrowed(ask.filters);
  if (ask.axis !== 'month') {
    const key = KEYS[ask.axis];
    return `SELECT ${key} AS key, ${sums(GROUP_MEASURES, ask, clueDay).join(',\n  ')}\nFROM ${CASES}\nWHERE ${where}\nGROUP BY key\nORDER BY key NULLS LAST`;
  }
  const scans = [...new Set(GROUP_MEASURES.map(clueDay))].map((day) => {
    const ids = GROUP_MEASURES.filter((id) => clueDay(id) === day);
    return `SELECT ${monthOf(day)} AS key, ${sums(ids, ask, clueDay).join(', ')} FROM ${CASES} WHERE ${where} AND ${within(day, ask.period)} GROUP BY key`;
  });
  const columns = GROUP_MEASURES.map(clueMeasure).flatMap((i) => [`${i.id}_n`, ...(i.d.length > 0 ? [`${i.id}_d`] : [])]);
  return `SELECT key, ${columns.map((c) => `CAST(coalesce(sum(${c}), 0) AS BIGINT) AS ${c}`).join(', ')}\nFROM (${scans.join('\nUNION ALL BY NAME\n')})\nGROUP BY key\nORDER BY key`;
}

const CLOCK_LIMIT = 2_000;
const isOpen = (asOf: string): string => `received_on <= ${asOf} AND (closed_on IS NULL OR closed_on > ${asOf})`;

/** Clues not closed on the day, whatever the period: their clocks run. Those due first come first. */
const openSql = ({ filters, scope }: CluesAsk): string => `SELECT c.case_id, c.project_id, p.name, c.place_code, c.dept_code, c.channel, c.received_on, c.replied_on, c.due_on, c.filed_on, c.group_event, c.supervised
FROM (SELECT * FROM cases WHERE ${isOpen(scope.asOf)} AND ${narrowed(filters)}) c LEFT JOIN projects p ON p.project_id = c.project_id
ORDER BY least(c.due_on, c.filed_on + 84) NULLS LAST, c.case_id
LIMIT ${CLOCK_LIMIT}`;

const industriesSql = ({ filters, period }: CluesAsk): string => `SELECT industry AS key, CAST(count(*) AS BIGINT) AS clues, CAST(coalesce(sum(workers), 0) AS BIGINT) AS people
FROM cases
WHERE ${narrowed(filters)} AND ${within('received_on', period)}
GROUP BY industry
ORDER BY people DESC, industry NULLS LAST`;

const eventsSql = ({ filters, period }: CluesAsk): string => `SELECT event_id, project_id, name, place_code, happened_on, stage, kind, people, escalated, judged_minutes, late_report, result
FROM ${EVENTS}
WHERE ${narrowed(filters)} AND ${within('happened_on', period)}
ORDER BY CASE stage WHEN '紧急' THEN 0 WHEN '前兆' THEN 1 WHEN '谈判' THEN 2 WHEN '解除' THEN 4 ELSE 3 END, happened_on DESC, event_id
LIMIT 500`;

export type CluesQuestion = 'summary' | 'groups' | 'open' | 'industries' | 'events' | 'incidents';

/** Everything the tab shows, as one batch. A question whose table the snapshot lacks is left out: 未导入. */
export function cluesQuestions(ask: CluesAsk): Readonly<Partial<Record<CluesQuestion, Question>>> {
  const where = narrowed(ask.filters);
  return {
    ...(ask.tables.has('cases') ? {
      summary: { sql: `SELECT ${sums(CLUE_MEASURES, ask, clueDay).join(',\n  ')}\nFROM ${CASES}\nWHERE ${where}`, tables: ['cases'] },
      groups: { sql: groupsSql(ask), tables: ['cases'] },
      open: { sql: openSql(ask), tables: ['cases', 'projects'] },
      industries: { sql: industriesSql(ask), tables: ['cases'] },
    } : {}),
    ...(ask.tables.has('events') ? {
      incidents: { sql: `SELECT ${sums(EVENT_MEASURES, ask, () => 'happened_on').join(', ')}\nFROM ${EVENTS}\nWHERE ${where}`, tables: ['events', 'projects'] },
      events: { sql: eventsSql(ask), tables: ['events', 'projects'] },
    } : {}),
  };
}

/** Which list: the rows behind n or d of a measure, of one group or all. */
export interface ClueListAsk extends Omit<CluesAsk, 'axis' | 'tables'> {
  readonly measure: string;
  readonly part: 'n' | 'd';
  /** null: all; its key null: 未填. */
  readonly group: { readonly axis: ClueAxis | 'industry'; readonly key: string | null } | null;
}

/** Columns of a list of clues and of incidents, in order. */
export const CLUE_COLUMNS = ['name', 'place_code', 'dept_code', 'channel', 'received_on', 'replied_on', 'due_on', 'filed_on', 'closed_on', 'verified', 'three_checked', 'workers', 'amount', 'industry', 'conclusion', 'case_id'] as const;
export const EVENT_COLUMNS = ['name', 'place_code', 'happened_on', 'stage', 'kind', 'people', 'escalated', 'late_report', 'judged_minutes', 'result', 'event_id'] as const;

function groupTerm({ axis, key }: NonNullable<ClueListAsk['group']>, day: string): string {
  const column = axis === 'month' ? monthOf(day) : axis === 'industry' ? 'industry' : KEYS[axis];
  return key === null ? `${column} IS NULL` : `${column} = ${literal(key)}`;
}

/** The clues (or incidents) that count in a figure; those still open first. */
export function clueList({ measure, part, group, period, filters, scope }: ClueListAsk): Question {
  const i = clueMeasure(measure);
  const at = scopeOf(scope, period);
  const counted = i[part].map((p) => p.sql(at)).join(' + ');
  const incident = i.n[0]?.fact === 'events';
  const day = incident ? 'happened_on' : clueDay(measure);
  const where = [narrowed(filters), within(day, period), group ? groupTerm(group, day) : null];
  return incident
    ? recordsQuestion({ relation: EVENTS, columns: ['project_id', ...EVENT_COLUMNS], counted, where, order: 'happened_on DESC, event_id', tables: ['events', 'projects'] })
    : recordsQuestion({
      relation: '(SELECT c.*, p.name FROM cases c LEFT JOIN (SELECT project_id, name FROM projects) p USING (project_id))', columns: ['project_id', ...CLUE_COLUMNS], counted, where,
      order: 'closed_on IS NOT NULL, due_on NULLS LAST, case_id', tables: ['cases', 'projects'],
    });
}
