import type { CellValue } from 'hucre';
import { type Column, ledgerColumns, tableOf } from '../../src/model/tables.ts';
import type { LedgerTables } from './ledger-row.ts';
import type { DateForm, SheetPlan } from './sheet-plan.ts';

/** Other words the ledgers use for a value now and then. */
const SAID: Readonly<Record<string, string>> = { '12345热线': '县长热线', 实名制考勤: '实名制打卡考勤', 按时足额发放: '按月足额发放' };

/** Columns of a sheet as it heads them. */
export interface SheetColumn {
  readonly column: Column;
  readonly header: string;
}

export const sheetColumns = (plan: SheetPlan): SheetColumn[] =>
  ledgerColumns(tableOf(plan.table)).map((column) => ({ column, header: plan.headers?.[column.name] ?? column.title }));

function dateCell(day: string, form: DateForm): CellValue {
  const [year = '', month = '', date = ''] = day.split('-');
  switch (form) {
    case 'dash': return day;
    case 'slash': return `${year}/${Number(month)}/${Number(date)}`;
    case 'dot': return `${year}.${Number(month)}.${Number(date)}`;
    case 'han': return `${year}年${Number(month)}月${Number(date)}日`;
    case 'month': return `${year}年${Number(month)}月`;
    case 'cell': return new Date(`${day}T00:00:00Z`);
  }
}

/** Names instead of codes; 镇 and 乡 sign their returns as 人民政府, as they do. */
export class Names {
  readonly #names = new Map<string, string>();
  constructor({ places, departments, projects }: Pick<LedgerTables, 'places' | 'departments' | 'projects'>) {
    for (const place of places) this.#names.set(`place ${place.place_code}`, place.name).set(`unit ${place.place_code}`, /[镇乡]$/.test(place.name) ? `${place.name}人民政府` : place.name);
    for (const dept of departments) this.#names.set(`dept ${dept.dept_code}`, dept.short_name ?? dept.name).set(`unit ${dept.dept_code}`, dept.name);
    for (const project of projects) this.#names.set(`project ${project.project_id}`, project.name);
  }

  of(column: Column, code: string, byName: boolean): string {
    const kind = { places: 'place', departments: 'dept', units: 'unit', projects: byName ? 'project' : '', cases: '' }[column.references ?? 'cases'];
    return this.#names.get(`${kind} ${code}`) ?? code;
  }
}

/** What a clerk would type for a value; null for unknown. */
export function cellOf(value: unknown, column: Column, plan: SheetPlan, names: Names): CellValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return column.unit === '元' && plan.inWan ? value / 10_000 : value;
  const text = String(value);
  if (column.type === 'DATE') return dateCell(text, plan.dates?.[column.name] ?? 'dash');
  if (column.references !== null) return names.of(column, text, plan.byName ?? false);
  return column.values !== null ? (SAID[text] ?? text) : text;
}
