import type { Row } from '../engine/rows.ts';
import { formatNumber, MISSING, WAN } from '../shared/format.ts';
import { moneyAxis } from './money-axis.ts';

/** 应发 and 实发 of one month, in 元; null: not stated. */
export interface PayrollMonth {
  /** First day of the month. */
  readonly month: string;
  readonly due: number | null;
  readonly paid: number | null;
}

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Months of `payroll` rows, oldest first; at most the last `most`. */
export const payrollMonths = (rows: readonly Row[], most: number = rows.length): readonly PayrollMonth[] =>
  [...rows].map((row) => ({ month: String(row['month']), due: number(row['wages_due']), paid: number(row['wages_paid']) })).sort((a, b) => (a.month < b.month ? -1 : 1)).slice(-most || rows.length);

/** 元 still owed of a month; null where either amount is not stated. */
export const owedOf = ({ due, paid }: PayrollMonth): number | null => (due === null || paid === null ? null : Math.max(0, due - paid));

/** A bar as drawn: hollow to `dueTop`, filled to `paidTop`. */
export interface PayrollBar {
  readonly month: string;
  readonly x: number;
  readonly width: number;
  readonly middle: number;
  /** null: not stated, nothing is drawn. */
  readonly dueTop: number | null;
  readonly paidTop: number | null;
  /** 万元 over the bar: what is owed where something is, else what was due. */
  readonly label: string;
  readonly owed: boolean;
  readonly labelY: number;
}

export interface PayrollPicture {
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly bars: readonly PayrollBar[];
}

/** Bars of 应发 and 实发 in a box, the last months that its labels have room for; `font` is the size of its text in px. */
export function payrollPicture(given: readonly PayrollMonth[], { width, height }: { readonly width: number; readonly height: number }, font = 12): PayrollPicture {
  const months = given.slice(-Math.max(3, Math.floor((width - font * 4) / (font * 4.2))));
  const axis = moneyAxis(Math.max(0, ...months.flatMap((m) => [m.due ?? 0, m.paid ?? 0])));
  const left = font * 3.4;
  const right = width - font * 0.5;
  const top = font * 2.2;
  const base = height - font * 2;
  const y = (value: number): number => base - ((base - top) * value) / axis.top;
  const slot = (right - left) / Math.max(1, months.length);
  const bar = Math.min(font * 4, slot * 0.68);
  return {
    left, right, base, ticks: axis.ticks.map((t) => ({ y: y(t.value), text: t.text })),
    bars: months.map((m, i) => {
      const owed = owedOf(m);
      const middle = left + slot * (i + 0.5);
      return {
        month: m.month, middle, x: middle - bar / 2, width: bar, dueTop: m.due === null ? null : y(m.due), paidTop: m.paid === null ? null : y(m.paid),
        owed: owed !== null && owed > 0, label: owed !== null && owed > 0 ? formatNumber(owed, 1, WAN) : m.due === null ? MISSING : formatNumber(m.due, 1, WAN),
        labelY: y(Math.max(m.due ?? 0, m.paid ?? 0)) - font * 0.5,
      };
    }),
  };
}
