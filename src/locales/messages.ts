import enBottom from './en/bottom.ts';
import enErrors from './en/errors.ts';
import enFilters from './en/filters.ts';
import enKpi from './en/kpi.ts';
import enMap from './en/map.ts';
import enOverview from './en/overview.ts';
import enPanel from './en/panel.ts';
import enRanking from './en/ranking.ts';
import enRisks from './en/risks.ts';
import enShell from './en/shell.ts';
import enTrend from './en/trend.ts';
import enValues from './en/values.ts';
import zhBottom from './zh-CN/bottom.ts';
import zhErrors from './zh-CN/errors.ts';
import zhFilters from './zh-CN/filters.ts';
import zhKpi from './zh-CN/kpi.ts';
import zhMap from './zh-CN/map.ts';
import zhOverview from './zh-CN/overview.ts';
import zhPanel from './zh-CN/panel.ts';
import zhRanking from './zh-CN/ranking.ts';
import zhRisks from './zh-CN/risks.ts';
import zhShell from './zh-CN/shell.ts';
import zhTrend from './zh-CN/trend.ts';
import zhValues from './zh-CN/values.ts';

/** Same keys, any words: a key that English lacks is a type error. */
type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };

const zh = { bottom: zhBottom, errors: zhErrors, filters: zhFilters, kpi: zhKpi, map: zhMap, overview: zhOverview, panel: zhPanel, ranking: zhRanking, risks: zhRisks, shell: zhShell, trend: zhTrend, values: zhValues } as const;
const en: Words<typeof zh> = { bottom: enBottom, errors: enErrors, filters: enFilters, kpi: enKpi, map: enMap, overview: enOverview, panel: enPanel, ranking: enRanking, risks: enRisks, shell: enShell, trend: enTrend, values: enValues };

/** Every UI string, by language and area. Names of indicators, columns and rules are the catalogues'. */
export const MESSAGES = { 'zh-CN': zh, en } as const;
export type Language = keyof typeof MESSAGES;
