import type { chinese } from './chinese.ts';
import type { lateChinese } from './late-chinese.ts';
import bottom from './en/bottom.ts';
import errors from './en/errors.ts';
import filters from './en/filters.ts';
import kpi from './en/kpi.ts';
import map from './en/map.ts';
import marks from './en/marks.ts';
import overview from './en/overview.ts';
import panel from './en/panel.ts';
import ranking from './en/ranking.ts';
import rankingMarks from './en/rankingMarks.ts';
import risks from './en/risks.ts';
import shell from './en/shell.ts';
import trend from './en/trend.ts';
import values from './en/values.ts';
import type { Words } from './words.ts';

/** Every UI string in English; loaded when it is chosen. */
export const english: Words<typeof chinese & typeof lateChinese> = { bottom, errors, filters, kpi, map, marks, overview, panel, ranking, rankingMarks, risks, shell, trend, values };
