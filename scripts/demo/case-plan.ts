import { addDays } from '../../src/shared/dates.ts';
import { fridayOf } from './weeks.ts';
import { byCode } from './order.ts';

/** One clue to be made: where it belongs, the Friday-to-Friday week it falls due in, whether it is closed in time. */
export interface PlannedCase {
  /** 主管部门 by 简称, 属地 by name. */
  readonly dept: string;
  readonly place: string;
  /** Clues due after the Friday before and up to this week's Friday. */
  readonly week: number;
  readonly onTime: boolean;
  /** Fixed days and project of the clues the meeting names. */
  readonly fixed?: { readonly project: string; readonly received: string; readonly due: string; readonly filed: string | null; readonly workers: number; readonly wan: number };
}

/** Clues closed in time that fall due in weeks 36–47, by department and place: the ranking of 2026-11-20. */
const ON_TIME: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  住建局: { 城关街道: 11, 东湖街道: 9, 文峰街道: 10, 高教科创城: 5, 湖滨社管中心: 6, 清源镇: 3, 太平镇: 2 },
  交通局: { 城关街道: 3, 太平镇: 3, 石桥镇: 2, 柳林镇: 1, 龙泉镇: 1, 双河镇: 1, 沙河镇: 4, 中营镇: 1 },
  水利局: { 五里铺镇: 2, 柳林镇: 1, 白马镇: 1, 龙泉镇: 2, 双河镇: 2, 沙河镇: 1 },
  教育局: { 东湖街道: 1, 文峰街道: 2, 高教科创城: 3, 清源镇: 2 },
  农业农村局: { 清源镇: 1, 太平镇: 1, 五里铺镇: 1, 石桥镇: 2, 柳林镇: 1, 白马镇: 1, 龙泉镇: 2, 中营镇: 2 },
  自然资源局: { 青山乡: 1, 湖滨社管中心: 1, 清源镇: 1 },
  重点工程处: { 经开区: 2, 城关街道: 2, 东湖街道: 1, 高教科创城: 2 },
  经开区管委会: { 经开区: 11 },
  卫健局: { 经开区: 1 },
};
/** Of those, how many fall due in week 47. */
const IN_47: Readonly<Record<string, number>> = { 住建局: 5, 教育局: 2, 交通局: 1, 水利局: 1, 经开区管委会: 1, 农业农村局: 1 };
/** Of the others, how many fall due in each week from 36 on; week 40 was 国庆. */
const PER_WEEK: readonly (readonly [week: number, cases: number])[] = [[36, 8], [37, 8], [38, 8], [39, 10], [40, 5], [41, 10], [42, 10], [43, 10], [44, 11], [45, 11], [46, 10]];

const late = (dept: string, place: string, week: number, fixed?: PlannedCase['fixed']): PlannedCase => ({ dept, place, week, onTime: false, ...(fixed && { fixed }) });
const onTime = (dept: string, place: string, week: number): PlannedCase => ({ dept, place, week, onTime: true });

/** The seven of weeks 36–47 not closed in time; the four with days are still open. */
const LATE: readonly PlannedCase[] = [
  late('交通局', '太平镇', 39, { project: 'AL-022', received: '2026-09-05', due: '2026-09-20', filed: '2026-09-10', workers: 386, wan: 1120 }),
  late('水利局', '五里铺镇', 43, { project: 'AL-031', received: '2026-09-26', due: '2026-10-17', filed: '2026-10-12', workers: 93, wan: 147.8 }),
  late('水利局', '五里铺镇', 46, { project: 'AL-032', received: '2026-10-20', due: '2026-11-11', filed: null, workers: 38, wan: 52.6 }),
  late('交通局', '柳林镇', 47, { project: 'AL-036', received: '2026-10-23', due: '2026-11-14', filed: null, workers: 21, wan: 18.4 }),
  late('住建局', '城关街道', 37), late('经开区管委会', '经开区', 38), late('住建局', '湖滨社管中心', 41),
];
/** Week 35: why the ranking of week 46 differs. */
const WEEK_35: readonly PlannedCase[] = [
  late('交通局', '城关街道', 35), late('教育局', '高教科创城', 35), late('水利局', '龙泉镇', 35), onTime('住建局', '东湖街道', 35), onTime('经开区管委会', '经开区', 35),
];
/** Weeks before: [clues, of them late]. From week 11 on the window of week 22 is full. */
const EARLIER: readonly (readonly [week: number, cases: number, late: number])[] = [
  ...Array.from({ length: 9 }, (_, k) => [k + 2, 5, 2] as const), ...Array.from({ length: 16 }, (_, k) => [k + 11, 6, k % 4 === 0 ? 1 : 2] as const),
  [27, 6, 2], [28, 7, 3], [29, 6, 2], [30, 7, 2], [31, 7, 3], [32, 6, 2], [33, 7, 2], [34, 7, 3],
];
/** Due after the last ledger: still running. */
const RUNNING: readonly (readonly [week: number, cases: number])[] = [[48, 10], [49, 8], [50, 4]];

/** Every department and place clues come from, as often as clues do: dealt out in turn so that neighbours differ. */
const deck: readonly (readonly [dept: string, place: string])[] = Object.entries(ON_TIME)
  .flatMap(([dept, places]) => Object.entries(places).flatMap(([place, cases]) => Array.from({ length: cases }, (_, k) => ({ dept, place, at: (k + 0.5) / cases }))))
  .sort((a, b) => a.at - b.at || byCode(a.dept, b.dept) || byCode(a.place, b.place))
  .map(({ dept, place }) => [dept, place] as const);

function inTurn(weeks: readonly (readonly [week: number, cases: number, late: number])[], offset: number): PlannedCase[] {
  let next = offset;
  return weeks.flatMap(([week, cases, lateCases]) => Array.from({ length: cases }, (_, k) => {
    const [dept, place] = deck[(next++ * 5) % deck.length] ?? ['住建局', '城关街道'];
    return k < lateCases ? late(dept, place, week) : onTime(dept, place, week);
  }));
}

function windowOf47(): PlannedCase[] {
  const left = new Map(Object.entries(IN_47));
  const week47: PlannedCase[] = [];
  const others: (readonly [string, string])[] = [];
  for (const [dept, place] of deck.toReversed()) {
    const wanted = left.get(dept) ?? 0;
    if (wanted > 0) week47.push(onTime(dept, place, 47));
    else others.push([dept, place]);
    left.set(dept, Math.max(0, wanted - 1));
  }
  let next = 0;
  return [...week47, ...PER_WEEK.flatMap(([week, cases]) => Array.from({ length: cases }, () => onTime(...(others[next++] ?? ['', '']), week)))];
}

/** All clues of the year, in the order of their due week. */
export const CASE_PLAN: readonly PlannedCase[] = [
  ...inTurn(EARLIER, 0), ...WEEK_35, ...[...LATE, ...windowOf47()].sort((a, b) => a.week - b.week), ...inTurn(RUNNING.map(([w, n]) => [w, n, 0] as const), 37),
];

/** First day of a due week: the Saturday after the Friday before. */
export const dueFrom = (week: number): string => addDays(fridayOf(week), -6);
