import type { XlsxSheet } from '../../export/xlsx.ts';
import { type AccountFile, type Cell, figureColumn, type FileWords } from './account-file.ts';
import { changesSheet, listSheet, stepsSheet } from './account-list-sheets.ts';
import { ACCOUNT_UNITS, type AccountUnit, addFigures, balanceOf, type Figures, type InUnits, inUnits, PRINTED, type TERMS, termKey, termsOf } from './account-model.ts';
import { FLOW_GRADES, gradeAccount } from './weeks-model.ts';

/** What leaves is negative: opening and steps add up to the closing. */
const amount = (value: number, unit: AccountUnit, sign: number): number => (value === 0 ? 0 : (sign < 0 ? -value : value) / PRINTED[unit].per);
const check = (even: boolean, t: FileWords['t']): string => t(even ? 'flow.weekly.even' : 'flow.weekly.odd');

/** The equation, whole and within the grades, term by term. */
function equationSheet({ head, totals, steps, rate }: AccountFile, { t }: FileWords): XlsxSheet {
  const groups = ACCOUNT_UNITS.flatMap((unit) => [null, ...FLOW_GRADES].map((grade) => ({ unit, grade, own: grade === null ? null : gradeAccount(steps[unit], grade) })));
  const terms = termsOf('money', totals.projects, totals.money);
  const line = ({ id, sign }: (typeof TERMS)[number]): Cell[] => [t(`flow.terms.${id}`), ...groups.map(({ unit, own }) => (unit === 'projects' && (id === 'grown' || id === 'part_paid') ? null : amount((own?.figures ?? totals[unit])[id], unit, sign)))];
  const moved = (id: 'upgraded' | 'downgraded'): Cell[] => [t(`flow.weekly.${id}`), ...groups.map(({ unit, grade, own }) => {
    if (!own) return 0;
    return (grade === '严重') === (id === 'upgraded') ? amount(own.movedIn, unit, 1) : amount(own.movedOut, unit, -1);
  })];
  const out = terms.findIndex((term) => term.sign < 0);
  return {
    name: t('flow.file.equation'), head,
    columns: [{ title: t('flow.file.term'), width: 18 }, ...groups.map(({ unit, grade }) => figureColumn(grade === null ? t('flow.weekly.total') : t(`flow.states.${grade}`), unit, 14, t))],
    rows: [
      ...terms.slice(0, out).map(line), moved('upgraded'), moved('downgraded'), ...terms.slice(out).map(line),
      [t('flow.weekly.check'), ...groups.map(({ unit, own }) => check(own ? own.balanced : balanceOf(totals[unit], unit).balanced, t))],
      [t('flow.rate'), rate(null), ...FLOW_GRADES.map(rate)],
    ],
  };
}

/** Headings and cells of terms side by side, in projects and in money, each unit with its check. */
function wide(totals: InUnits<Figures>, shown: InUnits<readonly Figures[]>, { t }: FileWords) {
  const parts = ACCOUNT_UNITS.map((unit) => ({ unit, terms: termsOf(unit, totals[unit], ...shown[unit]) }));
  return {
    columns: parts.flatMap(({ unit, terms }) => [...terms.map(({ id }) => figureColumn(t(termKey(id, unit)), unit, 13, t)), { title: t('flow.weekly.check'), width: 6 }]),
    cells: (own: InUnits<Figures>, even: InUnits<boolean>): Cell[] => parts.flatMap(({ unit, terms }) => [...terms.map(({ id, sign }) => amount(own[unit][id], unit, sign)), check(even[unit], t)]),
  };
}
const even = (own: InUnits<Figures>): InUnits<boolean> => inUnits((unit) => balanceOf(own[unit], unit).balanced);

/** The account of every unit of one axis, and the total. */
function axisSheet(file: AccountFile, { name, units }: AccountFile['axes'][number], words: FileWords): XlsxSheet {
  const { columns, cells } = wide(file.totals, { projects: [], money: [] }, words);
  const sum = inUnits((unit) => addFigures(units.map((u) => u.figures[unit])));
  const adds = inUnits((unit) => balanceOf(file.totals[unit], unit).balanced && termsOf(unit, file.totals[unit]).every(({ id }) => sum[unit][id] === file.totals[unit][id]));
  return { name, head: [file.about], columns: [{ title: name, width: 20 }, ...columns], rows: [...units.map((u) => [u.name, ...cells(u.figures, even(u.figures))]), [words.t('flow.axis.total'), ...cells(sum, adds)]] };
}

/** The chain: every step with its opening, what came and went, and its closing. */
function weeksSheet(file: AccountFile, words: FileWords): XlsxSheet {
  const { t } = words;
  const { columns, cells } = wide(file.totals, inUnits((unit) => file.steps[unit].map((s) => s.total)), words);
  const at = inUnits((unit) => new Map(file.steps[unit].map((s) => [s.day, s])));
  const row = ({ week, day }: AccountFile['slots'][number]): Cell[] => {
    const [projects, money] = [at.projects.get(day ?? ''), at.money.get(day ?? '')];
    return projects && money ? [t('flow.week', { n: week }), day, ...cells({ projects: projects.total, money: money.total }, { projects: projects.balanced, money: money.balanced })] : [t('flow.week', { n: week }), t('trend.unpublished')];
  };
  return { name: t('flow.weekly.title'), head: [file.about], columns: [{ title: t('trend.column.week'), width: 10 }, { title: t('trend.column.day'), width: 12 }, ...columns], rows: file.slots.slice(1).map(row) };
}

/** 销号账 as a workbook: the equation, each axis by itself, the weeks, the projects, their steps, and what changed field by field. */
export const accountSheets = (file: AccountFile, words: FileWords): readonly XlsxSheet[] => [
  equationSheet(file, words), ...file.axes.map((axis) => axisSheet(file, axis, words)), weeksSheet(file, words), listSheet(file, words), stepsSheet(file, words), changesSheet(file, words),
];
