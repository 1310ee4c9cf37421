import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TableModel, TableValue } from '../model/table-model.ts';
import { csvField, csvOf } from './csv.ts';
import { fileName } from './file-name.ts';

/** A reader of RFC 4180, written for this test alone. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i]!;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') cell += text[(i += 1)]!;
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',') {
      row.push(cell);
      cell = '';
    } else if (c === '\r' && text[i + 1] === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      i += 1;
    } else cell += c;
  }
  expect([quoted, row, cell]).toEqual([false, [], '']);
  return rows;
}

const HEAD = ['快照 2026-11-20', '对比 2026-11-13', '筛选 太平镇', '口径 2026-09', '导出 2026-11-21 09:00'];
const columns = [{ key: 'name', title: '项目' }, { key: 'amount', title: '未支付工资', unit: '万元', decimals: 1, value: (r: Readonly<Record<string, TableValue>>) => (typeof r['amount'] === 'number' ? r['amount'] / 10_000 : null) }, { key: 'n', title: '人数' }];

it('says what it is, names columns with units, keeps numbers numbers and missing —', () => {
  const table: TableModel = { columns, rows: [{ name: '安澜大道', amount: 38_640_000, n: 1234 }, { name: 'A, "B"', amount: -5000, n: null }] };
  expect(csvOf(table, HEAD)).toBe(`\uFEFF${HEAD.join(',')}\r\n项目,未支付工资（万元）,人数\r\n安澜大道,3864.0,1234\r\n"A, ""B""",-0.5,—\r\n`);
});

it('exports the value where the screen formats it', () => {
  expect(csvOf({ columns: [{ key: 'rate', title: '比率', unit: '%', decimals: 1, format: () => '样本过小' }], rows: [{ rate: 96.969696 }, { rate: null }] }, ['x'])).toContain('\r\n97.0\r\n样本过小\r\n');
});

it.each([[753, '753'], [275.5, '275.5'], [-0.1, '-0.1'], [0.1 + 0.2, '0.3'], [1234567, '1234567']])('writes %d exactly where no decimals are set', (n, want) =>
  expect(csvOf({ columns: [{ key: 'n', title: 'n' }], rows: [{ n }] }, ['x'])).toContain(`\r\n${want}\r\n`));

it.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`], ['+1', "'+1"], ['-1', "'-1"], ['@SUM(A1)', "'@SUM(A1)"], ['\t=1', "'\t=1"], ['\r=1', `"'\r=1"`],
  ['a=1', 'a=1'], ['a\nb', '"a\nb"'], ['<img onerror=x>', '<img onerror=x>'], [' 边', '" 边"'], ['', ''], ['−5', '−5'],
])('writes %j as %j', (text, want) => expect(csvField(text)).toBe(want));

it('any text comes back, at most one apostrophe in front; any number comes back as a number', () => {
  const row = fc.record({ name: fc.string({ unit: 'binary', minLength: 1 }), n: fc.integer() });
  fc.assert(fc.property(fc.array(row), fc.array(fc.string()), (rows, head) => {
    const text = csvOf({ columns: [{ key: 'name', title: '项目' }, { key: 'n', title: '数' }], rows }, head);
    expect(text.startsWith('\uFEFF')).toBe(true);
    const [first, , ...read] = parse(text.slice(1));
    expect(first).toHaveLength(Math.max(1, head.length));
    expect(read.map(([name, n]) => ({ name, n: Number(n) }))).toEqual(rows.map(({ name, n }) => ({ name: /^[=+\-@\t\r\n]/.test(name) ? `'${name}` : name, n })));
    for (const [name] of read) expect(name).not.toMatch(/^[=+\-@\t\r\n]/);
  }));
});

it.each([
  [['清欠一张图', '2026W47', '高风险项目', '未筛选'], '清欠一张图_2026W47_高风险项目_未筛选.csv'],
  [['a/b\\c:d*e?f"g<h>i|j', '', '..', ' x. '], 'a_b_c_d_e_f_g_h_i_j_x.csv'],
  [['\u202Egpj.exe\u0000', '🏗'.repeat(60)], `_gpj.exe__${'🏗'.repeat(40)}.csv`],
])('names %j', (parts, want) => expect(fileName(parts, 'csv')).toBe(want));

it('no name holds what a file system refuses', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' })), (parts) => {
    expect(fileName(parts, 'png')).toMatch(/^[^\\/:*?"<>|\p{Cc}\p{Cf}]*\.png$/u);
  }));
});
