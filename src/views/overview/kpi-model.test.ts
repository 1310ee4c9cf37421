import { createI18n } from 'vue-i18n';
import { compileMessage } from '../../composables/message-format.ts';
import { describe, expect, it } from 'vitest';
import { wordsOf, type Words } from '../../composables/use-words.ts';
import { MESSAGES, type Language } from '../../locales/messages.ts';
import { DEFAULT_RULES } from '../../model/rules.ts';
import { basisWord } from './kpi-basis.ts';
import { kpiCells, kpiSize, type KpiInput } from './kpi-model.ts';

const wordsIn = (locale: Language): Words => wordsOf(createI18n({ legacy: false, locale, messageCompiler: compileMessage, messages: MESSAGES }).global);
const zh = wordsIn('zh-CN');

const WEEK_38 = { as_of: '2026-09-18', no_arrears_rate_n: 40, no_arrears_rate_d: 66, open_risk_n: 26, severe_open_n: 8, court_open_n: 0, unpaid_wages_n: 81_000_000, unpaid_workers_n: 4002, clue_on_time_rate_n: 60, clue_on_time_rate_d: 84 };
const WEEK_46 = { as_of: '2026-11-13', no_arrears_rate_n: 60, no_arrears_rate_d: 66, open_risk_n: 6, severe_open_n: 4, court_open_n: 2, unpaid_wages_n: 12_680_000, unpaid_workers_n: 412, clue_on_time_rate_n: 103, clue_on_time_rate_d: 112, action_done_rate_n: 8, action_done_rate_d: 10, warnings_open_n: 6 };
const WEEK_47 = {
  as_of: '2026-11-20', no_arrears_rate_n: 64, no_arrears_rate_d: 66, open_risk_n: 2, severe_open_n: 1, court_open_n: 2, unpaid_wages_n: 5_150_000, unpaid_workers_n: 173, clue_on_time_rate_n: 112, clue_on_time_rate_d: 119,
  action_done_rate_n: 8, action_done_rate_d: 11, warnings_open_n: 7, warned_projects_n: 7, warn_red_n: 1, warn_orange_n: 2, warn_yellow_n: 4, warn_blue_n: 0,
};
const input = (given: Partial<KpiInput> = {}): KpiInput => ({
  series: [WEEK_38, WEEK_46, WEEK_47], clock: { days_to_clear_n: 41, days_to_new_year_n: 77 }, asOf: '2026-11-20', compare: '2026-11-13', filters: {}, rules: DEFAULT_RULES, freshness: [], eve: '2027-02-05', ...given,
});
/** A cell as it is read: value, unit, n/d, beside | last line. */
const read = (given: KpiInput, words = zh) => kpiCells(given, words).map((c) => `${[c.value, c.unit, c.parts, c.beside].filter(Boolean).join(' ')} | ${c.foot.map((p) => p.text).join(' · ')}`);

describe('the seven cells', () => {
  it('week 47 against week 46, as in the picture', () => {
    expect(read(input())).toEqual([
      '97.0 % 64/66 个项目 | ▲ 6.1 个百分点 好转 · 上周 60/66',
      '2 个 严重 1 · 一般 1 | ▼ 4 好转 · 上周 6 · 司法程序 2/2',
      '515.0 万元 173 人 | ▼ 753.0 好转 · 上周 1,268.0',
      '94.1 % 112/119 件 | ▲ 2.2 个百分点 好转 · 差目标 0.9 · 上周 103/112',
      '8 / 11 项 72.7% | 未办结 3 · ▼ 7.3 个百分点 转差 · 上周 8/10',
      '7 条 红 1 · 橙 2 · 黄 4 | ▲ 1 转差 · 上周 6 · 涉及 7 个项目',
      '41 天 年底 · 政府类 | 除夕（2027-02-05）还有 77 天',
    ]);
  });
  it('against week 38: the basis is no longer 上周', () => {
    expect(read(input({ compare: '2026-09-18' })).slice(0, 3)).toEqual(['97.0 % 64/66 个项目 | ▲ 36.4 个百分点 好转 · 较第38周 40/66', '2 个 严重 1 · 一般 1 | ▼ 24 好转 · 较第38周 26 · 司法程序 2/2', '515.0 万元 173 人 | ▼ 7,585.0 好转 · 较第38周 8,100.0']);
  });
  it('the first snapshot has nothing to compare with; 不对比 compares nothing', () => {
    expect(read(input({ asOf: '2026-09-18', compare: null }))[0]).toBe('60.6 % 40/66 个项目 | — 期初快照，无上周数据');
    expect(read(input({ compare: null }))[0]).toBe('97.0 % 64/66 个项目 | ');
  });
  it('says 持平, never an arrow of 0, and 不足 for a change that rounds to nothing', () => {
    expect(read(input({ series: [{ ...WEEK_47, as_of: '2026-11-13' }, WEEK_47] }))[0]).toBe('97.0 % 64/66 个项目 | — 持平 · 上周 64/66');
    expect(read(input({ series: [{ ...WEEK_46, unpaid_wages_n: 5_150_100 }, WEEK_47] }))[2]).toContain('▼ 不足 0.1 好转');
  });
  it('keeps 0, 无在管项目 and — apart', () => {
    const none = { as_of: '2026-11-20', no_arrears_rate_n: 0, no_arrears_rate_d: 0, open_risk_n: 0, severe_open_n: 0, court_open_n: 0, unpaid_wages_n: 0, unpaid_workers_n: 0, clue_on_time_rate_n: 0, clue_on_time_rate_d: 0, action_done_rate_n: 0, action_done_rate_d: 0, warnings_open_n: null };
    expect(read(input({ series: [none], compare: null }))).toEqual([
      '— 0/0 无在管项目 | — 期初快照，无上周数据', '0 个 严重 0 · 一般 0 | — 期初快照，无上周数据', '0.0 万元 0 人 | — 期初快照，无上周数据', '— 0/0 无到期线索 | — 期初快照，无上周数据',
      '— 0/0 上次调度会无交办 | — 期初快照，无上周数据', '— | — 期初快照，无上周数据', '41 天 年底 · 政府类 | 除夕（2027-02-05）还有 77 天',
    ]);
  });
  it('counts past the dates, and does not invent 除夕', () => {
    expect(read(input({ clock: { days_to_clear_n: -22, days_to_new_year_n: -1 } }))[6]).toBe('超 22 天 年底 · 政府类 | 除夕（2027-02-05）已过 1 天');
    expect(read(input({ eve: null }))[6]).toContain('除夕日期未公布');
  });
  it('says which set filter does not act', () => {
    expect(kpiCells(input({ filters: { g: ['严重'], inv: ['国企'] } }), zh).map((c) => c.idle)).toEqual(['不按隐患等级筛选', '', '', '不按投资性质、隐患等级筛选', '不按投资性质、隐患等级筛选', '不按隐患等级筛选', '']);
  });
  it('says which one is late, by its tables', () => {
    const freshness = [{ table: 'projects', latest: '2026-11-20', late: 0 }, { table: 'cases', latest: '2026-11-13', late: 7 }];
    expect(kpiCells(input({ freshness }), zh).map((c) => c.late)).toEqual(['', '', '', '本项截止 11-13，晚报 7 天', '', '', '']);
  });
  it("takes the county's decimals", () => {
    expect(read(input({ rules: { ...DEFAULT_RULES, decimals: { no_arrears_rate: 2 } } }))[0]).toBe('96.97 % 64/66 个项目 | ▲ 6.06 个百分点 好转 · 上周 60/66');
  });
  it('is heard in one sentence with its n/d, in both languages', () => {
    expect(kpiCells(input(), zh)[0]!.said).toBe('无欠薪比例 97.0%，64/66 个项目；▲ 6.1 个百分点 好转，上周 60/66');
    expect(kpiCells(input({ filters: { g: ['严重'] } }), wordsIn('en'))[0]!.said).toBe('Projects without arrears 97.0%, 64/66 projects; ▲ 6.1 pp better, last week 60/66; not by Risk grade');
  });
});

it.each([
  ['2026-11-20', '2026-11-13', '上周'], ['2026-11-20', '2026-11-09', '上周'], ['2026-11-20', '2026-11-06', '较第45周'], ['2026-10-09', '2026-09-25', '较第39周'], ['2027-01-08', '2026-12-31', '上周'], ['2027-01-15', '2026-12-31', '较2026年第53周'],
])('%s against %s is %s', (asOf, compare, word) => {
  expect(basisWord(zh.t, asOf, compare)).toBe(word);
});

it.each([['97.0', '%', '64/66', '个项目', 1], ['1,234.5', '万元', null, '12,345 人', 2], ['12,345,678.9', '万元', null, '1,234,567 人', 3]] as const)('number %s %s shrinks before it is cut', (value, unit, parts, beside, size) => {
  expect(kpiSize({ value, unit, parts, beside })).toBe(size);
});
