import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { xlsxOf } from '../../export/xlsx.ts';
import { figuresOf, inUnits } from './account-model.ts';
import type { AccountFile } from './account-file.ts';
import { accountSheets } from './account-sheets.ts';
import { moverOf } from './movers-model.ts';
import { weekSteps } from './weeks-model.ts';

const WEEKS = [
  { as_of: '2026-09-25', grade: '严重', opening: 1, moved_out: 1, closing: 0, money_opening: 100_000, money_moved_out: 100_000, money_closing: 0 },
  { as_of: '2026-09-25', grade: '一般', opening: 1, closed: 1, added: 1, moved_in: 1, closing: 2, money_opening: 50_000, money_closed: 50_000, money_added: 12_345.67, money_moved_in: 100_000, money_closing: 112_345.67 },
];
const TOTAL = { opening: 2, added: 1, closed: 1, closing: 2, money_opening: 150_000, money_added: 12_345.67, money_closed: 50_000, money_closing: 112_345.67 };
const totals = inUnits((unit) => figuresOf(TOTAL, unit));
const FILE: AccountFile = {
  head: ['about', '=1+1'], about: 'short', from: '2026-09-18', totals, steps: inUnits((unit) => weekSteps(WEEKS, ['2026-09-25'], unit, totals[unit].opening)), slots: [{ week: 38, day: '2026-09-18' }, { week: 39, day: null }, { week: 40, day: '2026-09-25' }],
  axes: [{ name: '属地', units: [{ name: '=甲', figures: totals }] }, { name: '主管部门', units: [] }], rate: (grade) => grade ?? 'all',
  movers: [moverOf({ project_id: 'P', name: '=1+1', state_from: '一般', state_to: '无欠薪', history: '2026-09-18|延续|一般|一般|1|1;2026-09-25|销号|一般|无欠薪|50000|;2026-10-02|延续|一般|一般|5|5;2026-10-09|延续|一般|严重|5|5' })],
  list: { columns: [{ key: 'name', title: '项目' }, { key: 'money', title: '金额', unit: '万元', decimals: 1 }, { key: 'none', title: '空' }], rows: [{ id: 'P', name: '=1+1', money: 1.23456, none: null }] },
  cut: null, changes: [{ id: 'P', name: '=1+1', list: [{ field: 'note', before: '—', after: '=HYPERLINK("x")' }] }], changesCut: null,
};
const words = { t: (key: string, named?: Record<string, unknown>) => (named ? `${key.split('.').at(-1)!} ${Object.values(named).join(' ')}` : key.replace(/^flow\./, '').split('.').slice(key.endsWith('.title') ? 0 : -1).join(' ')), value: (text: string) => text, fieldTitle: (field: string) => field, week: () => 40 };
const sheet = (file: AccountFile, at: number) => accountSheets(file, words)[at]!;

describe('the account as a workbook', () => {
  it('adds up by column: what leaves is negative; grades beside the total; money in 万元 to the cent', () => {
    const { columns, rows } = sheet(FILE, 0);
    expect(columns.map((c) => c.title)).toEqual(['term', 'total (count)', '严重（count）', '一般（count）', 'total (wan)', '严重（wan）', '一般（wan）']);
    expect(rows).toEqual([
      ['opening', 2, 1, 1, 15, 10, 5], ['added', 1, 0, 1, 1.234567, 0, 1.234567], ['reopened', 0, 0, 0, 0, 0, 0], ['grown', null, null, null, 0, 0, 0], ['upgraded', 0, 0, 0, 0, 0, 0], ['downgraded', 0, -1, 1, 0, -10, 10],
      ['part_paid', null, null, null, 0, 0, 0], ['closed', -1, 0, -1, -5, 0, -5], ['closing', 2, 0, 2, 11.234567, 0, 11.234567], ['check', 'even', 'even', 'even', 'even', 'even', 'even'], ['rate', 'all', '严重', '一般'],
    ]);
  });
  it('checks each axis against the account, also one without units', () => {
    expect(sheet(FILE, 1).rows.map((r) => [r[0], r[1], r[7], r.at(-1)])).toEqual([['=甲', 2, 15, 'even'], ['total', 2, 15, 'even']]);
    expect(sheet(FILE, 2).rows.map((r) => [r[0], r[6], r.at(-1)])).toEqual([['total', 'odd', 'odd']]);
  });
  it('says which week was not published', () => expect(sheet(FILE, 3).rows.map((r) => r.slice(0, 3))).toEqual([['week 39', 'unpublished'], ['week 40', '2026-09-25', 2]]));
  it('lists the steps that a figure counts, not those in which nothing moved nor the beginning', () => expect(sheet(FILE, 5).rows).toEqual([
    ['week 40', '2026-09-25', 'P', '=1+1', '销号', '一般', '无欠薪', 5, null], ['week 40', '2026-10-09', 'P', '=1+1', '延续', '一般', '严重', 0.0005, 0.0005],
  ]));
  it('says that the ledgers could not be compared, and where a list is not whole', () => {
    expect(sheet({ ...FILE, changes: null }, 6)).toMatchObject({ head: ['short', 'noFrom'], rows: [] });
    expect([sheet({ ...FILE, cut: 'cut', changesCut: 'more' }, 4).head, sheet({ ...FILE, changesCut: 'more' }, 6).head]).toEqual([['short', 'cut'], ['short', 'more']]);
  });
  it('no cell of the file is a formula', async () => {
    const { sheets } = await readXlsx(new Uint8Array(await (await xlsxOf(accountSheets(FILE, words), new Date('2026-11-23T01:05:00Z'))).arrayBuffer()));
    expect(sheets.flatMap((s) => s.rows.flat()).filter((v) => typeof v === 'string' && /^[=+@]/.test(v))).toEqual([]);
    expect(sheets[6]!.rows.at(-1)).toEqual(['P', "'=1+1", 'note', '—', `'=HYPERLINK("x")`]);
  });
});
