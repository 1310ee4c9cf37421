import type { ComplianceItem } from '../../../model/compliance.ts';
import { ITEM_IDS } from '../../../model/compliance.ts';
import type { FilterId } from '../../../model/filters.ts';
import type { Rules } from '../../../model/rules.ts';
import { AXES, DEPOSIT_KINDS, ITEMS, MEASURES, type Axis, type DepositList, type Measure } from '../../../query/compliance.ts';
import type { ViewState } from '../../../stores/view-state.ts';

/** A set of items: one of the county's rules, or all of them (`name` null). */
export interface ItemSet {
  /** URL value; '' is the county's default set. */
  readonly id: string;
  readonly name: string | null;
  readonly items: readonly ComplianceItem[];
}

/** The sets of the rules, the default first, then all items. Links name them by place: their names are the county's text. */
export function setsOf(rules: Pick<Rules, 'sets' | 'default_set'>): readonly ItemSet[] {
  const named = Object.entries(rules.sets).map(([name, items], i) => ({ id: name === rules.default_set ? '' : String(i + 1), name, items }));
  return [...named.filter((s) => s.id === ''), ...named.filter((s) => s.id !== ''), { id: 'all', name: null, items: ITEMS }];
}

/** The filter that the columns of an axis are values of. */
export const UNIT_FILTER = { place: 'area', dept: 'dept' } as const satisfies Record<Axis, FilterId>;

/** A cell that is open: an item or the whole set (null), of one unit (`code` null: 未填) or of the county (no `unit`). */
export interface OpenCell {
  readonly item: ComplianceItem | null;
  readonly unit?: { readonly axis: Axis; readonly code: string | null };
}

export interface MatrixState {
  readonly by: Axis;
  readonly set: ItemSet;
  readonly measure: Measure;
  /** Item of the trend; null: the set. */
  readonly item: ComplianceItem | null;
  readonly cell: OpenCell | null;
  readonly deposits: DepositList | null;
}

const COUNTY = 'all';
const BLANK = '-';
const WHOLE = 'set';
/** URL values of the lists behind the deposit table. */
export const DEPOSIT_TERMS: readonly DepositList[] = ['all', 'short', ...DEPOSIT_KINDS];

/** The link's page keys → what the tab shows; a value that cannot be used counts as left out. */
export function stateOf(page: ViewState['page'], rules: Pick<Rules, 'sets' | 'default_set'>): MatrixState {
  const sets = setsOf(rules);
  const set = sets.find((s) => s.id === (page.set ?? '')) ?? sets[0]!;
  const by = AXES.find((a) => a === page.by) ?? AXES[0];
  const item = set.items.find((i) => ITEM_IDS[i] === page.item) ?? null;
  const named = item !== null || page.item === WHOLE;
  const who = page.who ?? '';
  const unit = who === COUNTY ? {} : { unit: { axis: by, code: who === BLANK ? null : who } };
  const term = /^\d+$/.test(page.term ?? '') ? DEPOSIT_TERMS[Number(page.term)] : undefined;
  return { by, set, measure: MEASURES.find((m) => m === page.kind) ?? MEASURES[0], item, cell: named && who !== '' ? { item, ...unit } : null, deposits: term ?? null };
}

/** Page keys that open a cell. */
export const cellKeys = ({ item, unit }: OpenCell): ViewState['page'] => ({ item: item === null ? WHOLE : ITEM_IDS[item], who: unit ? (unit.code ?? BLANK) : COUNTY, term: '' });
/** Page keys of the other switches; defaults are left out. */
export const keysOf = (change: Partial<{ by: Axis; set: string; measure: Measure; item: ComplianceItem | null; deposits: DepositList | null }>): ViewState['page'] => ({
  ...(change.by === undefined ? {} : { by: change.by === AXES[0] ? '' : change.by, who: '' }),
  ...(change.set === undefined ? {} : { set: change.set, item: '', who: '' }),
  ...(change.measure === undefined ? {} : { kind: change.measure === MEASURES[0] ? '' : change.measure }),
  ...(change.item === undefined ? {} : { item: change.item === null ? '' : ITEM_IDS[change.item], who: '' }),
  ...(change.deposits === undefined ? {} : { term: change.deposits === null ? '' : String(DEPOSIT_TERMS.indexOf(change.deposits)), who: '' }),
});
