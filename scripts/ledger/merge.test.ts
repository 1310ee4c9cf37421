import type { CellValue, MergeRange } from 'hucre';
import { describe, expect, it } from 'vitest';
import { fillMerges } from './merge.ts';

const merge = (startRow: number, startCol: number, endRow: number, endCol: number): MergeRange => ({ startRow, startCol, endRow, endCol });
const fill = (rows: CellValue[][], ...merges: MergeRange[]): ReturnType<typeof fillMerges> =>
  fillMerges(rows, Math.max(...rows.map((r) => r.length)), merges, (r, c) => typeof rows[r]?.[c] === 'number');

describe('fillMerges', () => {
  it('fills down within the first column', () => {
    const rows = [['太平镇', 1], [null, 2], [null, 3]];
    expect(fill(rows, merge(0, 0, 2, 0)).filled).toEqual([{ column: 1, from: 2, to: 3, number: false }]);
    expect(rows.map((r) => r[0])).toEqual(['太平镇', '太平镇', '太平镇']);
  });

  it('does not fill across, but tells the header search', () => {
    const rows = [['工程款', null], ['应付', '已付'], ['合计', null]];
    expect(fill(rows, merge(0, 0, 0, 1), merge(2, 0, 2, 1)).spans).toEqual([{ row: 1, from: 1, to: 2 }, { row: 3, from: 1, to: 2 }]);
    expect(rows).toEqual([['工程款', null], ['应付', '已付'], ['合计', null]]);
  });

  it('says that a number was repeated', () => {
    expect(fill([[300], [null]], merge(0, 0, 1, 0)).filled).toMatchObject([{ number: true }]);
  });

  it('takes out and reports values that lie hidden under a merge', () => {
    const rows = [['甲', '藏'], ['乙', null]];
    expect(fill(rows, merge(0, 0, 1, 1)).covered).toEqual([{ row: 1, column: 2, value: '藏' }, { row: 2, column: 1, value: '乙' }]);
    expect(rows).toEqual([['甲', null], ['甲', null]]);
  });

  it('clips merges that reach beyond the used area', () => {
    const rows: CellValue[][] = [['甲', 1], [null, 2]];
    fill(rows, merge(0, 0, 1_048_575, 16_383), merge(50, 0, 60, 3));
    expect(rows).toEqual([['甲', null], ['甲', null]]);
  });
});
