import type { ComplianceItem } from '../../../model/compliance.ts';
import { DIMENSIONS } from '../../../model/dimensions.ts';
import type { Rules } from '../../../model/rules.ts';
import { changeOf, partsFrom, show, valueOf, type Parts, type Shown, type Verdict } from '../../../model/show.ts';
import type { TableColumn, TableModel, TableRow } from '../../../model/table-model.ts';
import { itemIndicator, type Axis } from '../../../query/compliance.ts';
import { formatNumber, MISSING } from '../../../shared/format.ts';
import type { MatrixUnit } from './matrix-model.ts';

type Cells = Readonly<Record<string, unknown>>;
type Translate = (key: string, named?: Record<string, unknown>) => string;

/** Rates of the weekly bulletin. */
export const BULLETIN_ITEMS = ['实名制更新', '项目经理到岗', '总监到岗'] as const satisfies readonly ComplianceItem[];

export interface BulletinCell {
  readonly parts: Parts;
  readonly shown: Shown;
  readonly value: number | null;
  /** Since the comparison, in percentage points; null: cannot be told. */
  readonly change: { readonly by: number; readonly verdict: Verdict } | null;
}
export interface BulletinRow {
  readonly unit: MatrixUnit;
  /** One per item. */
  readonly cells: readonly BulletinCell[];
}
export interface Bulletin {
  readonly county: readonly BulletinCell[];
  /** Units with something collected, in stored order. */
  readonly rows: readonly BulletinRow[];
}

export interface BulletinAsk {
  readonly rows: readonly Cells[];
  readonly day: string;
  readonly before: string | null;
  readonly by: Axis;
  readonly units: readonly MatrixUnit[];
  readonly rules: Pick<Rules, 'decimals'>;
}

/** The three rates per unit and for the county, with what changed. */
export function bulletinOf({ rows, day, before, by, units, rules }: BulletinAsk): Bulletin {
  const column = DIMENSIONS[by].column;
  const find = (on: string | null, level: string, code: string | null): Cells | undefined => rows.find((r) => r['as_of'] === on && r['level'] === level && (level === 'all' || (r[column] ?? null) === code));
  const cellsOf = (level: string, code: string | null): readonly BulletinCell[] => BULLETIN_ITEMS.map((item) => {
    const i = itemIndicator(item, 'done');
    const parts = partsFrom(find(day, level, code), i.id);
    return { parts, shown: show(i, parts, rules.decimals[i.id] ?? i.decimals), value: valueOf(i, parts), change: changeOf(i, parts, partsFrom(find(before, level, code), i.id)) };
  });
  return { county: cellsOf('all', null), rows: units.map((unit) => ({ unit, cells: cellsOf(by, unit.code) })).filter((r) => r.cells.some((c) => c.value !== null)) };
}

const written = ({ shown }: BulletinCell): string => `${shown.value}${shown.unit}${shown.parts === null ? '' : ` ${shown.parts}`}`;

/** `0.3`, `<0.1`: percentage points without their direction. */
const points = (by: number): string => (Math.abs(by) < 0.05 ? `<${formatNumber(0.1, 1)}` : formatNumber(Math.abs(by), 1));

/** ▲0.3, ▼1.2, ▲<0.1, 0.0 for no change, — where it cannot be told: percentage points as the table shows them. */
export const changeText = (change: BulletinCell['change']): string => (change === null ? MISSING : change.by === 0 ? formatNumber(0, 1) : `${change.by > 0 ? '▲' : '▼'}${points(change.by)}`);

export interface BulletinWords {
  readonly t: Translate;
  readonly nameOf: (item: ComplianceItem) => string;
  /** 属地, 主管部门. */
  readonly unit: string;
  readonly day: string;
  readonly week: number;
  /** Filters in words; '' without. */
  readonly filters: string;
}

/** The bulletin's paragraph: each rate of the county, then the units that are not full, lowest first. Every rate with n/d. */
export function bulletinText({ county, rows }: Bulletin, { t, nameOf, unit, day, week, filters }: BulletinWords): string {
  const lines = BULLETIN_ITEMS.flatMap((item, at) => {
    const cell = county[at]!;
    if (cell.value === null) return [t('systems.bulletin.lineNone', { name: nameOf(item) })];
    const known = rows.filter((r) => r.cells[at]!.value !== null);
    const below = known.filter((r) => r.cells[at]!.parts.n! < r.cells[at]!.parts.d!).sort((a, b) => a.cells[at]!.value! - b.cells[at]!.value!);
    const list = below.map((r) => t('systems.bulletin.of', { name: r.unit.name, text: written(r.cells[at]!) })).join(t('systems.bulletin.and'));
    const change = cell.change === null || cell.change.by === 0 ? t('systems.bulletin.same') : t(cell.change.by > 0 ? 'systems.bulletin.up' : 'systems.bulletin.down', { n: points(cell.change.by) });
    const rest = below.length === 0 ? t('systems.bulletin.allFull', { n: known.length, unit }) : t(below.length === known.length ? 'systems.bulletin.onlyBelow' : 'systems.bulletin.below', { list, n: known.length - below.length, unit });
    return [t('systems.bulletin.line', { name: nameOf(item), text: written(cell), change: cell.change === null ? '' : change, rest })];
  });
  return [t('systems.bulletin.head', { day, week, filters: filters === '' ? '' : t('systems.bulletin.filtered', { filters }) }), ...lines].join('\n');
}

/** The same as a table: one row per unit, the county last. */
export function bulletinTable({ county, rows }: Bulletin, { t, nameOf, unit }: Pick<BulletinWords, 't' | 'nameOf' | 'unit'>): TableModel {
  const columns: TableColumn[] = [{ key: 'unit', title: unit }, ...BULLETIN_ITEMS.flatMap((item, at): TableColumn[] => [
    { key: `v${at}`, title: nameOf(item), unit: '%', align: 'right', decimals: 1, format: (_, row) => String(row[`s${at}`]) },
    { key: `p${at}`, title: t('systems.parts', { name: nameOf(item) }), align: 'right' },
    { key: `c${at}`, title: t('systems.changeOf', { name: nameOf(item) }), align: 'right', decimals: 1, format: (_, row) => String(row[`t${at}`]) },
  ])];
  const row = (id: string, name: string, cells: readonly BulletinCell[]): TableRow => ({
    id, unit: name, ...Object.fromEntries(cells.flatMap((c, at) => [[`v${at}`, c.value], [`s${at}`, c.shown.value], [`p${at}`, c.shown.parts], [`c${at}`, c.change?.by ?? null], [`t${at}`, changeText(c.change)]])),
  });
  return { columns, rows: [...rows.map((r) => row(r.unit.code ?? '-', r.unit.name, r.cells)), row('all', t('systems.county'), county)], rowKey: 'id' };
}
