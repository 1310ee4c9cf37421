import errors from './zh-CN/errors.ts';
import filters from './zh-CN/filters.ts';
import kpi from './zh-CN/kpi.ts';
import marks from './zh-CN/marks.ts';
import overview from './zh-CN/overview.ts';
import panel from './zh-CN/panel.ts';
import ranking from './zh-CN/ranking.ts';
import risks from './zh-CN/risks.ts';
import shell from './zh-CN/shell.ts';
import trend from './zh-CN/trend.ts';
import values from './zh-CN/values.ts';

/** The UI strings of the first screen in Chinese, by area: the language the page starts in. The others: late-chinese.ts, and the pages' own. */
export const chinese = { errors, filters, kpi, marks, overview, panel, ranking, risks, shell, trend, values } as const;
