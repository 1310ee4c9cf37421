import type { Words } from '../../../composables/use-words.ts';
import type { Rules } from '../../../model/rules.ts';
import type { TableModel } from '../../../model/table-model.ts';
import { unpublishedYears } from '../../../query/clocks.ts';
import { caseRule, type Clock } from './clocks-model.ts';

interface Names {
  readonly place: (code: string | null) => string;
  readonly dept: (code: string | null) => string;
}
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** 剩 13 工作日 · 超 9 天 · 今日到期. */
export function leftText({ left, workdays }: Pick<Clock, 'left' | 'workdays'>, { t }: Pick<Words, 't'>): string {
  if (left === 0) return t('clues.today');
  const unit = t(workdays ? 'clues.workdays' : 'clues.days');
  return t(left < 0 ? 'clues.over' : 'clues.left', { n: Math.abs(left), unit });
}

/** The rule of a clock: its article with the limit, the county's limit, or the ledger's date. */
export function ruleText({ kind, limit, article }: Clock, { t }: Pick<Words, 't'>): string {
  if (kind === 'investigation') return t('clues.rules.investigation', { article: article ?? '', n: limit });
  return kind === 'due' ? t('clues.rules.due') : t('clues.rules.county', { n: limit });
}

/** What is said under the clocks: the law's limit, limits not set, holidays not published. */
export function clockNotes(rules: Pick<Rules, 'warnings' | 'limits' | 'calendar'>, asOf: string, { t }: Pick<Words, 't'>): readonly string[] {
  const law = caseRule(rules);
  const { reply_days: reply, handling_days: handling } = rules.limits;
  const days = (n: number | null): string => (n === null ? t('clues.unset') : t('clues.limit', { n }));
  const unknown = unpublishedYears(rules.calendar, asOf);
  return [
    law ? t('clues.lawNote', { article: law.article, n: law.limit, more: law.extension }) : t('clues.noLaw'),
    t('clues.countyNote', { reply: days(reply), handling: days(handling) }),
    ...(unknown.length > 0 ? [t('clues.calendarNote', { years: unknown.join(t('marks.list')) })] : []),
  ];
}

/** The clocks as a table: the twin and the CSV. */
export function clockTable(clocks: readonly Clock[], words: Words, names: Names): TableModel {
  const { t } = words;
  return {
    rowKey: 'id',
    columns: [
      { key: 'case_id', title: t('clues.columns.clue') }, { key: 'name', title: t('clues.columns.project'), width: '180px' }, { key: 'place', title: words.dimension('place') }, { key: 'dept', title: words.dimension('dept') },
      { key: 'kind', title: t('clues.columns.clock') }, { key: 'start', title: t('clues.columns.start') }, { key: 'end', title: t('clues.columns.end') }, { key: 'left', title: t('clues.columns.left'), align: 'right', format: (_, row) => String(row['said']) },
      { key: 'unit', title: t('clues.columns.unit') }, { key: 'extended', title: t('clues.columns.extended') }, { key: 'rule', title: t('clues.columns.rule') },
    ],
    rows: clocks.map((c) => ({
      id: c.id, case_id: text(c.row['case_id']), name: text(c.row['name']), place: names.place(text(c.row['place_code'])), dept: names.dept(text(c.row['dept_code'])), kind: t(`clues.kinds.${c.kind}`), start: c.start, end: c.end,
      left: c.left, said: leftText(c, words), unit: t(c.workdays ? 'clues.workdays' : 'clues.days'), extended: c.extended, rule: ruleText(c, words),
    })),
  };
}
