import type { ReturnRow } from '../../src/model/tables.ts';
import { addDays } from '../../src/shared/dates.ts';
import { PLACES } from './geography.ts';
import { ALL_SITES, listedIn, stageOn } from './lifecycle.ts';
import { sourceOf } from './random.ts';
import type { Site } from './sites.ts';
import { DEPARTMENTS } from './units.ts';
import { demoWeeks } from './weeks.ts';

/** Weeks a ledger lists the returns of. */
const PERIODS = 4;
/** Weeks in which 城管局, which has one other item to report, sent nothing. */
const MISSED_BY_CITY_MANAGEMENT: readonly number[] = [38, 47];

interface Unit {
  readonly axis: ReturnRow['axis'];
  readonly code: string;
  readonly owns: (site: Site) => boolean;
}

const UNITS: readonly Unit[] = [
  ...PLACES.map((p): Unit => ({ axis: '属地', code: p.place_code, owns: (site) => site.place === p.name })),
  ...DEPARTMENTS.map((d): Unit => ({ axis: '主管部门', code: d.dept_code, owns: (site) => site.dept === d.short_name })),
];

/** 城管局's one item is no project. */
const extra = (unit: Unit): number => (unit.axis === '主管部门' && unit.code === 'D11' ? 1 : 0);

function returnOf(unit: Unit, week: { week: number; iso: string; as_of: string }): ReturnRow {
  const mine = (sites: readonly Site[]): number => sites.filter((s) => unit.owns(s) && stageOn(s, week.as_of) !== '已完工已结算').length;
  const listed = listedIn(week.week);
  const inLedger = mine(listed) + extra(unit);
  // A project that older and newer ledgers list but this one does not was due and did not come.
  const due = inLedger + mine(ALL_SITES.filter((s) => !listed.includes(s) && listedIn(week.week - 1).includes(s)));
  const missed = unit.axis === '主管部门' && unit.code === 'D11' && MISSED_BY_CITY_MANAGEMENT.includes(week.week);
  const dueOn = addDays(week.as_of, -1);
  return {
    axis: unit.axis, unit_code: unit.code, table_name: '项目台账', kind: due === 0 ? '零报告' : '周报', period: week.iso, due_on: dueOn,
    received_on: missed ? null : addDays(dueOn, -sourceOf(`报送 ${unit.code} ${week.iso}`).int(0, 2)), rows_due: due, rows_in: missed ? 0 : inLedger,
  };
}

/** 报送 of the last four weeks: every unit of both axes, each on time but for the weeks 城管局 missed. */
export const returnRows = (asOf: string): ReturnRow[] =>
  demoWeeks().filter((w) => w.as_of <= asOf).slice(-PERIODS).flatMap((week) => UNITS.map((unit) => returnOf(unit, week)));
