import { COMPLIANCE_ITEMS, EIGHT, type ComplianceItem } from '../../src/model/compliance.ts';
import type { ComplianceRow } from '../../src/model/tables.ts';
import { openIn } from './arrears.ts';
import { lapseOn } from './lapses.ts';
import { signedOn, stageOn } from './lifecycle.ts';
import { sourceOf } from './random.ts';
import { dueMonths } from './shortfalls.ts';
import type { Site } from './sites.ts';
import { weekOf } from './weeks.ts';

const ITEMS = Object.keys(COMPLIANCE_ITEMS) as ComplianceItem[];
const LAST_WEEK = 47;
/** Items counted in people; all others are 1/1 or 0/1. */
const BY_PERSON: ReadonlySet<ComplianceItem> = new Set(['劳动合同签订', '实名制考勤', '工伤保险', '实名制更新']);
/** Not collected before the first wages: nothing to judge yet. */
const BEFORE_WAGES: ReadonlySet<ComplianceItem> = new Set(['工资保证金', '维权告示牌', '工程款支付担保', '劳动用工备案']);

/** What open projects fail, with the evidence: 东延二标 and 五里铺 as in their files, the others by grade. */
function failedByArrears(site: Site, asOf: string): Partial<Record<ComplianceItem, string>> {
  const step = openIn(site.id, weekOf(asOf).week);
  if (!step) return {};
  if (site.id === 'AL-022') {
    const months = dueMonths(site, asOf).filter((m) => m.payDay >= '2026-09-08' && m.month >= '2026-08-01').length;
    return { 总包代发: '8月代发 64.0/171.0 万元', 银行代发: '8月 64.0/171.0 万元', 按时足额发放: months > 1 ? `连续 ${months} 个月未足额` : '8月未足额', 三本台账: '专户台账缺失，责令补建' };
  }
  if (site.id === 'AL-031') return { 按时足额发放: '拖欠工资未清偿', 分账管理: '分账协议未公示' };
  return step[3] === '严重' ? { 按时足额发放: '拖欠工资未清偿', 银行代发: '部分工资未经专户代发', 总包代发: '分包自行发放' } : { 按时足额发放: '拖欠工资未清偿' };
}

function failedByLapse(site: Site, asOf: string): Partial<Record<ComplianceItem, string>> {
  const failed: Partial<Record<ComplianceItem, string>> = {};
  for (const [kind, item] of [['deposit', '工资保证金'], ['realname', '实名制考勤'], ['gcpay', '总包代发'], ['notice', '维权告示牌'], ['guarantee', '工程款支付担保'], ['account', '工资专用账户']] as const) {
    const lapse = lapseOn(site.id, kind, asOf);
    if (lapse) failed[item] = lapse.evidence;
  }
  return failed;
}

/** Items no warning rule speaks of, which a third of the projects have not finished for everybody: fewer from week to week. */
const GRADUAL: ReadonlySet<ComplianceItem> = new Set(['劳动合同签订', '工伤保险', '实名制更新']);
const COMPLETE = new Set(['AL-022', 'AL-031']);

/** People an item does not yet cover. */
function uncovered(site: Site, item: ComplianceItem, people: number, week: number): number {
  const source = sourceOf(`落实 ${site.id} ${item}`);
  if (!GRADUAL.has(item) || COMPLETE.has(site.id) || !source.chance(35)) return 0;
  return Math.floor((people * source.int(4, 18) * (0.2 + (0.8 * (LAST_WEEK - week)) / 25)) / 100);
}

/** 制度落实 of one project: 18 items while under way, the eight when finished; nothing before the contract or after settlement. */
function complianceOf(site: Site, asOf: string): ComplianceRow[] {
  const stage = stageOn(site, asOf);
  if (stage === '已完工已结算' || signedOn(site) > asOf) return [];
  const { week } = weekOf(asOf);
  const workers = dueMonths(site, asOf).at(-1)?.workers ?? 0;
  const failed = { ...failedByLapse(site, asOf), ...failedByArrears(site, asOf) };
  const items = stage === '已完工未结算' ? EIGHT : workers === 0 ? ITEMS.filter((item) => BEFORE_WAGES.has(item)) : ITEMS;
  return items.map((item) => {
    const total = BY_PERSON.has(item) ? workers : 1;
    const reason = failed[item];
    const done = reason === undefined ? total - uncovered(site, item, total, week) : 0;
    return { project_id: site.id, item, done, total, evidence: reason ?? (BY_PERSON.has(item) ? `${done}/${total} 人` : null) };
  });
}

/** 制度落实 of the listed projects at the close of that day. */
export const complianceRows = (asOf: string, sites: readonly Site[]): ComplianceRow[] => sites.flatMap((site) => complianceOf(site, asOf));
