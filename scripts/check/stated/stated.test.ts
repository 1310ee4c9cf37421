import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorOf } from '../../../src/model/indicators.ts';
import { displayedRate, roundedQuotient } from './arithmetic.ts';
import { againstData, indicatorFor } from './data.ts';
import { contradictions } from './itself.ts';
import { parseRow, parseStatement } from './parse.ts';
import { scopeConflicts } from './scope.ts';

const reasons = (value: string | null, parts: string | null) => {
  const row = parseRow(value, parts);
  return contradictions(row.value, row.parts).map((c) => `${c.check}: ${c.reason}`);
};

describe('reads what reports write', () => {
  const brief = (cell: string) => {
    const { quantities, fractions, bounds } = parseStatement(cell);
    return [quantities.map((q) => `${q.value}${q.unit === 'count' ? '' : q.unit}`), fractions.map((f) => `${f.n.value}/${f.d.value}`), bounds.map((b) => `${b.op}${b.quantity.value}${b.quantity.unit === 'percent' ? '%' : ''}`)];
  };
  it.each<[string, string[], string[], string[]]>([
    ['66', ['66'], [], []], ['66个', ['66'], [], []], ['1,680人', ['1680'], [], []], ['６６', ['66'], [], []],
    ['97.0%', ['97percent'], [], []], ['９７．０％', ['97percent'], [], []], ['64/66', [], ['64/66'], []], ['64 ／ 66', [], ['64/66'], []], ['64个/66个', [], ['64/66'], []],
    ['37+9', ['37', '9'], [], []], ['政府类37＋社会类9', ['37', '9'], [], []], ['无欠薪40、一般18、严重8', ['40', '18', '8'], [], []],
    ['8100万元', ['81000000yuan'], [], []], ['0.81亿元', ['81000000yuan'], [], []], ['8,100.0万元', ['81000000yuan'], [], []],
    ['0.93万元/人', ['9300yuan_per_head'], [], []], ['1557万元/1680人', [], ['15570000/1680'], []],
    ['超过10%', [], [], ['>10%']], ['10%以上', [], [], ['>=10%']], ['不足5%', [], [], ['<5%']], ['不超过 20%', [], [], ['<=20%']], ['≥95%', [], [], ['>=95%']], ['>5,000.0万元', [], [], ['>50000000']],
    ['97.0%（64/66）', ['97percent'], ['64/66'], []], ['6/55、5/55', [], ['6/55', '5/55'], []], ['6/55+5/55', [], ['6/55', '5/55'], []],
    ['26（其中严重8）', ['26'], [], []], ['40+26，其中严重8', ['40', '26'], [], []], ['其中严重8', ['8'], [], []],
    ['', [], [], []], ['良好', [], [], []], ['-5', ['-5'], [], []],
  ])('%s', (cell, quantities, fractions, bounds) => {
    expect(brief(cell)).toEqual([quantities, fractions, bounds]);
  });
  it('takes an equation in one cell apart', () => {
    expect(reasons('37+9=66', null)).toEqual(['stated_parts: 37 + 9 = 46 ≠ 66，差 20 未填']);
    expect(reasons('66=37+9', null)).toEqual(['stated_parts: 37 + 9 = 46 ≠ 66，差 20 未填']);
  });
});

describe('published figures (domain §7)', () => {
  it.each<[string, string, string, string[]]>([
    ['F1', '60.6%', '40/66', []], ['F2', '97.0%', '64/66', []], ['F2 without decimals', '97%', '64/66', []], ['F2 stock', '92.3%', '24/26', []],
    ['F3', '66', '37+9', ['stated_parts: 37 + 9 = 46 ≠ 66，差 20 未填']],
    ['F4', '66', '40+26+8', ['stated_parts: 40 + 26 + 8 = 74 ≠ 66；去掉 8 即相符：26 中可能已含 8，重复计算']],
    ['F4 as it should be', '66', '40+18+8', []],
    ['F5', '56.4%', '31/55', []],
    ['F6 town', '超过10%', '6/55', []],
    ['F6 bureau', '超过10%', '5/55', ['stated_claim: 5/55 = 9.1%，不符合“超过 10%”']],
    ['F6 both', '均超过10%', '6/55、5/55', ['stated_claim: 5/55 = 9.1%，不符合“超过 10%”；6/55 = 10.9%，符合；合计 11/55 = 20.0%']],
    ['F6 together', '20.0%', '11/55', []],
    ['F7', '42.86%', '18/42', []], ['F7 wrong', '42.9%', '19/42', ['stated_rate: 上报 42.9%，按分子分母为 19/42 = 45.2%']],
    ['F8', '90.48%', '1520/1680', []],
    ['F9', '0.93万元/人', '1557万元/1680人', []], ['F9 wrong', '0.97万元/人', '1557万元/1680人', ['stated_rate: 上报人均 0.97 万元/人，按金额和人数为 0.93 万元/人']],
    ['F10', '19.3%', '11/57', []],
    ['F11', '0.81亿元', '5100万元+3000万元', []], ['F11 rounded', '0.81亿元', '5120万元+3000万元', []], ['F11 wrong', '0.81亿元', '5160万元+3000万元', ['stated_parts: 5,160.0 万元 + 3,000.0 万元 = 8,160.0 万元 ≠ 8,100.0 万元，多 60.0 万元']],
    ['F12', '94.8%', '55/58', []], ['F12 claimed', '100%', '55/58', ['stated_rate: 上报 100%，按分子分母为 55/58 = 94.8%']],
    ['F13', '92.3%', '1478/1602', []],
    ['100% only if all', '100%', '1999/2000', ['stated_rate: 上报 100%，按分子分母为 1,999/2,000 = 99.9%']],
    ['no denominator', '0%', '0/0', ['stated_rate: 0/0：分母为 0，没有比率']],
    ['more than all', '103%', '68/66', ['stated_rate: 68/66：分子大于分母']],
    ['amount claim', '超过5000万元', '3000万元+1000万元', ['stated_claim: 4,000.0 万元，不符合“超过 5,000.0 万元”']],
  ])('%s: %s of %s', (_, value, parts, expected) => {
    expect(reasons(value, parts)).toEqual(expected);
  });

  it('rounds half up from integers', () => {
    expect(roundedQuotient(1, 8, 2)).toBe(0.13);
    expect(displayedRate(1, 2000, 1)).toBe(0.1);
    expect(displayedRate(0, 66, 1)).toBe(0);
    expect(displayedRate(1999, 2000, 1)).toBe(99.9);
    fc.assert(fc.property(fc.nat(5000), fc.integer({ min: 1, max: 5000 }), fc.constantFrom(0, 1, 2), (n, d, decimals) => {
      expect(Math.abs(roundedQuotient(n, d, decimals) - n / d)).toBeLessThanOrEqual(0.5 / 10 ** decimals + 1e-9);
    }));
  });

  it('never throws on any text', () => {
    const said = fc.stringMatching(/^[\d.,%/+=万亿元人超过以上不足其中、 -]{0,20}$/);
    fc.assert(fc.property(fc.oneof(fc.string(), said), fc.option(fc.oneof(fc.string(), said)), (value, parts) => {
      expect(reasons(value, parts)).toBeInstanceOf(Array);
    }), { numRuns: 500 });
  });
});

describe('against the data', () => {
  const compare = (id: string, value: string, parts: string | null, n: number | null, d: number | null) => {
    const row = parseRow(value, parts);
    return againstData(indicatorOf(id), row.value, row.parts, { n, d });
  };
  it.each<[string, string, string | null, number | null, number | null, string | null]>([
    ['no_arrears_rate', '97.0%', '64/66', 64, 66, null],
    ['no_arrears_rate', '97%', null, 64, 66, null],
    ['no_arrears_rate', '98.5%', '65/66', 64, 66, '无欠薪比例：上报 65/66，数据为 64/66 = 97.0%'],
    ['no_arrears_rate', '98.5%', null, 64, 66, '无欠薪比例：上报 98.5%，数据为 64/66 = 97.0%'],
    ['open_risk', '3个', null, 2, null, '未销号项目：上报 3，数据为 2'],
    ['unpaid_wages', '515万元', null, 5_150_000, null, null],
    ['unpaid_wages', '0.05亿元', null, 5_150_000, null, null],
    ['unpaid_wages', '8100万元', null, 5_150_000, null, '未支付工资：上报 8,100.0 万元，数据为 515.0 万元'],
    ['per_head', '0.93万元/人', null, 15_570_000, 1680, null],
    ['no_arrears_rate', '97.0%', null, null, null, null],
    ['no_arrears_rate', '97.0%', null, 0, 0, null],
  ])('%s stated %s %s', (id, value, parts, n, d, expected) => {
    expect(compare(id, value, parts, n, d)).toBe(expected);
  });
  it('finds the indicator by id or 名称', () => {
    expect(indicatorFor({ name: '无欠薪比例', indicator: null })?.id).toBe('no_arrears_rate');
    expect(indicatorFor({ name: '全县', indicator: 'clue_on_time_rate' })?.id).toBe('clue_on_time_rate');
    expect(indicatorFor({ name: '项目总数', indicator: null })).toBeNull();
  });
});

describe('scopes', () => {
  const row = (name: string, value: string, scope: string | null = null) => ({ name, scope, value: parseStatement(value) });
  it('F11: recovered this year is not part of what is unpaid', () => {
    const found = scopeConflicts([row('未支付工资', '0.81亿元', '截至11月20日'), row('追缴补发', '9652万元', '本年')]);
    expect(found).toEqual([{ index: 1, reason: '追缴补发 9,652.0 万元，未支付 8,100.0 万元：统计期间不同（一个累计，一个时点），不可相减' }]);
  });
  it('in one scope one of them is wrong; less than unpaid is fine', () => {
    expect(scopeConflicts([row('拖欠工资', '8100万元', '本年'), row('追回工资', '9652万元', '本年')])[0]?.reason).toContain('至少有一个不对');
    expect(scopeConflicts([row('未支付工资', '8100万元'), row('追缴补发', '652万元')])).toEqual([]);
    expect(scopeConflicts([row('追缴补发', '1652人')])).toEqual([]);
  });
});
