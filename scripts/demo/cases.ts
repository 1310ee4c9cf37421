import type { CaseRow } from '../../src/model/tables.ts';
import { addDays } from '../../src/shared/dates.ts';
import { CASE_PLAN, dueFrom, type PlannedCase } from './case-plan.ts';
import { joinedOn } from './lifecycle.ts';
import { hundreds, yuan } from './money.ts';
import { byCode } from './order.ts';
import { sourceOf, type Source } from './random.ts';
import { SITES } from './sites.ts';
import { departmentOf, leaderOf, placeCodeOf } from './units.ts';

/** Trades of clues outside construction, by department. */
const TRADES: Readonly<Record<string, string>> = { 住建局: '物业服务', 交通局: '道路运输', 教育局: '教育培训', 农业农村局: '农产品加工', 经开区管委会: '制造业', 重点工程处: '制造业', 卫健局: '卫生服务' };
const CHANNELS: readonly NonNullable<CaseRow['channel']>[] = ['全国欠薪线索平台', '全国欠薪线索平台', '12345热线', '12345热线', '12345热线', '信访', '来访窗口', '部门转办', '舆情'];
const PAID = ['已清偿，当事人确认', '经协调已付清工资', '责令支付后已清偿', '达成还款协议并已履行'];
const UNFOUNDED = ['经核不属实', '双方结算争议，引导仲裁', '重复反映，并案办理'];
/** 湖滨印象 is missing in one week's ledger: earlier clues do not name it. */
const NAMED_FROM: Readonly<Record<string, string>> = { 'AL-065': '2026-08-01', 'AL-057': '2026-11-10' };

/** A clue with the days things become known. */
interface Clue {
  readonly row: Omit<CaseRow, 'case_id'>;
  /** Day the facts were established: before it `verified` is unknown. */
  readonly judged: string;
}

/** Project of the clue's department and place, when it was in the ledger by then. */
function projectOf(plan: PlannedCase, received: string, source: Source): string | null {
  const sites = SITES.filter((s) => s.dept === plan.dept && s.place === plan.place && joinedOn(s) <= received && (NAMED_FROM[s.id] ?? '') <= received);
  return sites.length > 0 && source.chance(85) ? source.pick(sites).id : null;
}

function clueOf(plan: PlannedCase, k: number): Clue {
  const source = sourceOf(`线索 ${k}`);
  const due = plan.fixed?.due ?? addDays(dueFrom(plan.week), source.int(0, 6));
  const received = plan.fixed?.received ?? addDays(due, -source.int(14, 24));
  const judged = plan.fixed?.filed ?? addDays(received, source.int(3, 9));
  const project = plan.fixed?.project ?? projectOf(plan, received, source);
  const construction = project !== null || TRADES[plan.dept] === undefined || source.chance(35);
  const workers = plan.fixed?.workers ?? (source.chance(12) ? source.int(16, 34) : source.int(1, 12));
  const amount = plan.fixed ? yuan(plan.fixed.wan) : hundreds(workers * source.int(2800, 13500));
  const verified = plan.fixed !== undefined || source.chance(72);
  const closed = plan.fixed ? null : addDays(due, plan.onTime ? -source.int(0, 8) : source.int(3, 18));
  const group = workers >= 10 && source.chance(35);
  const large = plan.fixed !== undefined && workers > 50;
  const referred = closed && verified && amount > 120_000 && source.chance(9) ? addDays(judged, 3) : null;
  return {
    judged,
    row: {
      project_id: project, place_code: placeCodeOf(plan.place), dept_code: departmentOf(plan.dept).dept_code, channel: plan.fixed ? '12345热线' : source.pick(CHANNELS),
      first_unit: source.pick([plan.place, plan.dept, '县劳动保障监察大队']), received_on: received, replied_on: addDays(received, source.int(0, 2)), due_on: due,
      verified, filed_on: plan.fixed ? plan.fixed.filed : verified && source.chance(35) ? judged : null, closed_on: closed,
      conclusion: closed ? source.pick(verified ? PAID : UNFOUNDED) : null, three_checked: closed && verified ? source.chance(60) : null, workers, amount,
      recovered_amount: closed ? (verified ? amount : 0) : null, group_event: group || large, supervised: large, leader: large ? leaderOf(plan.dept) : null,
      referred_on: referred, legal_aid: verified && source.chance(8), industry: construction ? '建筑业' : (TRADES[plan.dept] ?? '建筑业'),
    },
  };
}

const clues = CASE_PLAN.map(clueOf)
  .sort((a, b) => byCode(a.row.received_on, b.row.received_on))
  .map(({ row, judged }, k) => ({ judged, row: { case_id: `XS-2026-${String(k + 1).padStart(3, '0')}`, ...row } }));

/** 线索案件 as known at the close of that day: days still to come are empty, and with them what they decide. */
export const caseRows = (asOf: string): CaseRow[] =>
  clues.filter(({ row }) => row.received_on <= asOf).map(({ row, judged }) => {
    const known = (day: string | null): string | null => (day !== null && day <= asOf ? day : null);
    const closed = known(row.closed_on) !== null;
    return {
      ...row, replied_on: known(row.replied_on), verified: judged <= asOf || closed ? row.verified : null, filed_on: known(row.filed_on), closed_on: known(row.closed_on),
      conclusion: closed ? row.conclusion : null, three_checked: closed ? row.three_checked : null, recovered_amount: closed ? row.recovered_amount : null, referred_on: known(row.referred_on),
    };
  });
