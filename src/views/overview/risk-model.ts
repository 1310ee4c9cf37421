import type { Row } from '../../engine/rows.ts';
import type { Rules } from '../../model/rules.ts';
import { type LEVELS, RISK_PARTS, type RiskPart } from '../../model/tables/computed.ts';
import { workdaysBetween } from '../../model/workdays.ts';
import { daysBetween } from '../../shared/dates.ts';
import type { RiskSort } from '../../stores/view-state.ts';

/** Days to (left) or past (over) a date. */
export interface RiskClock {
  readonly state: 'left' | 'today' | 'over';
  /** Not negative. */
  readonly days: number;
  readonly workdays: boolean;
  readonly on: string;
}

/** A remark on a site; `n` and `on` go into its words. */
export interface RiskChip {
  readonly id: 'hearing' | 'court' | 'unchanged' | 'supervised' | 'promises' | 'rebound' | 'offMap';
  readonly kind: 'severe' | 'judicial' | 'neutral';
  readonly n?: number;
  readonly on?: string;
  readonly word?: string;
}

/** A 未销号 site of the list. */
export interface RiskItem {
  readonly id: string;
  readonly name: string;
  /** Its number on the map: the place among 未销号 in the default order, whatever the list is sorted by. */
  readonly number: number;
  readonly grade: string | null;
  readonly placeCode: string | null;
  readonly deptCode: string | null;
  readonly leader: string | null;
  /** 元. */
  readonly amount: number | null;
  readonly workers: number | null;
  readonly overdue: number | null;
  /** To 承诺化解日期; null: 未承诺. */
  readonly clock: RiskClock | null;
  readonly chips: readonly RiskChip[];
  readonly score: number | null;
  readonly parts: readonly { readonly part: RiskPart; readonly points: number }[];
}

/** A rule that fires on a site; an 早期预警 where the site is not `open`. */
export interface WarningItem {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly placeCode: string | null;
  readonly deptCode: string | null;
  readonly open: boolean;
  readonly level: Level;
  readonly text: string;
  readonly since: string | null;
  /** Names of the rule; the text names the article where the rule's sentence does. */
  readonly rule: { readonly name: string; readonly article: string; readonly penalty: string } | null;
  /** null: the rule sets no date. */
  readonly clock: RiskClock | null;
}
export type Level = keyof typeof LEVELS;

const text = (row: Row, column: string): string | null => (row[column] === null || row[column] === undefined || row[column] === '' ? null : String(row[column]));
const number = (row: Row, column: string): number | null => (typeof row[column] === 'number' ? row[column] : null);

/** Unchanged for this many weeks: said; and said in red. */
const UNCHANGED = 2;
const UNCHANGED_RED = 3;

/** Days from `asOf` to `on`, or working days by the calendar of the rules. */
export function clockTo(asOf: string, on: string | null, calendar: Rules['calendar'] | null = null): RiskClock | null {
  if (on === null) return null;
  const counted = calendar && workdaysBetween(calendar, asOf, on);
  const days = counted ?? daysBetween(asOf, on);
  // A date not yet reached whose working days are all over is not today.
  const state = on === asOf ? 'today' : on > asOf ? 'left' : 'over';
  return { state, days: Math.abs(days), workdays: counted !== null, on };
}

/** What is remarked on a row of `risks`. */
export function chipsOf(row: Row, asOf: string): readonly RiskChip[] {
  const [court, hearing, weeks, moved] = [text(row, 'court_stage'), text(row, 'hearing_on'), number(row, 'unchanged_weeks') ?? 0, number(row, 'promise_changes') ?? 0];
  return [
    ...(court === null ? [] : hearing !== null && hearing >= asOf ? [{ id: 'hearing', kind: 'judicial', on: hearing } as const] : [{ id: 'court', kind: 'judicial', word: court } as const]),
    ...(row['open'] === true && weeks >= UNCHANGED ? [{ id: 'unchanged', kind: weeks >= UNCHANGED_RED ? 'severe' : 'neutral', n: weeks } as const] : []),
    ...(row['supervised'] === true ? [{ id: 'supervised', kind: 'neutral' } as const] : []),
    ...(moved > 0 ? [{ id: 'promises', kind: 'neutral', n: moved } as const] : []),
    ...((number(row, 'part_rebound') ?? 0) > 0 ? [{ id: 'rebound', kind: 'neutral' } as const] : []),
    ...(row['site'] === false ? [{ id: 'offMap', kind: 'neutral' } as const] : []),
  ];
}

/** Parts of the score in their order; their sum is the score. */
export const partsOf = (row: Row): RiskItem['parts'] => (Object.keys(RISK_PARTS) as RiskPart[]).map((part) => ({ part, points: number(row, `part_${part}`) ?? 0 }));

const itemOf = (row: Row, place: number, asOf: string): RiskItem => ({
  id: text(row, 'project_id') ?? '', name: text(row, 'name') ?? text(row, 'project_id') ?? '', number: place, grade: text(row, 'grade_now'), placeCode: text(row, 'place_code'), deptCode: text(row, 'dept_code'),
  leader: text(row, 'leader'), amount: number(row, 'unpaid_wages'), workers: number(row, 'unpaid_workers'), overdue: number(row, 'days_overdue'),
  clock: clockTo(asOf, text(row, 'promised_on')), chips: chipsOf(row, asOf), score: number(row, 'score'), parts: partsOf(row),
});

const KEY: Readonly<Record<RiskSort, (item: RiskItem) => number | null>> = { score: (i) => i.score, amount: (i) => i.amount, workers: (i) => i.workers, overdue: (i) => i.overdue };

/** 未销号 sites: 严重 before 一般, then by the chosen key, most first, unknown last; ties in the default order. Numbers are those of the map. */
export function riskItems(rows: readonly Row[], asOf: string, sort: RiskSort): readonly RiskItem[] {
  const items = rows.filter((row) => row['open'] === true).map((row, i) => itemOf(row, i + 1, asOf));
  const severity = (item: RiskItem): number => (item.grade === '严重' ? 0 : 1);
  const by = (item: RiskItem): number => KEY[sort](item) ?? Number.NEGATIVE_INFINITY;
  return items.sort((a, b) => severity(a) - severity(b) || (by(a) === by(b) ? 0 : by(b) > by(a) ? 1 : -1) || a.number - b.number);
}

/** Warnings by the county's order of levels, then longest overdue first, those without a date last; of 未销号 sites too. */
export function warningItems(rows: readonly Row[], asOf: string, rules: Pick<Rules, 'warnings' | 'levels' | 'calendar'>): readonly WarningItem[] {
  const items = rows.map((row, i): WarningItem => {
    const id = text(row, 'project_id') ?? '';
    const rule = rules.warnings.find((r) => r.id === row['rule_id']) ?? null;
    return {
      key: `${id} ${String(row['rule_id'])} ${i}`, id, name: text(row, 'name') ?? id, placeCode: text(row, 'place_code'), deptCode: text(row, 'dept_code'), open: row['open'] === true, level: String(row['level']) as Level,
      text: text(row, 'text') ?? '', since: text(row, 'since'), rule: rule && { name: rule.name, article: rule.article, penalty: rule.penalty },
      clock: clockTo(asOf, text(row, 'due_on'), rule?.test === 'case_clock' ? rules.calendar : null),
    };
  });
  const order = (item: WarningItem): number => rules.levels[item.level]?.order ?? Number.MAX_SAFE_INTEGER;
  const due = (item: WarningItem): string => item.clock?.on ?? '9999';
  return items.sort((a, b) => order(a) - order(b) || (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0));
}

/** How many snapshots in a row, up to `asOf`, had no 未销号 site. `series`: one row per published day. */
export function weeksWithout(series: readonly Row[], asOf: string): number {
  const counts = series.filter((row) => String(row['as_of']) <= asOf).map((row) => ({ on: String(row['as_of']), open: number(row, 'open_risk_n') })).sort((a, b) => (a.on < b.on ? 1 : -1));
  const first = counts.findIndex(({ open }) => open !== 0);
  return first === -1 ? counts.length : first;
}
