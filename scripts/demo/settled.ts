import type { Site } from './sites.ts';

/** A settled project: when it was finished and the week its settlement was first in the ledger. */
export interface SettledSite extends Site {
  readonly completed: string;
  /** Week from which the stage is 已完工已结算; before, 已完工未结算. */
  readonly settledFrom: number;
}

type SettledTuple = readonly [
  no: number, name: string, place: string, dept: string, invest: Site['invest'], start: string, completed: string, settledFrom: number, workers: number,
  contractor: Site['contractor'], owner: Site['owner'],
];

const settled = (...[no, name, place, dept, invest, start, completed, settledFrom, workers, contractor, owner]: SettledTuple): SettledSite =>
  ({ id: `AL-${String(no).padStart(3, '0')}`, name, place, dept, invest, start, end: completed, completed, settledFrom, workers, contractor, owner });

/** Twelve 已完工已结算 projects the ledger still lists; three of them were settled during the weeks of the demo. */
export const SETTLED: readonly SettledSite[] = [
  settled(67, '城关农贸市场改造', '城关街道', '住建局', '政府投资', '2024-11-18', '2026-03-31', 27, 268, '城建', '城投'),
  settled(68, '东湖壹号院一期', '东湖街道', '住建局', '社会投资', '2023-06-12', '2026-02-28', 31, 214, '天筑', '东湖'),
  settled(69, '太平镇卫生院改扩建', '太平镇', '卫健局', '政府投资', '2025-02-20', '2026-04-20', 35, 72, '博雅', '太平镇人民政府'),
  settled(70, '经开区标准厂房二期', '经开区', '经开区管委会', '国企', '2024-03-11', '2026-02-10', 20, 239, '鸿基', '产投'),
  settled(71, '县第一中学体育馆', '文峰街道', '教育局', '政府投资', '2024-08-05', '2025-11-30', 12, 88, '恒基', '县教育局'),
  settled(72, '安澜大道西延工程', '城关街道', '交通局', '政府投资', '2024-04-16', '2025-10-31', 8, 132, '路桥', '交投'),
  settled(73, '白马水厂扩建工程', '白马镇', '水利局', '国企', '2025-01-06', '2026-02-05', 18, 96, '水建', '水务'),
  settled(74, '柳林镇便民服务中心', '柳林镇', '住建局', '政府投资', '2025-03-10', '2025-12-20', 14, 40, '新城', '柳林镇人民政府'),
  settled(75, '石桥镇集中养殖小区', '石桥镇', '农业农村局', null, '2025-04-08', '2025-12-31', 16, 36, '金穗', '农发'),
  settled(76, '人才公寓样板楼', '高教科创城', '住建局', '国企', '2025-02-17', '2025-11-15', 10, 58, '城建', '城投'),
  settled(77, '湖滨环湖步道', '湖滨社管中心', '自然资源局', '政府投资', '2025-03-24', '2025-12-10', 15, 44, '绿野', '县自然资源和规划局'),
  settled(78, '龙泉文化站改造', '龙泉镇', '住建局', '政府投资', '2025-05-12', '2025-11-25', 11, 28, '博雅', '龙泉镇人民政府'),
];
