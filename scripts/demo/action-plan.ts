import type { ActionRow } from '../../src/model/tables.ts';

/** A task or a measure, whenever it was given. */
export interface PlannedAction {
  readonly meeting: string;
  readonly project: string;
  readonly kind: NonNullable<ActionRow['kind']>;
  readonly content: string;
  /** 责任单位 by 简称; its head is responsible. */
  readonly dept: string;
  readonly due: string;
  readonly done: string | null;
  readonly result: string;
}

type Given = readonly [no: number, dept: string, content: string, due: string, done: string | null, result?: string];

const action = (meeting: string, kind: PlannedAction['kind'], ...[no, dept, content, due, done, result = '已办结']: Given): PlannedAction =>
  ({ meeting, project: `AL-${String(no).padStart(3, '0')}`, kind, content, dept, due, done, result });
const nov9 = (...given: Given): PlannedAction => action('2026-11-09', '交办', ...given);
const nov16 = (...given: Given): PlannedAction => action('2026-11-16', '交办', ...given);

/** The two meetings before 2026-11-20: nine and two carried over make 11, of which 8 are done. */
export const LAST_MEETINGS: readonly PlannedAction[] = [
  nov9(22, '交通局', '补建专户台账', '2026-11-13', null),
  nov9(31, '水利局', '公示分账协议', '2026-11-13', null),
  nov9(1, '住建局', '核定剩余清偿金额', '2026-11-13', '2026-11-12'),
  nov9(26, '住建局', '封存劳务分包往来账', '2026-11-13', '2026-11-11'),
  nov9(59, '教育局', '落实财政垫付指标', '2026-11-13', '2026-11-13'),
  nov9(32, '水利局', '组织三方对账', '2026-11-13', '2026-11-12'),
  nov9(11, '住建局', '核验清偿凭证', '2026-11-13', '2026-11-11'),
  nov9(51, '经开区管委会', '核验清偿凭证', '2026-11-13', '2026-11-13'),
  nov9(63, '重点工程处', '约谈劳务分包负责人', '2026-11-13', '2026-11-13'),
  nov16(22, '交通局', '约谈总包负责人', '2026-11-20', '2026-11-18'),
  nov16(1, '住建局', '动用保证金清偿并核验', '2026-11-20', '2026-11-19'),
  nov16(26, '住建局', '核验清偿凭证', '2026-11-20', '2026-11-19'),
  nov16(59, '教育局', '核验清偿凭证', '2026-11-20', '2026-11-18'),
  nov16(32, '水利局', '核验清偿凭证', '2026-11-20', '2026-11-19'),
  nov16(52, '经开区管委会', '约谈建设单位', '2026-11-20', '2026-11-17'),
  nov16(16, '教育局', '下达保证金存储通知', '2026-11-20', '2026-11-17'),
  nov16(46, '交通局', '核查告示牌整改进度', '2026-11-20', '2026-11-20'),
  nov16(57, '卫健局', '专户开立', '2026-11-20', null),
];

/** Enforcement of the campaign; the 指令书 to 东延二标 was not complied with. */
export const ENFORCEMENT: readonly PlannedAction[] = [
  action('2026-09-21', '约谈', 22, '交通局', '约谈建设单位和施工总承包', '2026-09-23', '2026-09-23', '已约谈'),
  action('2026-09-21', '约谈', 1, '住建局', '约谈建设单位法定代表人', '2026-09-24', '2026-09-24', '已约谈'),
  action('2026-09-28', '约谈', 36, '交通局', '约谈施工总承包', '2026-09-30', '2026-09-29', '已约谈'),
  action('2026-10-12', '限期整改指令书', 51, '经开区管委会', '限期支付拖欠工资', '2026-10-22', '2026-10-21', '按期整改'),
  action('2026-10-16', '限期整改指令书', 22, '交通局', '限期 10 日支付拖欠工资', '2026-10-26', null),
  action('2026-10-19', '限期整改指令书', 26, '住建局', '限期支付拖欠工资', '2026-10-29', '2026-11-18', '逾期后付清'),
  action('2026-10-19', '黑名单事先告知书', 22, '交通局', '拟列入失信名单事先告知', '2026-10-30', '2026-10-30', '已送达'),
  action('2026-10-26', '通报', 59, '教育局', '全县通报批评施工总承包', '2026-10-30', '2026-10-28', '已通报'),
  action('2026-10-26', '行政处罚', 3, '住建局', '未实行分账管理，处以罚款', '2026-11-10', '2026-11-06', '罚款已缴'),
  action('2026-11-02', '失信名单', 22, '交通局', '施工总承包列入失信名单', '2026-11-06', '2026-11-05', '已列入'),
  action('2026-11-09', '立案侦查', 31, '水利局', '劳务分包涉嫌拒不支付劳动报酬，公安立案', '2026-12-09', null),
];
