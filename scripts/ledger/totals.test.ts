import { describe, expect, test } from 'vitest';
import { type ByHand, openLedger, sheetByHand } from './by-hand.ts';
import { type Segment, judgeTotals } from './judge-totals.ts';
import { select } from './select.ts';
import { stageTables } from './stage.ts';
import { inUnit } from './totals.ts';
import { tableOf } from '../../src/model/tables.ts';

async function mismatches(rows: ByHand['rows'], as: ByHand['as']): Promise<string[]> {
  const connection = await openLedger();
  await stageTables(connection, [await sheetByHand(connection, { rows, as })]);
  return (await select<{ text: string }>(connection, `SELECT "row" || ' ' || column_name || '：' || reason AS text FROM issues WHERE check_id = 'total_mismatch' ORDER BY ALL`)).map((r) => r.text);
}

const AS = ['project_id', 'name', 'contract_amount*10000', 'workers', 'progress_pct'];
const HEADER = ['编号', '名称', '造价', '人数', '进度'];
const row = (n: number, amount: string, workers: string): string[] => [`P${n}`, `项目${n}`, amount, workers, '50%'];

describe('total rows against the rows above them', () => {
  test('小计 since the last 小计, 合计 all rows; a percentage is not added up', async () => {
    expect(await mismatches([HEADER, row(1, '10', '1'), row(2, '20', '2'), ['', '小计', '30', '3', '99%'], row(3, '5', '5'), ['', '小计', '5', '5'], ['', '合计', '35', '8']], AS)).toEqual([]);
  });

  test('the column, what is stated and what it should be', async () => {
    expect(await mismatches([HEADER, row(1, '1,000.5', '1'), row(2, '20', '2'), ['', '合 计', '1,200', '3人']], AS)).toEqual(['4 contract_amount：“合计”行的“合同造价”写的是 1,200万元，明细 2 行相加是 1,020.5万元']);
  });

  test('a total that was rounded agrees', async () => {
    expect(await mismatches([HEADER, row(1, '10.1234', '1'), row(2, '20.3333', '2'), ['', '合计', '30.46', '3']], AS)).toEqual([]);
    expect(await mismatches([HEADER, row(1, '10.1234', '1'), ['', '合计', '10.11', '1']], AS)).toHaveLength(1);
  });

  test('a total above its rows, and grand totals over subtotals', async () => {
    expect(await mismatches([HEADER, ['合计', '', '35', '8'], row(1, '10', '1'), row(2, '20', '2'), row(3, '5', '5')], AS)).toEqual([]);
    expect(await mismatches([HEADER, ['总计', '', '35', '8'], ['太平镇小计', '', '30', '3'], row(1, '10', '1'), row(2, '20', '2'), ['城关镇小计', '', '5', '5'], row(3, '5', '5')], AS)).toEqual([]);
  });

  test('page totals beside subtotals', async () => {
    expect(await mismatches([HEADER, row(1, '10', '1'), ['小计', '', '10', '1'], row(2, '20', '2'), ['本页合计', '', '30', '3'], row(3, '5', '5'), ['小计', '', '25', '7'], ['本页合计', '', '5', '5'], ['合计', '', '35', '8']], AS)).toEqual([]);
  });

  test('unknown totals are not compared; duplicates count as written', async () => {
    expect(await mismatches([HEADER, row(1, '10', '1'), row(1, '10', '1'), ['', '合计', '/', '2']], AS)).toEqual([]);
  });

  test('a sheet of nothing but totals says nothing', async () => {
    expect(await mismatches([HEADER, ['合计', '', '35', '8']], AS)).toEqual([]);
  });
});

test('the range that fits most columns is the one measured against', () => {
  const segments: Segment[] = [{ rows: 2, sums: [30n, 3n] }, { rows: 1, sums: [5n, 5n] }, { rows: 0, sums: [0n, 0n] }];
  const total = (label: string, values: [bigint, bigint]) => ({ row: 9, label, values, tolerance: [0n, 0n] });
  expect(judgeTotals([total('小计', [30n, 3n]), { ...total('合计', [35n, 9n]), row: 12 }], segments)).toEqual([{ row: 12, column: 1, stated: 9n, computed: 8n, rows: 3 }]);
});

test('amounts are shown in the unit of the column', () => {
  const money = { column: tableOf('projects').columns.find((c) => c.name === 'contract_amount')!, raw: 'c1' };
  expect([inUnit(123_456_789n, { ...money, factor: 1 }), inUnit(123_456_789n, { ...money, factor: 10_000 }), inUnit(-5n, { ...money, factor: 10_000 }), inUnit(0n, { ...money, factor: 1e8 })])
    .toEqual(['1,234,567.89元', '123.456789万元', '-0.000005万元', '0亿元']);
});
