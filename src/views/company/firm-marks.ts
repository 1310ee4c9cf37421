import type { Row } from '../../engine/rows.ts';
import type { WarningRule } from '../../model/rules.ts';

/** 欠薪次数 from which a firm is marked, by the county's rule; null: the rule is off. */
export function repeatLimit(rules: readonly WarningRule[]): number | null {
  const rule = rules.find((r) => r.test === 'repeat_arrears' && r.enabled);
  return rule?.test === 'repeat_arrears' ? rule.params.times : null;
}

/** What a firm is marked for: times in arrears at or over the limit, and 失信名单 on the day; null: nothing. */
export function firmMark(row: Row, limit: number | null, asOf: string): { readonly times: number | null; readonly until: string | null } | null {
  const times = typeof row['times_in_arrears'] === 'number' && limit !== null && row['times_in_arrears'] >= limit ? row['times_in_arrears'] : null;
  const [from, until] = [row['listed_on'], row['listed_until']];
  const listed = typeof from === 'string' && from <= asOf && (typeof until !== 'string' || until >= asOf);
  return times === null && !listed ? null : { times, until: listed ? (typeof until === 'string' ? until : '—') : null };
}

/** Competition rank of `mine` among `all` (the more, the nearer to 1); null where it is unknown. */
export function rankAmong(mine: number | null, all: readonly number[]): { readonly rank: number; readonly tied: boolean; readonly of: number } | null {
  if (mine === null) return null;
  return { rank: 1 + all.filter((v) => v > mine).length, tied: all.filter((v) => v === mine).length > 1, of: all.length };
}
