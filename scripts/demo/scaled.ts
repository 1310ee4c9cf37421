import { creditCode } from './credit-code.ts';
import { COUNTY } from './geography.ts';
import type { LedgerTables, WeekLedger } from './ledger-row.ts';

const FIRST = ['安', '临', '平', '永', '长', '宁', '清', '东', '南', '北'];
const SECOND = ['澜', '和', '丰', '泰', '康', '源', '川', '林', '河', '山'];
/** Counties lie on a grid, this many degrees apart. */
const STEP = { lon: 0.9, lat: 0.8 };
const ACROSS = 10;

/** County number k (0: 安澜县 itself) of up to a hundred: code and name. Throws RangeError outside 0–99. */
export function scaledCountyOf(k: number): { code: string; name: string } {
  if (!Number.isInteger(k) || k < 0 || k > 99) throw new RangeError(`示例县的序号须为 0–99，而不是 ${k}`);
  return { code: String(Number(COUNTY.code) + k), name: `${FIRST[Math.floor(k / ACROSS)]}${SECOND[k % ACROSS]}县` };
}

const ID_COLUMNS: ReadonlySet<string> = new Set(['project_id', 'case_id', 'payment_id', 'action_id', 'event_id']);
const CODE_COLUMNS: ReadonlySet<string> = new Set(['place_code', 'county_code', 'unit_code']);
const FIRM_COLUMNS: ReadonlySet<string> = new Set(['company_code', 'contractor_code']);

/**
 * The same week in another county: other codes, numbered ids, its own name in every name, coordinates moved beside. Same structure and figures.
 * For benches of many counties; k = 0 gives the week as it is.
 */
export function scaledCounty(week: WeekLedger, k: number): WeekLedger {
  const { code, name } = scaledCountyOf(k);
  if (k === 0) return week;
  const short = name.slice(0, -1);
  const serials = new Map(week.tables.companies.map((c, i) => [c.company_code, creditCode(code, 107 + i * 13)]));
  const move = (table: string, column: string, value: unknown): unknown => {
    if (typeof value === 'number') {
      if (column === 'lon' || column === 'label_lon') return Math.round((value + STEP.lon * (k % ACROSS)) * 1e5) / 1e5;
      if (column === 'lat' || column === 'label_lat') return Math.round((value + STEP.lat * Math.floor(k / ACROSS)) * 1e5) / 1e5;
      return value;
    }
    if (typeof value !== 'string') return value;
    if (ID_COLUMNS.has(column)) return `K${String(k).padStart(2, '0')}-${value}`;
    if (CODE_COLUMNS.has(column)) return value.replace(COUNTY.code, code);
    if (FIRM_COLUMNS.has(column)) return serials.get(value) ?? value;
    const renamed = value.replaceAll('安澜', short);
    return table === 'projects' && column === 'name' && renamed === value ? `${short}${value}` : renamed;
  };
  const rows = (table: string, list: readonly object[]): object[] =>
    list.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, move(table, column, value)])));
  // Only values change, never columns or their types: the tables stay what they are.
  const tables = Object.fromEntries(Object.entries(week.tables).map(([table, list]: [string, readonly object[]]) => [table, rows(table, list)])) as unknown as LedgerTables;
  return { ...week, tables };
}
