import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';
import { LEDGER_TABLES, ledgerColumns, tableOf } from '../../src/model/tables.ts';
import { literal } from '../../src/query/sql.ts';
import { openLedger } from './by-hand.ts';
import { parserOf } from './parse.ts';

let connection: DuckDBConnection;
beforeAll(async () => { connection = await openLedger(); });

/** Cells of one catalogue column as the pipeline reads them: quick path, slow path, range. */
async function parse(table: string, name: string, cells: readonly string[], factor = 1): Promise<unknown[]> {
  const column = tableOf(table).columns.find((c) => c.name === name)!;
  const parser = parserOf(column, '2026-11-20');
  const value = `coalesce(${parser.quick('x', 'f')}, ${parser.slow('x', 'f')})`;
  const result = await connection.runAndReadAll(`SELECT (${parser.accept?.('v') ?? 'v'})::VARCHAR FROM (SELECT i, ${value} AS v
    FROM (SELECT *, ${factor}::DECIMAL(10,1) AS f FROM (VALUES ${cells.map((c, i) => `(${i}, ${literal(c)})`).join(', ')}) c(i, x))) ORDER BY i`);
  return result.getRows().map(([v]) => v);
}

const tables: [what: string, table: string, column: string, factor: number, cases: readonly (readonly [cell: string, value: string | null])[]][] = [
  ['money in 元', 'projects', 'contract_amount', 1, [
    ['1234.5', '1234.50'], ['1,234,567.89', '1234567.89'], ['１，２３４．５', '1234.50'], ['￥1,000', '1000.00'], ['¥12.5万元', '125000.00'], ['12.5 万', '125000.00'],
    ['0.81亿元', '81000000.00'], ['3亿', '300000000.00'], ['5000元整', '5000.00'], ['人民币 5 元', '5.00'], ['1.005', '1.01'], ['-1.005', '-1.01'], ['1E+05', '100000.00'],
    ['(1,234.50)', '-1234.50'], ['（12）', '-12.00'], ['-5', '-5.00'], ['−5', '-5.00'], ['1 234 567', '1234567.00'], ['.5', '0.50'], ['0', '0.00'], ['2百万元', '2000000.00'],
    ['12,34', null], ['1,2345', null], ['(5', null], ['约5万', null], ['12万5千', null], ['1+2', null], ['五万', null], ['12.3.4', null], ['5万-6万', null], ['99999999999999999999', null],
  ]],
  ['money in 万元', 'projects', 'contract_amount', 10_000, [
    ['12.5', '125000.00'], ['1,000', '10000000.00'], ['5000元', '5000.00'], ['0.000001', '0.01'], ['1.2345678', '12345.68'], ['0.00000049', '0.00'], ['0.1', '1000.00'], ['0.2亿元', '20000000.00'],
  ]],
  ['money in 亿元', 'projects', 'contract_amount', 100_000_000, [['0.81', '81000000.00'], ['1.23456789', '123456789.00'], ['12', '1200000000.00']]],
  ['counts', 'projects', 'workers', 1, [
    ['12', '12'], ['１２', '12'], ['12人', '12'], ['1,200 人', '1200'], ['12.0', '12'], ['35户', '35'], ['3 个', '3'], ['-3', '-3'], ['0', '0'], ['12.5', null], ['十二', null], ['12-15', null], ['约50', null],
    ['99999999999', null],
  ]],
  ['percent', 'projects', 'progress_pct', 1, [['54%', '54.00'], ['５４．５％', '54.50'], ['54', '54.00'], ['0.54', '0.54'], ['100 %', '100.00'], ['5‰', '0.50'], ['-3%', '-3.00'], ['五成', null], ['50-60%', null]]],
  ['fractions of one', 'projects', 'progress_pct', 100, [['0.54', '54.00'], ['1', '100.00'], ['54%', '54.00']]],
  ['days', 'projects', 'start_on', 1, [
    ['2026-11-03', '2026-11-03'], ['2026/11/3', '2026-11-03'], ['2026.11.3', '2026-11-03'], ['2026年11月3日', '2026-11-03'], ['20261103', '2026-11-03'], ['2026-11-03 00:00:00', '2026-11-03'],
    ['2026-11-03T16:00:00Z', '2026-11-03'], ['2026-11-03 23:59:59+08:00', '2026-11-03'], ['２０２６年１１月３日', '2026-11-03'], ['2026 年 11 月 3 日', '2026-11-03'], ['2026年11月3号', '2026-11-03'], ['2026—11—03', '2026-11-03'],
    ['2026年11月3日（周二）', '2026-11-03'], ['2026年11月3日 上午 9:30', '2026-11-03'], ['2026年11月3日前', '2026-11-03'], ['46329', '2026-11-03'], ['46329.75', '2026-11-03'], ['2024-02-29', '2024-02-29'],
    ['2026年12月底前', '2026-12-31'], ['2027年2月底', '2027-02-28'], ['2026年底', '2026-12-31'],
    ['26-11-3', null], ['26.11.03', null], ['2026-02-30', null], ['2026-13-01', null], ['2025-02-29', null], ['2026年11月', null], ['11月3日', null], ['2026', null], ['2026-11-03abc', null], ['2026-11-3a', null], ['epoch', null], ['infinity', null],
    ['2026-11-03至2026-12-01', null], ['1900-01-00', null], ['1899-12-31', null], ['2206-11-03', null], ['99999', null], ['12345', null], ['08:30:00', null], ['春节前', null],
  ]],
  ['months', 'payroll', 'month', 1, [
    ['2026年11月', '2026-11-01'], ['2026-11', '2026-11-01'], ['2026.11', '2026-11-01'], ['202611', '2026-11-01'], ['2026年11月份', '2026-11-01'], ['2026-11-20', '2026-11-01'], ['46329', '2026-11-01'], ['2026/9', '2026-09-01'],
    ['2026.1', null], ['11月', null], ['202613', null], ['2026年13月', null],
  ]],
  ['是/否', 'projects', 'supervised', 1, [
    ['是', 'true'], ['否', 'false'], ['有', 'true'], ['无', 'false'], ['√', 'true'], ['×', 'false'], ['✓', 'true'], ['✔', 'true'], ['Y', 'true'], ['n', 'false'], ['Ｙ', 'true'], ['1', 'true'], ['0', 'false'], ['TRUE', 'true'], ['已挂牌', 'true'],
    ['未挂牌', 'false'], ['挂牌督办', 'true'], ['未挂牌督办', 'false'], [' 是 ', 'true'], ['尚未办理', 'false'], ['已解除', null], ['部分', null], ['是，2026年3月起', null], ['待定', null], ['未知', null], ['未填写', null], ['未确定', null], ['没有', 'false'],
  ]],
  ['已报送', 'projects', 'reported', 1, [['已报送', 'true'], ['未报送', 'false'], ['已录入系统', 'true']]],
  ['属实', 'cases', 'verified', 1, [['属实', 'true'], ['不属实', 'false'], ['查实', 'true'], ['未查实', 'false'], ['部分属实', null]]],
  ['enumerations', 'projects', 'risk_grade', 1, [['无', '无欠薪'], ['一般', '一般'], ['一般隐患', '一般'], ['严重（挂牌）', '严重'], [' 严 重 ', '严重'], ['重大隐患', '严重'], ['中等', null], ['不详', null]]],
  ['enumerations with digits', 'cases', 'channel', 1, [['12345', '12345热线'], ['１２３４５热线', '12345热线'], ['县长热线', '12345热线'], ['国家平台', '全国欠薪线索平台'], ['抖音', null]]],
  ['degrees', 'projects', 'lon', 1, [
    ['113.912', '113.912'], ['东经113°54′43″', String(113 + 54 / 60 + 43 / 3600)], ["113°54'43\"", String(113 + 54 / 60 + 43 / 3600)], ['113度54分43秒', String(113 + 54 / 60 + 43 / 3600)], ['E113.912', '113.912'], ['１１３．９', '113.9'],
    ['413.9', null], ['NaN', null], ['113,912', null], ['113.9，31.2', null],
  ]],
  ['ids', 'projects', 'project_id', 1, [['P001', 'P001'], ['ｐ００１', 'P001'], [' p 001 ', 'P001'], ['20230001.0', '20230001'], ['孝建〔2026〕1号', '孝建〔2026〕1号'], ['P‑1', 'P-1'], ['/', null], ['无', null]]],
  ['names', 'projects', 'name', 1, [
    ['城关 安置房', '城关安置房'], ['湖北（集团）公司', '湖北（集团）公司'], ['Ａ区１号楼', 'A区1号楼'], ['A B 楼', 'A B 楼'], ['太平\n镇', '太平镇'], ['零\u200b宽', '零宽'], ['—', null], ['不详', null], ['  ', null], ['N/A', null], ['无名路', '无名路'],
  ]],
  ['free text', 'projects', 'note', 1, [['第一行\r\n第二行', '第一行 第二行'], ['无', null], ['已约谈，限期 3 日。', '已约谈，限期 3 日。']]],
];

describe.each(tables)('%s', (_what, table, column, factor, cases) => {
  test('reads every spelling', async () => {
    expect(Object.fromEntries((await parse(table, column, cases.map(([c]) => c), factor)).map((v, i) => [cases[i]![0], v]))).toEqual(Object.fromEntries(cases));
  });
});

test('every enumerated value and alias of the catalogue reads as itself', async () => {
  for (const table of LEDGER_TABLES) {
    for (const column of ledgerColumns(table)) {
      if (column.values === null) continue;
      const values = Object.keys(column.values);
      expect(await parse(table.name, column.name, values), column.name).toEqual(values);
      const aliases = values.flatMap((v) => (column.values?.[v] ?? []).map((a) => [a, v] as const));
      for (const [i, read] of (aliases.length > 0 ? await parse(table.name, column.name, aliases.map(([a]) => a)) : []).entries()) expect(read, aliases[i]![0]).not.toBeNull();
    }
  }
});
