import type { EventRow, InspectionRow } from '../../src/model/tables.ts';
import { addDays } from '../../src/shared/dates.ts';
import { hundreds } from './money.ts';
import { byCode } from './order.ts';
import { sourceOf } from './random.ts';
import { placeCodeOf } from './units.ts';

/** Kind, first day, days between two, employers per visit. */
const ROUNDS: readonly (readonly [kind: InspectionRow['kind'], first: string, every: number, employers: number])[] = [
  ['日常巡查', '2026-01-07', 7, 14], ['网格巡查', '2026-01-13', 14, 22], ['双随机', '2026-01-20', 28, 12], ['专项', '2026-03-05', 42, 18], ['回头看', '2026-04-16', 42, 9],
];

/** 检查 of the year up to that day. */
export const inspectionRows = (asOf: string): InspectionRow[] =>
  ROUNDS.flatMap(([kind, first, every, usual]) => {
    const rows: InspectionRow[] = [];
    for (let day = first; day <= asOf; day = addDays(day, every)) {
      const source = sourceOf(`检查 ${kind} ${day}`);
      const employers = usual + source.int(-3, 4);
      const unlawful = Math.min(employers, source.int(0, Math.ceil(employers / 4)));
      const recovered_workers = unlawful === 0 ? 0 : source.int(0, unlawful * 5);
      rows.push({
        inspected_on: day, kind, employers, workers: employers * source.int(14, 30), unlawful, contracts_fixed: unlawful === 0 ? 0 : source.int(unlawful, unlawful * 9),
        recovered_amount: hundreds(recovered_workers * source.int(2500, 7000)), recovered_workers,
      });
    }
    return rows;
  }).sort((a, b) => byCode(a.inspected_on, b.inspected_on) || byCode(a.kind, b.kind));

const event = (no: number, project: string | null, place: string, happened_on: string, kind: EventRow['kind'], people: number, escalated: boolean, judged_minutes: number, late_report: boolean, result: string): EventRow =>
  ({ event_id: `TF-2026-${String(no).padStart(2, '0')}`, project_id: project, place_code: placeCodeOf(place), happened_on, stage: '解除', kind, people, escalated, judged_minutes, late_report, result });

const EVENTS: readonly EventRow[] = [
  event(1, 'AL-067', '城关街道', '2026-01-21', '其他', 34, false, 45, false, '现场对账，当日疏导'),
  event(2, 'AL-070', '经开区', '2026-02-05', '被上级通报', 52, true, 90, true, '垫付后劝返，通报责任单位'),
  event(3, null, '东湖街道', '2026-05-11', '重大舆情', 0, false, 30, false, '核实回应，舆情平息'),
  event(4, 'AL-059', '高教科创城', '2026-07-22', '其他', 41, false, 35, false, '约定清偿计划，当日解除'),
  event(5, 'AL-001', '城关街道', '2026-08-13', '其他', 63, false, 40, false, '首笔工资到账后解除'),
  event(6, 'AL-022', '太平镇', '2026-10-20', '其他', 28, false, 25, false, '停工结清协商，当日解除'),
];

/** 突发事件 up to that day: every one was resolved the day it happened; none of the campaign touches a 底线. */
export const eventRows = (asOf: string): EventRow[] => EVENTS.filter((e) => e.happened_on <= asOf);
