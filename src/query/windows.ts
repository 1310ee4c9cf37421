import type { Scope } from '../model/indicators.ts';
import { addDays, earlierDay } from '../shared/dates.ts';
import { dateLiteral } from './sql.ts';

/** 期间 that clues and inspections are counted over: 本年 · 近期 (the rules' window) · 专项行动 · 全部. */
export const WINDOWS = ['year', 'recent', 'campaign', 'all'] as const;
export type WindowId = (typeof WINDOWS)[number];

/** Before every ledger. */
const EVER = '1900-01-01';

/** A window as days, both inclusive; `from` null: since ever. */
export interface Period {
  readonly id: WindowId;
  readonly from: string | null;
  readonly to: string;
}

/** The days of a window at a snapshot's day; a campaign ends on its own last day. One that begins later has none (`from` after `to`). */
export function periodOf(id: WindowId, asOf: string, rules: { readonly window_weeks: number; readonly campaign: { readonly from: string; readonly to: string } }): Period {
  const from = { year: `${asOf.slice(0, 4)}-01-01`, recent: addDays(asOf, 1 - 7 * rules.window_weeks), campaign: rules.campaign.from, all: null }[id];
  return { id, from, to: id === 'campaign' ? earlierDay(asOf, rules.campaign.to) : asOf };
}

/** `column` lies in the window. */
export const within = (column: string, { from, to }: Period): string => `${from === null ? '' : `${column} >= ${dateLiteral(from)} AND `}${column} <= ${dateLiteral(to)}`;

/**
 * The scope that makes the catalogue's definitions speak of the window instead of their own year, weeks or campaign. What is done or overdue stays as of the snapshot's day: of a window that
 * ended before it, the rows are narrowed with `within`.
 */
export function scopeOf(scope: Scope, { from, to }: Period): Scope {
  const first = from ?? EVER;
  return { ...scope, yearFrom: dateLiteral(first), windowFrom: dateLiteral(addDays(first, -1)), campaignFrom: dateLiteral(first), campaignTo: dateLiteral(to) };
}
