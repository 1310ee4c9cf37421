import bottom from './zh-CN/bottom.ts';
import errors from './zh-CN/errors.ts';
import filters from './zh-CN/filters.ts';
import kpi from './zh-CN/kpi.ts';
import map from './zh-CN/map.ts';
import overview from './zh-CN/overview.ts';
import panel from './zh-CN/panel.ts';
import ranking from './zh-CN/ranking.ts';
import risks from './zh-CN/risks.ts';
import shell from './zh-CN/shell.ts';
import trend from './zh-CN/trend.ts';
import values from './zh-CN/values.ts';

/** Every UI string in Chinese, by area: the language the page starts in. */
export const chinese = { bottom, errors, filters, kpi, map, overview, panel, ranking, risks, shell, trend, values } as const;
