import type { Scope } from '../model/indicators.ts';
import { addDays } from '../shared/dates.ts';
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

/** The days of a window at a snapshot's day. A campaign that begins later has none (`from` after `to`). */
export function periodOf(id: WindowId, asOf: string, rules: { readonly window_weeks: number; readonly campaign: { readonly from: string } }): Period {
  const from = { year: `${asOf.slice(0, 4)}-01-01`, recent: addDays(asOf, 1 - 7 * rules.window_weeks), campaign: rules.campaign.from, all: null }[id];
  return { id, from, to: asOf };
}

/** `column` lies in the window. */
export const within = (column: string, { from, to }: Period): string => `${from === null ? '' : `${column} >= ${dateLiteral(from)} AND `}${column} <= ${dateLiteral(to)}`;

/** The scope that makes the catalogue's definitions speak of the window instead of their own year, weeks or campaign. */
export function scopeOf(scope: Scope, { from, to }: Period): Scope {
  const first = from ?? EVER;
  return { ...scope, asOf: dateLiteral(to), yearFrom: dateLiteral(first), windowFrom: dateLiteral(addDays(first, -1)), campaignFrom: dateLiteral(first) };
}
