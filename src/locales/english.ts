import type { chinese } from './chinese.ts';
import bottom from './en/bottom.ts';
import errors from './en/errors.ts';
import filters from './en/filters.ts';
import kpi from './en/kpi.ts';
import map from './en/map.ts';
import overview from './en/overview.ts';
import panel from './en/panel.ts';
import ranking from './en/ranking.ts';
import risks from './en/risks.ts';
import shell from './en/shell.ts';
import trend from './en/trend.ts';
import values from './en/values.ts';

/** Same keys, any words: a key that English lacks is a type error. */
type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };

/** Every UI string in English; loaded when it is chosen. */
export const english: Words<typeof chinese> = { bottom, errors, filters, kpi, map, overview, panel, ranking, risks, shell, trend, values };
