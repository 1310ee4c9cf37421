import { describe, expect, it } from 'vitest';
import { type Column, tableOf } from '../../src/model/tables.ts';
import { factorOf, headerUnits, isUnitText, unitRow } from './units.ts';

const column = (table: string, name: string): Column => {
  const found = tableOf(table).columns.find((c) => c.name === name);
  if (!found) throw new Error(name);
  return found;
};
const wages = column('projects', 'unpaid_wages');

describe('money', () => {
  it.each<[string[], number | null, number | null]>([
    [['未支付工资'], null, 1],
    [['未支付工资（万元）'], null, 10_000],
    [['未支付工资(单位：亿元)'], null, 100_000_000],
    [['未支付工资【千元】'], null, 1000],
    [['未支付工资/百万元'], null, 1_000_000],
    [['未支付工资\n万元'], null, 10_000],
    [['未支付工资', '（万元）'], null, 10_000],
    [['金额（万元）', '未支付工资'], null, 10_000],
    [['未支付工资（元）'], 10_000, 1],
    [['未支付工资'], 10_000, 10_000],
    [['未支付工资（必填）'], 10_000, 10_000],
    [['未支付工资（美元）'], null, 1],
    [['未支付工资（人）'], null, null],
  ])('%j under a unit row of %s: × %s', (header, row, factor) => expect(factorOf(wages, headerUnits(header), row)).toBe(factor));
});

describe('other units', () => {
  it.each([
    ['projects', 'progress_pct', '形象进度（%）', 1],
    ['projects', 'progress_pct', '形象进度（‰）', 0.1],
    ['projects', 'workers', '用工人数（人）', 1],
    ['projects', 'workers', '用工人数（万人）', 10_000],
    ['events', 'judged_minutes', '研判用时（小时）', 60],
    ['projects', 'place_code', '属地（个）', 1],
    ['projects', 'workers', '用工人数（元）', null],
  ])('%s.%s %s: × %s', (table, name, header, factor) => expect(factorOf(column(table, name), headerUnits([header]), 10_000)).toBe(factor));
});

describe('unitRow', () => {
  it.each<[string, number | null]>([
    ['单位：万元', 10_000],
    ['单位:元、人', 1],
    ['单位：人、万元', 10_000],
    ['金额单位：人民币万元', 10_000],
    ['（单位：亿元）', 100_000_000],
    ['XX县台账（万元）', 10_000],
    ['填报单位：XX县住建局      单位：万元     2026年11月', 10_000],
    ['填报人：张三 单 位： 万元 填报人：李四', 10_000],
    ['（金额：万元）', 10_000],
    ['填报单位：XX县住建局', null],
    ['建设单位：万元置业', null],
    ['XX县在建工程项目台账', null],
  ])('%s → %s', (text, scale) => expect(unitRow([text])).toBe(scale));
});

it.each([['（万元）', true], ['单位：人', true], ['%', true], ['合同造价', false], ['', false], ['5', false], ['甲', false]])('%s is a unit: %s', (text, is) => {
  expect(isUnitText(text)).toBe(is);
});
