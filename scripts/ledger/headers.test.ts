import { describe, expect, it } from 'vitest';
import { LEDGER_TABLES, ledgerColumns, tableOf } from '../../src/model/tables.ts';
import { findHeader, headerCells } from './find-header.ts';
import { headerForms, isRowNumber, matchColumns, normalise, splitBrackets } from './headers.ts';

const match = (table: string, ...headers: string[]): Record<string, string> =>
  Object.fromEntries(matchColumns(headerForms(headers.map((text) => [{ text }])), tableOf(table)).map((m) => [headers[m.raw] ?? '', m.column.name]));

describe('normalise', () => {
  it.each([
    [' 项目\n名称 ', '项目名称'],
    ['＊合同造价（万元）：', '合同造价(万元)'],
    ['ＰＰＰ项目', 'ppp项目'],
    ['项目　名称*', '项目名称'],
  ])('%j → %j', (text, plain) => expect(normalise(text)).toBe(plain));
  it('splits brackets off', () => expect(splitBrackets('合同造价(万元)【必填】')).toEqual({ bare: '合同造价', notes: ['万元', '必填'] }));
});

describe('matchColumns', () => {
  it.each([
    ['合同造价（万元）', 'contract_amount'],
    ['合同造价/万元', 'contract_amount'],
    ['未支付工资万元', 'unpaid_wages'],
    ['所属\n乡镇', 'place_code'],
    ['隐患等级（无欠薪/一般/严重）', 'risk_grade'],
    ['陈欠/新欠', 'origin'],
    ['＊项目名称（必填）', 'name'],
    ['承诺化解时间', 'promised_on'],
    ['unpaid_wages', 'unpaid_wages'],
  ])('%j is projects.%s', (header, column) => expect(match('projects', header)).toEqual({ [header]: column }));

  it('lets an exact title beat an alias, whatever the order', () => {
    expect(match('payroll', '项目名称', '项目编号', '月份')).toEqual({ 项目编号: 'project_id', 月份: 'month' });
    expect(match('payroll', '项目名称', '月份')).toEqual({ 项目名称: 'project_id', 月份: 'month' });
  });

  it('gives a column to one header only, the left one', () => {
    const found = matchColumns(headerForms([[{ text: '备注' }], [{ text: '备注' }]]), tableOf('projects'));
    expect(found.map((m) => m.raw)).toEqual([0]);
  });

  it('combines the rows of a header', () => {
    const rows = [['项目名称', '工程款', '', '人工费', ''], ['', '应付', '已付', '应拨', '实拨']];
    const found = matchColumns(headerForms(headerCells(rows, 0, 1)), tableOf('projects'));
    expect(found.map((m) => m.column.name)).toEqual(['name', 'progress_payment_due', 'progress_payment_paid', 'labour_cost_due', 'labour_cost_paid']);
  });
});

it.each(['序号', 'NO.', 'No', '№', '序  号', '＃'])('%s counts rows', (header) => expect(isRowNumber(header)).toBe(true));

describe('findHeader', () => {
  const hints = { sheet: 'Sheet1', file: '1.xlsx' };

  it.each(LEDGER_TABLES.map((t) => [t.title, t] as const))('recognises every table by its own titles alone: %s', (_, table) => {
    const found = findHeader([ledgerColumns(table).map((c) => c.title)], hints);
    expect(found).toMatchObject({ table: { name: table.name }, missing: [] });
    expect(found?.matches).toHaveLength(ledgerColumns(table).length);
  });

  it.each([
    ['payments', ['项目名称', '清偿日期', '清偿金额', '涉及人数', '资金来源'], ['流水号']],
    ['places', ['属地', '属地类别', '负责人'], ['属地编码']],
    ['cases', ['项目名称', '受理日期', '来源渠道', '涉及人数', '涉及金额'], ['线索编号']],
  ])('does not pass a table that lacks a required column off as 项目台账: %s', (name, headers, missing) => {
    expect(findHeader([headers], hints)).toMatchObject({ table: { name }, missing });
  });

  it.each([
    ['projects', ['项目名称', '属地']],
    ['projects', ['项目编码', '项目名称', '属地编码', '属地', '责任人']],
    ['payroll', ['项目编号', '项目名称', '月份', '应发工资', '实发工资', '应拨人工费', '实拨人工费']],
    ['departments', ['部门编码', '主管部门', '责任人', '排序']],
    ['places', ['乡镇代码', '乡镇街道', '类别', '责任人']],
    ['compliance', ['项目名称', '检查项', '落实', '总数']],
  ])('%s: %j', (name, headers) => expect(findHeader([headers], hints)).toMatchObject({ table: { name }, missing: [] }));

  it('breaks a tie by the name of the sheet', () => {
    const rows = [['编号', '日期', '项目名称', '备注']];
    expect(findHeader(rows, { sheet: '突发事件', file: 'a.xlsx' })?.table.name).toBe('events');
    expect(findHeader(rows, { sheet: '交办台账', file: 'a.xlsx' })?.table.name).toBe('actions');
  });

  it('finds no header in prose or in data', () => {
    expect(findHeader([['填表说明'], ['1. 请逐项填写项目名称。'], ['2. 金额单位为万元。']], hints)).toBeNull();
    expect(findHeader([['P001', '太平小学', '太平镇', '12.5']], hints)).toBeNull();
  });

  it('takes the numbers and units of columns under the header as part of it', () => {
    const rows = [['项目名称', '合同造价', '未支付工资'], ['', '（万元）', '（元）'], ['甲', '1', '2'], ['太平小学', '5', '6']];
    expect(findHeader(rows, hints)).toMatchObject({ from: 0, to: 1 });
    expect(findHeader([['项目名称', '合同造价', '未支付工资', '属地'], ['甲', '1', '2', '3'], ['太平小学', '5', '6', '']], hints)).toMatchObject({ to: 1 });
  });
});
