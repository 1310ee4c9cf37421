import * as z from 'zod/mini';
import { isIsoDay } from '../../shared/dates.ts';
import { COMPLIANCE_ITEMS, type ComplianceItem } from '../compliance.ts';
import { BOARD_METRICS, MEETING_ITEMS, SITE_ORDERS } from '../meeting.ts';
import { levelSchema, RULE_TESTS, type RuleTest } from './tests.ts';

const isoDay = z.string().check(z.refine(isIsoDay));
const monthDay = z.string().check(z.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
const points = z.int().check(z.gte(0), z.lte(1000));
const percent = z.number().check(z.gte(0), z.lte(100));
const label = z.string().check(z.minLength(1), z.maxLength(40));
const limit = z.nullable(z.int().check(z.gte(1), z.lte(3650)));

const ruleBase = {
  id: z.string().check(z.regex(/^[a-z][a-z0-9_]*$/)),
  name: label,
  level: levelSchema,
  enabled: z.boolean(),
  /** Article the rule rests on, as printed: 条例第24条. */
  article: z.string(),
  /** Article of the penalty; '' if none. */
  penalty: z.string(),
  /** Sentence shown, with the test's words in braces. */
  text: z.string().check(z.minLength(1)),
};
const ruleOf = <T extends RuleTest>(test: T) => z.strictObject({ ...ruleBase, test: z.literal(test), params: RULE_TESTS[test].params as (typeof RULE_TESTS)[T]['params'] });

/** One warning rule of the rules file; `test` decides its parameters. */
export const warningRuleSchema = z.discriminatedUnion('test', [
  ruleOf('labour_cost_cycle'), ruleOf('step_overdue'), ruleOf('item_missing'), ruleOf('share_below'), ruleOf('funds_below'), ruleOf('account_dry'), ruleOf('promise_overdue'), ruleOf('promise_moved'),
  ruleOf('wages_overdue'), ruleOf('wages_cleared'), ruleOf('pay_day_holiday'), ruleOf('account_closing'), ruleOf('repeat_arrears'), ruleOf('case_clock'), ruleOf('clue_limit'),
]);
export type WarningRule = z.infer<typeof warningRuleSchema>;

/** Working-day calendar: rest days and 调休 workdays of `years`; other years count weekends only and are said to be unpublished. */
const calendarSchema = z.strictObject({
  years: z.array(z.int()),
  holidays: z.array(isoDay),
  workdays: z.array(isoDay),
  festivals: z.record(z.string().check(z.regex(/^\d{4}$/)), z.strictObject({ spring_festival: isoDay, new_years_eve: isoDay })),
  /** Years asked for whose holidays are not published: 2027年假期未公布. */
  unpublished: z.array(z.int()),
});
export type Calendar = z.infer<typeof calendarSchema>;

/** Points by size: the last step whose `from` is reached. */
const steps = z.array(z.strictObject({ from: z.number().check(z.gte(0)), points }));
export type Steps = z.infer<typeof steps>;

const level = z.strictObject({ order: z.int(), word: label, token: z.string().check(z.regex(/^--[a-z0-9-]+$/)) });
const breaks = z.strictObject({
  /** up: the first class is best and holds values ≥ the first bound · down, none: the fifth class holds values ≥ the last bound. */
  direction: z.enum(['up', 'down', 'none']),
  /** Four bounds between five classes, of the value as displayed, in the indicator's unit. */
  bounds: z.array(z.number()).check(z.length(4)),
});

/** The agenda of the 调度会. */
const meeting = z.strictObject({
  /** Items in order; one that is not listed is not shown. Minutes: of the item, of `sites` for each site. */
  agenda: z.array(z.strictObject({ item: z.enum(MEETING_ITEMS), minutes: z.number().check(z.gte(0.5), z.lte(180)) })).check(z.minLength(1), z.refine((list) => new Set(list.map((a) => a.item)).size === list.length)),
  /** Sites that get a screen of their own: 未销号 with one of these grades, or 挂牌督办 if `supervised`; the first `most` by `order`. */
  sites: z.strictObject({ grades: z.array(z.enum(['严重', '一般'])), supervised: z.boolean(), order: z.enum(SITE_ORDERS), most: z.int().check(z.gte(1), z.lte(60)) }),
  /** Rate of the 红黑榜. */
  metric: z.enum(BOARD_METRICS),
  /** Rows of a list on one screen, and 早期预警 shown at most. */
  rows: z.int().check(z.gte(3), z.lte(8)),
  warnings_most: z.int().check(z.gte(0), z.lte(60)),
  /** Weeks without any change from which a site counts as 未动. */
  unmoved_weeks: z.int().check(z.gte(1), z.lte(52)),
});

/** The county's rule file after defaults. */
export const rulesSchema = z.strictObject({
  version: label,
  window_weeks: z.int().check(z.gte(1), z.lte(104)),
  campaign: z.strictObject({ name: label, from: isoDay, to: isoDay }),
  /** By indicator id; `by` as MM-DD, null: always. */
  targets: z.record(z.string(), z.strictObject({ value: z.number(), by: z.nullable(monthDay) })),
  minimum_denominator: z.strictObject({ default: z.int().check(z.gte(1)), by_indicator: z.record(z.string(), z.int().check(z.gte(1))) }),
  /** Decimals by indicator id where the county wants others than the catalogue's. */
  decimals: z.record(z.string(), z.enum({ none: 0, one: 1, two: 2 })),
  sets: z.record(label, z.array(z.enum(Object.keys(COMPLIANCE_ITEMS) as ComplianceItem[])).check(z.minLength(1))),
  default_set: label,
  limits: z.strictObject({ reply_days: limit, handling_days: limit }),
  warnings: z.array(warningRuleSchema),
  levels: z.strictObject({ 红: level, 橙: level, 黄: level, 蓝: level }),
  score: z.strictObject({
    grade: z.strictObject({ 一般: points, 严重: points }),
    /** 万元. */
    amount: steps,
    workers: steps,
    /** Days. */
    overdue: steps,
    group_event: points,
    supervised: points,
    /** Earlier closings of a project that is open again. */
    rebound: steps,
    promises: steps,
    /** At most `within` days left; past the date counts. */
    deadline: z.array(z.strictObject({ within: z.int(), points })),
  }),
  /** By indicator id; `rate_up` and `rate_down` for rates without their own. */
  map_breaks: z.record(z.string(), breaks),
  /** 黑榜: a rate below this. */
  blacklist_below: percent,
  boards: z.strictObject({ good: label, bad: label }),
  meeting,
  stale_days: z.int().check(z.gte(1)),
  /** 元 by which two statements of one amount may differ: ledgers in 万元 round. */
  tolerances: z.strictObject({ unpaid_wages: z.number().check(z.gte(0)) }),
  calendar: calendarSchema,
});
export type Rules = z.infer<typeof rulesSchema>;
