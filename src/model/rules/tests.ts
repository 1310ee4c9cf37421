import * as z from 'zod/mini';
import { COMPLIANCE_ITEMS, type ComplianceItem } from '../compliance.ts';
import { LEVELS } from '../tables/computed.ts';
import { projects, STAGES } from '../tables/projects.ts';

const days = z.int().check(z.gte(0), z.lte(3650));
const times = z.int().check(z.gte(1), z.lte(99));
const months = z.int().check(z.gte(1), z.lte(60));
const percent = z.number().check(z.gt(0), z.lte(100));
const named = (columns: readonly { name: string }[]) => z.enum(columns.map((c) => c.name) as [string, ...string[]]);
const amountColumn = named(projects.columns.filter((c) => c.unit === '元' && !c.derived));
const dateColumn = named(projects.columns.filter((c) => c.type === 'DATE' && !c.derived));
const stages = z.array(z.enum(Object.keys(STAGES) as (keyof typeof STAGES)[]));
const item = z.enum(Object.keys(COMPLIANCE_ITEMS) as ComplianceItem[]);

/** 红|橙|黄|蓝. */
export const levelSchema = z.enum(Object.keys(LEVELS) as (keyof typeof LEVELS)[]);

/**
 * What a warning rule can test. A rule of the county's file names one of these, its parameters and a text; so a new rule needs no code.
 * `words`: what the text may say in braces; each is filled from the row that fired.
 */
export const RULE_TESTS = {
  /** 应拨人工费 not fully in the account `months` after the end of its month; earlier money settles older months first. */
  labour_cost_cycle: { params: z.strictObject({ months }), words: ['days', 'over', 'limit', 'n', 'd', 'since', 'due_on'] },
  /**
   * `days` after date `from`, date `until` is still blank though the ledger fills it for other projects (null: nothing ends it). Where `item` of 制度落实
   * was checked, that decides instead of the blank.
   */
  step_overdue: {
    params: z.strictObject({ from: dateColumn, until: z.nullable(dateColumn), days, item: z.nullable(item), stages }),
    words: ['days', 'over', 'limit', 'since', 'due_on'],
  },
  /** 制度落实: done below this share of total. Deposit: not where it is exempt (减免). */
  item_missing: { params: z.strictObject({ item, below_percent: percent }), words: ['item', 'n', 'd', 'rate', 'limit'] },
  /** Amount below a share of another amount of the project, but for 保证金形式 listed in `except`. */
  share_below: {
    params: z.strictObject({ amount: amountColumn, of: amountColumn, below_percent: percent, except: z.array(z.enum(['现金', '银行保函', '保证保险', '减免', '缓缴'])) }),
    words: ['n', 'd', 'rate', 'limit'],
  },
  /** 到位资金 ÷ 合同造价 below one limit for works shorter than `long_months`, another for longer ones; unknown length: the lower of the two. */
  funds_below: {
    params: z.strictObject({ short_percent: percent, long_percent: percent, long_months: months, stages }),
    words: ['n', 'd', 'rate', 'limit'],
  },
  /** 专户余额 lasts fewer than `months` of the last month's wages; works not completed only. */
  account_dry: { params: z.strictObject({ months: z.number().check(z.gt(0), z.lte(60)) }), words: ['n', 'd', 'months', 'limit'] },
  /** Open and more than `days` past 承诺化解日期. */
  promise_overdue: { params: z.strictObject({ days }), words: ['days', 'due_on'] },
  /** Open and the promise moved at least `times`. */
  promise_moved: { params: z.strictObject({ times }), words: ['n', 'limit', 'since', 'due_on'] },
  /** Wages past their pay day: levels by age, oldest first unpaid month; beyond the last band the rule's own level. */
  wages_overdue: {
    params: z.strictObject({ bands: z.array(z.strictObject({ months, level: levelSchema })) }),
    words: ['days', 'n', 'd', 'since'],
  },
  /** Wages cleared below a share of wages due (payroll and payments). */
  wages_cleared: { params: z.strictObject({ below_percent: percent }), words: ['n', 'd', 'rate', 'limit'] },
  /** A pay day on a rest day, from `lead_days` before the last workday until it. */
  pay_day_holiday: { params: z.strictObject({ lead_days: days }), words: ['days', 'pay_day', 'due_on', 'n', 'd'] },
  /** Completed, nothing owed: 专户 may be closed only after `days` of 公示. */
  account_closing: { params: z.strictObject({ days }), words: ['days', 'limit', 'since', 'due_on'] },
  /** The contractor's 欠薪次数 is at least `times`. */
  repeat_arrears: { params: z.strictObject({ times }), words: ['n', 'limit', 'company'] },
  /** Filed case not closed: at most `remind` working days left; null: the limit has passed. */
  case_clock: {
    params: z.strictObject({ working_days: days, remind: z.nullable(days), extension: days }),
    words: ['days', 'limit', 'extension', 'since', 'due_on'],
  },
  /** Clue past the county's limit for reply or handling (rules.limits); 未设 limits never fire. */
  clue_limit: { params: z.strictObject({ step: z.enum(['reply_days', 'handling_days']) }), words: ['days', 'over', 'limit', 'since', 'due_on'] },
} as const;

export type RuleTest = keyof typeof RULE_TESTS;
export type RuleParams<T extends RuleTest> = z.infer<(typeof RULE_TESTS)[T]['params']>;
export type RuleWord<T extends RuleTest> = (typeof RULE_TESTS)[T]['words'][number];
