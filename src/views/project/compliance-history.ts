import type { Row } from '../../engine/rows.ts';
import { COMPLIANCE_ITEMS, EIGHT, type ComplianceItem } from '../../model/compliance.ts';
import { checklistOf, type ChecklistItem } from './checklist.ts';

/** An item over the published weeks; null: that week's table is missing or not readable. */
export interface ItemHistory {
  readonly item: ComplianceItem;
  readonly weeks: readonly { readonly asOf: string; readonly state: ChecklistItem | null }[];
}

const ITEMS: readonly ComplianceItem[] = [...EIGHT, ...(Object.keys(COMPLIANCE_ITEMS) as ComplianceItem[]).filter((item) => !EIGHT.includes(item))];

/** Items collected in any week, the 八个100% first; `rowsOf` gives a week's rows, null where there are none to be had. */
export function complianceWeeks(days: readonly string[], rowsOf: (day: string) => readonly Row[] | null): readonly ItemHistory[] {
  const lists = days.map((asOf) => {
    const rows = rowsOf(asOf);
    return { asOf, items: rows === null ? null : checklistOf(rows, ITEMS) };
  });
  return ITEMS.map((item, i) => ({ item, weeks: lists.map(({ asOf, items }) => ({ asOf, state: items?.[i] ?? null })) })).filter(({ weeks }) => weeks.some((w) => w.state !== null && w.state.state !== 'none'));
}
