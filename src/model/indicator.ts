import type { DimensionId } from './dimensions.ts';
import type { FilterId } from './filters.ts';

/** Row sources an indicator can count; src/query/facts.ts gives each its relation and its dimensions. */
export type Fact = 'projects' | 'accounts' | 'warned' | 'absent' | 'cases' | 'payments' | 'compliance' | 'actions' | 'returns' | 'inspections' | 'events' | 'warnings' | 'flow' | 'calendar';

/** What a definition may depend on besides the rows: SQL literals made from the rules and the snapshot (src/query/params.ts). */
export interface Scope {
  /** `DATE '…'` of the snapshot. */
  readonly asOf: string;
  /** Day of the snapshot compared with; NULL for the first. */
  readonly previous: string;
  /** Day before the window's first day: rows with day > windowFrom are in it. */
  readonly windowFrom: string;
  readonly windowWeeks: string;
  readonly campaignFrom: string;
  /** Last day of the campaign that counts: its own, or the snapshot's while it runs. */
  readonly campaignTo: string;
  readonly yearFrom: string;
  /** County's limit for 实时回复 in days; NULL until set. */
  readonly replyDays: string;
  /** Items of the county's default set, a SQL list of literals. */
  readonly setItems: string;
  /** 31 December of this winter. */
  readonly yearEnd: string;
  /** 除夕 of this winter; NULL when the calendar has none. */
  readonly newYearsEve: string;
  /** Substring of 所属行业 that 行业集中度 counts. */
  readonly industry: string;
}

/** One additive part: a row expression over a fact, summed. 0 where the row does not count; never NULL by accident. */
export interface Part {
  readonly fact: Fact;
  readonly sql: (scope: Scope) => string;
}

export type ValueType = 'BIGINT' | 'DECIMAL(18,2)' | 'DOUBLE';

/** 指标: the value is n ÷ d (`rate`, `ratio`) or n alone (`count`, `sum`). n and d are always kept and shown. */
export interface Indicator {
  readonly id: string;
  /** 名称. */
  readonly name: string;
  readonly english: string;
  /** 口径 in words. */
  readonly definition: string;
  readonly englishDefinition: string;
  /** rate: share in % · ratio: quotient in `unit` · count: number of rows · sum: amount. */
  readonly kind: 'rate' | 'ratio' | 'count' | 'sum';
  readonly n: readonly Part[];
  /** [] for counts and sums. */
  readonly d: readonly Part[];
  readonly nType: ValueType;
  readonly dType: ValueType;
  /** Unit printed after the value; 万元 divides the stored 元 by 10,000. */
  readonly unit: '%' | '个' | '件' | '项' | '条' | '人' | '万元' | '天' | '个月' | '次' | '户' | '个/周' | '起';
  /** What n and d count, e.g. 个项目. */
  readonly noun: string;
  readonly decimals: 0 | 1 | 2;
  readonly better: 'up' | 'down' | null;
  /** true: values over places add up to the county's (counts and sums); rates never. */
  readonly additive: boolean;
  readonly dimensions: readonly DimensionId[];
  /** Filters that act on it; under any other it keeps its value and the panel says 不按…筛选. */
  readonly filters: readonly FilterId[];
  /** Smallest denominator that is ranked. */
  readonly minimum: number;
  /** false: cannot live in the cube (depends on more than the snapshot's state or on other keys). */
  readonly cube: boolean;
  /** Article of law or ledger the definition rests on. */
  readonly source: string;
}

const KINDS = {
  project: { dimensions: ['place', 'dept', 'invest', 'stage', 'grade', 'leader', 'contractor'], filters: ['area', 'dept', 'inv', 'stage', 'g'] },
  /** 隐患等级 would turn these into 0/8. */
  ungraded: { dimensions: ['place', 'dept', 'invest', 'stage', 'grade', 'leader', 'contractor'], filters: ['area', 'dept', 'inv', 'stage'] },
  case: { dimensions: ['place', 'dept'], filters: ['area', 'dept'] },
  county: { dimensions: [], filters: [] },
} as const satisfies Record<string, { dimensions: readonly DimensionId[]; filters: readonly FilterId[] }>;

type Given = Pick<Indicator, 'id' | 'name' | 'english' | 'definition' | 'englishDefinition' | 'n' | 'unit' | 'noun' | 'source'> & Partial<Indicator> & { scope: keyof typeof KINDS };

/** Fills in what most indicators share: a percentage with one decimal, minimum 5, in the cube. */
export function indicator({ scope, ...given }: Given): Indicator {
  const kind = given.kind ?? ((given.d?.length ?? 0) > 0 ? 'rate' : given.unit === '万元' ? 'sum' : 'count');
  const type = given.unit === '万元' ? 'DECIMAL(18,2)' : 'BIGINT';
  return {
    kind, d: [], nType: type, dType: kind === 'ratio' ? 'BIGINT' : type, decimals: kind === 'rate' || given.unit === '万元' ? 1 : 0, better: null,
    additive: kind === 'count' || kind === 'sum', minimum: 5, cube: true, ...KINDS[scope], ...given,
  };
}

/** A part that counts rows for which the predicate holds (NULL counts as no). */
export const countOf = (fact: Fact, predicate: (s: Scope) => string): Part => ({ fact, sql: (s) => `CASE WHEN ${predicate(s)} THEN 1 ELSE 0 END` });
/** A part that sums a column over rows for which the predicate holds; NULL adds nothing. */
export const sumOf = (fact: Fact, column: string, predicate: (s: Scope) => string = () => 'TRUE'): Part => ({
  fact, sql: (s) => `CASE WHEN ${predicate(s)} THEN coalesce(${column}, 0) ELSE 0 END`,
});
