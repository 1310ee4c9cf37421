import { countOf, indicator, sumOf } from '../indicator.ts';
import type { PAYMENT_SOURCES } from '../tables/money.ts';

const sinceLast = (s: { asOf: string; previous: string }) => `paid_on > ${s.previous} AND paid_on <= ${s.asOf}`;
const inYear = (s: { asOf: string; yearFrom: string }) => `paid_on >= ${s.yearFrom} AND paid_on <= ${s.asOf}`;
const inCampaign = (s: { campaignFrom: string; campaignTo: string }) => `paid_on >= ${s.campaignFrom} AND paid_on <= ${s.campaignTo}`;
const due = (s: { asOf: string }) => `plan_due_on <= ${s.asOf}`;
const base = { scope: 'project', noun: '万元', unit: '万元', better: 'up', source: '清偿流水' } as const;

/** Stable ASCII ids of 资金来源. */
export const SOURCE_IDS: Readonly<Record<keyof typeof PAYMENT_SOURCES, string>> = {
  建设单位: 'owner', 施工总承包: 'contractor', 保证金: 'deposit', 应急周转金: 'revolving', 财政垫付: 'treasury', 资产处置: 'assets', 法院执行: 'court', 其他: 'other',
};
const SOURCE_ENGLISH: Readonly<Record<keyof typeof PAYMENT_SOURCES, string>> = {
  建设单位: 'project owner', 施工总承包: 'main contractor', 保证金: 'wage deposit', 应急周转金: 'emergency fund', 财政垫付: 'public advance', 资产处置: 'sale of assets', 法院执行: 'court enforcement', 其他: 'other sources',
};

export const MONEY_INDICATORS = [
  indicator({ ...base, id: 'paid_week', name: '本周清偿', english: 'Paid since the last snapshot', definition: '上一份快照之后到数据日实际支付的清偿金额', englishDefinition: 'Arrears paid after the last snapshot up to the data day', n: [sumOf('payments', 'amount', sinceLast)] }),
  indicator({ ...base, id: 'paid_week_workers', name: '本周清偿人数', english: 'Workers paid since the last snapshot', unit: '人', noun: '人', definition: '上一份快照之后到数据日得到清偿的人数', englishDefinition: 'Workers paid after the last snapshot up to the data day', n: [sumOf('payments', 'workers', sinceLast)] }),
  ...(Object.keys(SOURCE_IDS) as (keyof typeof SOURCE_IDS)[]).map((source) => indicator({
    ...base, id: `paid_${SOURCE_IDS[source]}`, name: `本周清偿·${source}`, english: `Paid since the last snapshot: ${SOURCE_ENGLISH[source]}`, definition: `上一份快照之后到数据日由${source}支付的清偿金额`, englishDefinition: `Arrears paid after the last snapshot up to the data day, from: ${SOURCE_ENGLISH[source]}`,
    n: [sumOf('payments', 'amount', (s) => `${sinceLast(s)} AND source = '${source}'`)],
  })),
  indicator({ ...base, id: 'plan_kept_rate', name: '还款计划兑现率', english: 'Instalments kept', unit: '%', noun: '期', definition: '到期的还款计划中，按期足额支付的 ÷ 到期的', englishDefinition: 'Instalments paid in full and on time ÷ instalments due',
    n: [countOf('payments', (s) => `${due(s)} AND paid_on <= plan_due_on AND amount >= plan_amount`)], d: [countOf('payments', due)] }),
  indicator({ ...base, id: 'recovery_rate', name: '清欠比例', english: 'Share of owed wages paid', unit: '%', nType: 'DECIMAL(18,2)', dType: 'DECIMAL(18,2)', definition: '专项行动期间清偿金额 ÷（同期清偿金额 + 现未支付工资）', englishDefinition: 'Paid during the campaign ÷ (paid during the campaign + still unpaid)',
    n: [sumOf('payments', 'amount', inCampaign)], d: [sumOf('payments', 'amount', inCampaign), sumOf('projects', 'unpaid_wages', () => 'open')] }),
  indicator({ ...base, id: 'recovered_year', name: '追缴补发（本年）', english: 'Recovered this year', definition: '本年清偿流水合计；与未支付工资统计期间不同，不可相减', englishDefinition: 'All payments of the year; another period than unpaid wages, never subtracted from them', n: [sumOf('payments', 'amount', inYear)] }),
  indicator({ ...base, id: 'recovered_year_workers', name: '追缴补发人数（本年）', english: 'Workers recovered this year', unit: '人', noun: '人', definition: '本年清偿流水涉及人数合计', englishDefinition: 'Workers in all payments of the year', n: [sumOf('payments', 'workers', inYear)] }),
];
