import type { ActionRow } from '../../src/model/tables.ts';
import { addDays } from '../../src/shared/dates.ts';
import { openIn } from './arrears.ts';
import { ENFORCEMENT, LAST_MEETINGS, type PlannedAction } from './action-plan.ts';
import { workdayOnOrBefore } from './days.ts';
import { byCode } from './order.ts';
import { sourceOf } from './random.ts';
import { SITES } from './sites.ts';
import { departmentOf } from './units.ts';
import { demoWeeks } from './weeks.ts';

/** 调度会 of the campaign, Mondays; there was none in 国庆. The last two are in the plan word for word. */
const MEETINGS = ['2026-09-21', '2026-09-28', '2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02'];
const TASKS = ['核对欠薪人员名册', '约谈施工总承包负责人', '督促建设单位拨付工程款', '核查专户流水', '组织三方对账', '落实清偿资金来源', '公示清偿方案', '现场核查考勤与工资表'];

const MOST_TASKS = 8;

/** 交办 of an earlier meeting: one task for up to eight open projects, most done by that Friday, some a week later. */
function tasksOf(meeting: string): PlannedAction[] {
  const source = sourceOf(`交办 ${meeting}`);
  const week = demoWeeks().findLast((w) => w.as_of < meeting)?.week ?? 0;
  const open = SITES.filter((s) => openIn(s.id, week) !== null);
  const start = source.int(0, open.length - 1);
  const due = workdayOnOrBefore(addDays(meeting, 4));
  return [...open.slice(start), ...open.slice(0, start)].slice(0, MOST_TASKS).map((site) => {
    const content = source.pick(TASKS);
    const done = source.chance(80) ? addDays(due, -source.int(0, 2)) : workdayOnOrBefore(addDays(due, source.int(4, 6)));
    return { meeting, project: site.id, kind: '交办', content, dept: site.dept, due, done, result: '已办结' };
  });
}

const all = [...MEETINGS.flatMap(tasksOf), ...LAST_MEETINGS, ...ENFORCEMENT]
  .sort((a, b) => byCode(a.meeting, b.meeting))
  .map((action, k) => ({ ...action, id: `JB-2026-${String(k + 1).padStart(3, '0')}` }));

/** 交办与执法 up to that day; the first meeting of the campaign was on 2026-09-21. */
export const actionRows = (asOf: string): ActionRow[] =>
  all.filter((a) => a.meeting <= asOf).map((a) => {
    const done = a.done !== null && a.done <= asOf;
    return {
      action_id: a.id, meeting_on: a.meeting, project_id: a.project, case_id: null, kind: a.kind, content: a.content, unit: a.dept,
      responsible: departmentOf(a.dept).head, due_on: a.due, done_on: done ? a.done : null, result: done ? a.result : null,
    };
  });
