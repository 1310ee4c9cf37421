import { RETURN_AXES, RETURN_LISTS, type ReturnAxis, type ReturnList } from '../../../query/returns.ts';
import { isIsoDay } from '../../../shared/dates.ts';
import { valuesOf } from '../records/group-code.ts';

/** The list that is open: of a unit, or of a whole axis. */
export interface OpenList {
  readonly list: ReturnList;
  readonly axis: ReturnAxis;
  readonly unit: string | null;
}

export const RETURN_KINDS = valuesOf('returns', 'kind');

/** `kind=2` → 日报; null: all. */
export const kindOf = (code: string | undefined): string | null => RETURN_KINDS[Number(code) - 1] ?? null;
/** `month=2026-10` → its first day; null: the last one assessed. */
export const monthOf = (code: string | undefined): string | null => (code !== undefined && isIsoDay(`${code}-01`) ? `${code}-01` : null);

/** `term=history&who=dept:D11` → the list; null for what is not one. */
export function listOf(term: string | undefined, who: string | undefined): OpenList | null {
  const list = RETURN_LISTS.find((l) => l === term);
  const cut = (who ?? '').indexOf(':');
  const axis = (Object.keys(RETURN_AXES) as ReturnAxis[]).find((a) => a === (who ?? '').slice(0, cut));
  return list && axis ? { list, axis, unit: (who ?? '').slice(cut + 1) || null } : null;
}

/** The inverse of listOf, as page keys. */
export const keysOf = (open: OpenList | null): { readonly term: string; readonly who: string } => (open ? { term: open.list, who: `${open.axis}:${open.unit ?? ''}` } : { term: '', who: '' });
