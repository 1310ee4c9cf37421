import { openIn } from './arrears.ts';
import { arrearsFields } from './arrears-fields.ts';
import { codeOf, contractorName, LABOUR_FIRMS, type Owner, ownerName, SUPERVISORS } from './firms.ts';
import { pointIn } from './geography.ts';
import type { ProjectLedgerRow } from './ledger-row.ts';
import { ALL_SITES, completedOn, signedOn, stageOn, submittedOn } from './lifecycle.ts';
import { payrollOf } from './payroll.ts';
import { moneyFields } from './project-money.ts';
import { sourceOf } from './random.ts';
import type { Site } from './sites.ts';
import { departmentOf, placeCodeOf } from './units.ts';
import { weekOf } from './weeks.ts';

/** 未落图: the ledger gives no coordinates. */
const UNMAPPED = new Set(['AL-047', 'AL-048']);
/** Entered into the supervision system on that day; null: not so far. The others were there from the start. */
const REPORTED: Readonly<Record<string, string | null>> = {
  'AL-028': null, 'AL-066': null, 'AL-033': '2026-09-21', 'AL-049': '2026-09-28', 'AL-047': '2026-10-12', 'AL-046': '2026-08-10', 'AL-062': '2026-08-24', 'AL-040': '2026-07-13', 'AL-057': '2026-11-11',
};

const owners: Readonly<Record<string, boolean>> = Object.fromEntries((['交投', '城投', '产投', '水务', '农发', '宏泰', '翰林', '东湖', '湖滨', '万象'] satisfies Owner[]).map((o) => [o, true]));
const isCompany = (owner: Site['owner']): owner is Owner => owners[owner] === true;

function coordinates(site: Site): [number | null, number | null] {
  if (UNMAPPED.has(site.id)) return [null, null];
  return pointIn(placeCodeOf(site.place), ALL_SITES.filter((s) => s.place === site.place).indexOf(site));
}

/** People on site: those of the last paid month, at 东延二标 those who stayed. */
function workersOn(site: Site, lastMonth: number | null, asOf: string): number | null {
  const completed = completedOn(site);
  if (completed !== null && completed <= asOf) return 0;
  return site.id === 'AL-022' ? (openIn(site.id, weekOf(asOf).week)?.[2] ?? lastMonth) : lastMonth;
}

/** 项目台账 of one project at the close of that day. */
export function projectRow(site: Site, asOf: string): ProjectLedgerRow {
  const payroll = payrollOf(site, asOf);
  const signed = signedOn(site);
  const known = (day: string | null): string | null => (day !== null && day <= asOf ? day : null);
  const department = departmentOf(site.dept);
  const contractor = signed <= asOf ? contractorName(site.contractor) : null;
  const source = sourceOf(`参建 ${site.id}`);
  const [lon, lat] = coordinates(site);
  return {
    project_id: site.id, name: site.name, place_code: placeCodeOf(site.place), dept_code: department.dept_code, invest_kind: site.invest, stage: stageOn(site, asOf),
    owner_unit: isCompany(site.owner) ? ownerName(site.owner) : site.owner.startsWith('县') ? `安澜${site.owner}` : site.owner,
    contractor, contractor_code: contractor && codeOf(contractor),
    subcontractor: contractor && (site.id === 'AL-022' ? (LABOUR_FIRMS[0] ?? null) : source.pick(LABOUR_FIRMS.slice(1))),
    supervisor: contractor && (site.id === 'AL-022' ? '安澜正衡监理有限公司' : source.pick(SUPERVISORS)),
    contract_signed_on: known(signed), start_on: known(site.start), end_on_planned: site.end, completed_on: known(completedOn(site)),
    settlement_submitted_on: known(submittedOn(site)), workers: workersOn(site, payroll.at(-1)?.workers_due ?? null, asOf),
    responsible: department.head, reported: site.id in REPORTED ? known(REPORTED[site.id] ?? null) !== null : true, lon, lat,
    ...moneyFields(site, payroll, asOf), ...arrearsFields(site, asOf),
  };
}
