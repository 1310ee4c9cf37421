import type { XlsxSheet } from '../../export/xlsx.ts';
import { cellText, cellValue, columnTitle, type TableModel } from '../../model/table-model.ts';
import { WAN } from '../../shared/format.ts';
import { type AccountUnit, addFigures, balanceOf, type Figures, type TERMS, type TermId, termsOf } from './account-model.ts';
import type { Change } from './changes-model.ts';
import type { Mover } from './movers-model.ts';
import { FLOW_GRADES, gradeAccount, type WeekStep } from './weeks-model.ts';

type Both<T> = Readonly<Record<AccountUnit, T>>;
type Cell = string | number | null;

/** What the workbook is made of: the account in projects and in cents, whichever is on screen. */
export interface AccountFile {
  /** First lines of the first sheet; the other sheets have `about`. */
  readonly head: readonly string[];
  readonly about: string;
  readonly from: string;
  readonly totals: Both<Figures>;
  readonly steps: Both<readonly WeekStep[]>;
  /** Weeks from the beginning on; day null: not published. */
  readonly slots: readonly { readonly week: number; readonly day: string | null }[];
  readonly axes: readonly { readonly name: string; readonly units: readonly { readonly name: string; readonly figures: Both<Figures> }[] }[];
  /** 期初存量销号率 as printed. */
  readonly rate: (grade: string | null) => string;
  /** The projects with an account, and the same as printed. */
  readonly movers: readonly Mover[];
  readonly list: TableModel;
  /** Why the list is not whole; null: it is. */
  readonly cut: string | null;
  /** Of every project that differs; null: not known. */
  readonly changes: readonly { readonly id: string; readonly name: string; readonly list: readonly Change[] }[] | null;
  readonly changesCut: string | null;
}

/** Words of the workbook. */
export interface FileWords {
  readonly t: (key: string, named?: Record<string, unknown>) => string;
  readonly value: (text: string) => string;
  readonly fieldTitle: (field: string) => string;
  readonly week: (day: string) => number;
}

const UNITS = ['projects', 'money'] as const;
const CENTS = WAN * 100;
const DECIMALS: Both<number> = { projects: 0, money: 1 };
/** What leaves is negative: opening and steps add up to the closing. */
const amount = (value: number, unit: AccountUnit, sign: number): number => (value === 0 ? 0 : (sign < 0 ? -value : value) / (unit === 'money' ? CENTS : 1));
const unitOf = (unit: AccountUnit, t: FileWords['t']): string => t(unit === 'money' ? 'flow.wan' : 'flow.count');
const named = (title: string, unit: AccountUnit, t: FileWords['t']): string => columnTitle({ key: '', title, unit: unitOf(unit, t) });
const check = (even: boolean, t: FileWords['t']): string => t(even ? 'flow.weekly.even' : 'flow.weekly.odd');
const termTitle = (id: TermId, unit: AccountUnit, t: FileWords['t']): string => (unit === 'money' && id === 'closed' ? t('flow.moneyTerms.closed') : t(`flow.terms.${id}`));

/** The equation, whole and within the grades, term by term. */
function equationSheet({ head, totals, steps, rate }: AccountFile, { t }: FileWords): XlsxSheet {
  const groups = UNITS.flatMap((unit) => [null, ...FLOW_GRADES].map((grade) => ({ unit, grade, own: grade === null ? null : gradeAccount(steps[unit], grade) })));
  const terms = termsOf('money', totals.projects, totals.money);
  const line = ({ id, sign }: (typeof TERMS)[number]): Cell[] => [t(`flow.terms.${id}`), ...groups.map(({ unit, own }) => (unit === 'projects' && (id === 'grown' || id === 'part_paid') ? null : amount((own?.figures ?? totals[unit])[id], unit, sign)))];
  const moved = (id: 'upgraded' | 'downgraded'): Cell[] => [t(`flow.weekly.${id}`), ...groups.map(({ unit, grade, own }) => {
    if (!own) return 0;
    return (grade === '严重') === (id === 'upgraded') ? amount(own.movedIn, unit, 1) : amount(own.movedOut, unit, -1);
  })];
  const out = terms.findIndex((term) => term.sign < 0);
  return {
    name: t('flow.file.equation'), head,
    columns: [{ title: t('flow.file.term'), width: 18 }, ...groups.map(({ unit, grade }) => ({ title: named(grade === null ? t('flow.weekly.total') : t(`flow.states.${grade}`), unit, t), width: 14, decimals: DECIMALS[unit] }))],
    rows: [
      ...terms.slice(0, out).map(line), moved('upgraded'), moved('downgraded'), ...terms.slice(out).map(line),
      [t('flow.weekly.check'), ...groups.map(({ unit, own }) => check(own ? own.balanced : balanceOf(totals[unit], unit).balanced, t))],
      [t('flow.rate'), rate(null), ...FLOW_GRADES.map(rate)],
    ],
  };
}

/** Headings and cells of terms side by side, in projects and in money, each unit with its check. */
function wide(totals: Both<Figures>, shown: Both<readonly Figures[]>, { t }: FileWords) {
  const parts = UNITS.map((unit) => ({ unit, terms: termsOf(unit, totals[unit], ...shown[unit]) }));
  return {
    columns: parts.flatMap(({ unit, terms }) => [...terms.map(({ id }) => ({ title: named(termTitle(id, unit, t), unit, t), width: 13, decimals: DECIMALS[unit] })), { title: t('flow.weekly.check'), width: 6 }]),
    cells: (own: Both<Figures>, even: Both<boolean>): Cell[] => parts.flatMap(({ unit, terms }) => [...terms.map(({ id, sign }) => amount(own[unit][id], unit, sign)), check(even[unit], t)]),
  };
}
const both = <T>(of: (unit: AccountUnit) => T): Both<T> => ({ projects: of('projects'), money: of('money') });
const even = (own: Both<Figures>): Both<boolean> => both((unit) => balanceOf(own[unit], unit).balanced);

/** The account of every unit of one axis, and the total. */
function axisSheet(file: AccountFile, { name, units }: AccountFile['axes'][number], words: FileWords): XlsxSheet {
  const { columns, cells } = wide(file.totals, { projects: [], money: [] }, words);
  const sum = both((unit) => addFigures(units.map((u) => u.figures[unit])));
  const adds = both((unit) => balanceOf(file.totals[unit], unit).balanced && termsOf(unit, file.totals[unit]).every(({ id }) => sum[unit][id] === file.totals[unit][id]));
  return { name, head: [file.about], columns: [{ title: name, width: 20 }, ...columns], rows: [...units.map((u) => [u.name, ...cells(u.figures, even(u.figures))]), [words.t('flow.axis.total'), ...cells(sum, adds)]] };
}

/** The chain: every step with its opening, what came and went, and its closing. */
function weeksSheet(file: AccountFile, words: FileWords): XlsxSheet {
  const { t } = words;
  const { columns, cells } = wide(file.totals, both((unit) => file.steps[unit].map((s) => s.total)), words);
  const at = both((unit) => new Map(file.steps[unit].map((s) => [s.day, s])));
  const row = ({ week, day }: AccountFile['slots'][number]): Cell[] => {
    const [projects, money] = [at.projects.get(day ?? ''), at.money.get(day ?? '')];
    return projects && money ? [t('flow.week', { n: week }), day, ...cells({ projects: projects.total, money: money.total }, { projects: projects.balanced, money: money.balanced })] : [t('flow.week', { n: week }), t('trend.unpublished')];
  };
  return { name: t('flow.weekly.title'), head: [file.about], columns: [{ title: t('trend.column.week'), width: 10 }, { title: t('trend.column.day'), width: 12 }, ...columns], rows: file.slots.slice(1).map(row) };
}

const WIDTHS: Readonly<Record<string, number>> = { name: 32, grade: 22, history: 30, evidence: 24, changes: 60 };
/** The projects of the account, as the list on screen with every project. */
function listSheet({ about, list, cut }: AccountFile, { t }: FileWords): XlsxSheet {
  const cellOf = (column: TableModel['columns'][number], row: TableModel['rows'][number]): Cell => {
    const value = cellValue(column, row);
    return typeof value === 'number' ? value : cellText(column, row);
  };
  return {
    name: t('flow.list.title'), head: cut === null ? [about] : [about, cut],
    columns: [{ title: t('flow.file.id'), width: 12 }, ...list.columns.map((c) => ({ title: columnTitle(c), width: WIDTHS[c.key] ?? 14, decimals: c.decimals }))],
    rows: list.rows.map((row) => [String(row['id']), ...list.columns.map((c) => cellOf(c, row))]),
  };
}

/** Every step that counts in a figure: a filter on week and 变动 gives the list behind it. */
function stepsSheet({ about, movers, from, cut }: AccountFile, { t, value, week }: FileWords): XlsxSheet {
  const wan = (yuan: number | null): number | null => (yuan === null ? null : yuan / WAN);
  const grade = (of: string | null): string | null => (of === null ? null : value(of));
  const side = (key: 'beforeColumn' | 'afterColumn', what: string): string => `${what} ${t(`flow.list.${key}`)}`;
  const money = { width: 14, decimals: 1 };
  const unpaid = t('flow.list.stepMoney');
  const rows = movers.flatMap((m) => m.steps.filter((s) => s.day > from && (s.event !== '延续' || s.gradeBefore !== s.gradeAfter || s.unpaidBefore !== s.unpaidAfter)).map((s) => ({ m, s })));
  rows.sort((a, b) => (a.s.day < b.s.day ? -1 : a.s.day > b.s.day ? 1 : 0));
  return {
    name: t('flow.list.steps'), head: cut === null ? [about] : [about, cut],
    columns: [
      { title: t('trend.column.week'), width: 10 }, { title: t('trend.column.day'), width: 12 }, { title: t('flow.file.id'), width: 12 }, { title: t('flow.list.name'), width: 32 }, { title: t('flow.list.stepEvent'), width: 10 },
      ...(['beforeColumn', 'afterColumn'] as const).map((key) => ({ title: side(key, t('flow.list.stepGrade')), width: 12 })), ...(['beforeColumn', 'afterColumn'] as const).map((key) => ({ title: named(side(key, unpaid), 'money', t), ...money })),
    ],
    rows: rows.map(({ m, s }) => [t('flow.week', { n: week(s.day) }), s.day, m.id, m.name, value(s.event), grade(s.gradeBefore), grade(s.gradeAfter), wan(s.unpaidBefore), wan(s.unpaidAfter)]),
  };
}

/** Field by field: one row per change. */
function changesSheet({ about, changes, changesCut }: AccountFile, { t, fieldTitle }: FileWords): XlsxSheet {
  return {
    name: t('flow.file.changes'), head: [about, ...(changes === null ? [t('flow.noFrom')] : changesCut === null ? [] : [changesCut])],
    columns: [{ title: t('flow.file.id'), width: 12 }, { title: t('flow.list.name'), width: 32 }, { title: t('flow.list.fieldColumn'), width: 22 }, { title: t('flow.list.beforeColumn'), width: 30 }, { title: t('flow.list.afterColumn'), width: 30 }],
    rows: (changes ?? []).flatMap(({ id, name, list }) => list.map((c) => [id, name, fieldTitle(c.field), c.before, c.after])),
  };
}

/** 销号账 as a workbook: the equation, each axis by itself, the weeks, the projects, their steps, and what changed field by field. */
export const accountSheets = (file: AccountFile, words: FileWords): readonly XlsxSheet[] => [
  equationSheet(file, words), ...file.axes.map((axis) => axisSheet(file, axis, words)), weeksSheet(file, words), listSheet(file, words), stepsSheet(file, words), changesSheet(file, words),
];
