import type { Row } from '../../engine/rows.ts';
import { ITEM_IDS, type ComplianceItem } from '../../model/compliance.ts';

/** An item of 制度落实 on one project. */
export interface ChecklistItem {
  readonly id: string;
  readonly item: ComplianceItem;
  readonly state: 'pass' | 'fail' | 'none';
  readonly done: number | null;
  readonly total: number | null;
  readonly evidence: string | null;
}

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Items in their order; without a row, without a number or with nothing required: not collected. */
export function checklistOf(rows: readonly Row[], items: readonly ComplianceItem[]): readonly ChecklistItem[] {
  const byItem = new Map(rows.map((row) => [String(row['item']), row]));
  return items.map((item) => {
    const row = byItem.get(item);
    const [done, total] = [number(row?.['done']), number(row?.['total'])];
    const collected = done !== null && total !== null && total > 0;
    const evidence = typeof row?.['evidence'] === 'string' && row['evidence'] !== '' ? row['evidence'] : null;
    return { id: ITEM_IDS[item], item, state: !collected ? 'none' : done >= total ? 'pass' : 'fail', done, total, evidence };
  });
}

/** Sums of 落实数 and 应落实数 over the items collected, as 制度落实率 counts them. */
export function inPlace(items: readonly ChecklistItem[]): { readonly n: number; readonly d: number } {
  const collected = items.filter((i) => i.state !== 'none');
  return { n: collected.reduce((sum, i) => sum + i.done!, 0), d: collected.reduce((sum, i) => sum + i.total!, 0) };
}

/** Items that pass ÷ items collected; not collected is left out of both. */
export function passed(items: readonly Pick<ChecklistItem, 'state'>[]): { readonly n: number; readonly d: number } {
  return { n: items.filter((i) => i.state === 'pass').length, d: items.filter((i) => i.state !== 'none').length };
}
