import type { CompanyRow } from '../../src/model/tables.ts';
import { COUNTY } from './geography.ts';
import { creditCode } from './credit-code.ts';

type Role = NonNullable<CompanyRow['role']>;

/** Short name used in the site list, full name. All fictional: the county does not exist. */
const CONTRACTORS = {
  永固: '安澜永固建设有限公司', 鼎盛: '安澜鼎盛建筑有限公司', 宏远: '安澜宏远建筑工程有限公司', 恒基: '安澜恒基建设集团有限公司', 城建: '安澜城建集团有限公司',
  路桥: '安澜路桥工程有限公司', 瑞通: '安澜瑞通路桥有限公司', 远望: '安澜远望交通建设有限公司', 长堤: '安澜长堤水利工程有限公司', 水建: '安澜水利水电工程有限公司',
  润田: '安澜润田农业工程有限公司', 金穗: '安澜金穗农业工程有限公司', 鸿基: '安澜鸿基建工集团有限公司', 嘉禾: '安澜嘉禾建设工程有限公司', 天筑: '安澜天筑建设集团有限公司',
  锦程: '安澜锦程市政工程有限公司', 北辰: '安澜北辰建筑工程有限公司', 博雅: '安澜博雅建筑工程有限公司', 立信: '安澜立信钢结构工程有限公司', 新城: '安澜新城建工有限公司',
  青峰: '安澜青峰地质环境工程有限公司', 绿野: '安澜绿野园林工程有限公司',
} as const;
const OWNERS = {
  交投: '安澜县交通投资有限公司', 城投: '安澜县城市建设投资有限公司', 产投: '安澜高新产业投资有限公司', 水务: '安澜县水务投资有限公司', 农发: '安澜县农业发展有限公司',
  宏泰: '安澜宏泰置业有限公司', 翰林: '安澜翰林房地产开发有限公司', 东湖: '安澜东湖置业有限公司', 湖滨: '安澜湖滨置业有限公司', 万象: '安澜万象商业管理有限公司',
} as const;
const LABOUR = {
  顺达: '安澜顺达劳务有限公司', 众诚: '安澜众诚劳务有限公司', 惠民: '安澜惠民劳务有限公司', 同心: '安澜同心建筑劳务有限公司',
  宏力: '安澜宏力劳务有限公司', 聚力: '安澜聚力建筑劳务有限公司', 安泰: '安澜安泰劳务有限公司', 捷工: '安澜捷工劳务有限公司',
} as const;

export type Contractor = keyof typeof CONTRACTORS;
export type Owner = keyof typeof OWNERS;
/** Labour subcontractors, to be dealt out over the sites. */
export const LABOUR_FIRMS: readonly string[] = Object.values(LABOUR);
/** 监理单位: named in the ledger only. */
export const SUPERVISORS: readonly string[] = ['安澜诚信工程监理有限公司', '安澜正衡监理有限公司', '安澜明达建设监理有限公司', '安澜至诚项目管理有限公司'];

export const contractorName = (short: Contractor): string => CONTRACTORS[short];
export const ownerName = (short: Owner): string => OWNERS[short];

const named = [
  ...Object.values(CONTRACTORS).map((name) => ({ name, role: '施工总承包' as Role })),
  ...Object.values(OWNERS).map((name) => ({ name, role: '建设单位' as Role })),
  ...LABOUR_FIRMS.map((name) => ({ name, role: '分包' as Role })),
];
const codes = new Map(named.map(({ name }, k) => [name, creditCode(COUNTY.code, 107 + k * 13)]));

/** 统一社会信用代码 by full name; null for a unit that is no company of the list. */
export const codeOf = (name: string): string | null => codes.get(name) ?? null;

/** 失信联合惩戒 lists of the demo: by full name. */
const LISTED: Readonly<Record<string, readonly [on: string, until: string]>> = {
  [CONTRACTORS.永固]: ['2026-11-05', '2027-11-04'],
  [LABOUR.顺达]: ['2026-10-22', '2027-10-21'],
  [CONTRACTORS.立信]: ['2025-09-12', '2026-09-11'],
};
const LIAISONS = ['彭立新', '段文静', '龚少华', '牛志远', '阮晓梅', '乔建国'];
/** Times in arrears beyond zero; only the contractor of 东延二标 has three. */
const TIMES: Readonly<Record<string, number>> = {
  [CONTRACTORS.永固]: 3, [LABOUR.顺达]: 2, [CONTRACTORS.鼎盛]: 2, [CONTRACTORS.长堤]: 2, [CONTRACTORS.宏远]: 1, [CONTRACTORS.恒基]: 1, [CONTRACTORS.天筑]: 1,
  [CONTRACTORS.立信]: 1, [OWNERS.宏泰]: 2, [OWNERS.翰林]: 1, [OWNERS.湖滨]: 1, [LABOUR.众诚]: 1, [LABOUR.宏力]: 1,
};

/** 企业 as known at the close of that day. */
export const companyRows = (asOf: string): CompanyRow[] =>
  named.map(({ name, role }, k) => {
    const times = TIMES[name] ?? 0;
    const [on, until] = LISTED[name] ?? [null, null];
    const listed = on !== null && on <= asOf;
    const monitored = times >= 2;
    return {
      company_code: codes.get(name) ?? '', name, role, review_grade: times >= 3 ? '不合格' : times > 0 ? 'B' : 'A', times_in_arrears: times,
      listed_on: listed ? on : null, listed_until: listed ? until : null, liaison: monitored ? (LIAISONS[k % LIAISONS.length] ?? null) : null, monitored,
    };
  });
