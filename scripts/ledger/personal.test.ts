import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { literal } from '../../src/query/sql.ts';
import { openLedger, sheetByHand } from './by-hand.ts';
import { maskPersonal, reportPersonal } from './mask.ts';
import { SUSPECT } from './personal-macros.ts';
import { scanPersonal } from './personal.ts';
import { issuesForReport } from './report-rows.ts';
import { select } from './select.ts';
import { columnLetters } from './sheet-headers.ts';
import { stageTables } from './stage.ts';

const TODAY = '2026-11-20';
let connection: DuckDBConnection;
beforeAll(async () => { connection = await openLedger(); });

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigit = (first17: string): string => '10X98765432'[[...first17].reduce((sum, d, i) => sum + Number(d) * WEIGHTS[i]!, 0) % 11]!;
/** Identity number with its check digit. */
const id = (first17: string): string => first17 + checkDigit(first17);
const luhn = (digits: string): boolean => [...digits].reverse().reduce((sum, c, i) => sum + (i % 2 === 0 ? Number(c) : Number(c) > 4 ? Number(c) * 2 - 9 : Number(c) * 2), 0) % 10 === 0;
const withLuhn = (digits: string): string => [...'0123456789'].map((d) => digits + d).find(luhn)!;
const wide = (text: string): string => text.replace(/[0-9A-Za-z]/g, (c) => String.fromCodePoint(c.charCodeAt(0) + 0xfee0));

/** Kinds found in each text, as the scan finds them: prefilter first. */
async function kinds(texts: readonly string[], account = false, code = false): Promise<string[]> {
  const result = await connection.runAndReadAll(`SELECT CASE WHEN regexp_matches(x, ${literal(SUSPECT)}) OR ${account} THEN coalesce(array_to_string(list_sort(personal_kinds(x, ${account}, ${code}, DATE '${TODAY}')), ' '), '') ELSE '' END
    FROM (VALUES ${texts.map((t, i) => `(${i}, ${literal(t)})`).join(', ')}) t(i, x) ORDER BY i`);
  return result.getRows().map(([v]) => String(v));
}

const PERSON = id('42092219900101123');
const WITH_X = id('42092219900101118');
const CARD = withLuhn('622202123456789');

describe('one cell', () => {
  test.each<[string, string]>([
    [PERSON, 'id18'], [`身份证${PERSON}。`, 'id18'], [`ID${PERSON}`, 'id18'], [WITH_X, 'id18'], [WITH_X.toLowerCase(), 'id18'], [wide(PERSON), 'id18'], [wide(WITH_X), 'id18'],
    [`${PERSON.slice(0, 6)} ${PERSON.slice(6, 14)} ${PERSON.slice(14)}`, 'id18'], [`3 ${PERSON.slice(0, 6)}-${PERSON.slice(6, 14)}-${PERSON.slice(14)} 5`, 'id18'], [`1.${PERSON} 2.x`, 'id18'], [`${PERSON.slice(0, 9)}\u200b${PERSON.slice(9)}`, 'id18'],
    ['420922900101123', 'id15'], ['13812345678', 'mobile'], ['138-1234-5678', 'mobile'], ['138 1234 5678', 'mobile'], ['+86 138 1234 5678', 'mobile'], ['+8613812345678', 'mobile'], ['电话:13812345678.', 'mobile'], ['138.1234.5678', 'mobile'],
    ['tel13812345678', 'mobile'], [wide('13812345678'), 'mobile'], ['1.张三13812345678', 'mobile'], ['13812345678\n13912345678', 'mobile'], [`${PERSON}，13812345678`, 'id18 mobile'], [CARD, 'bank_card'], [CARD.replace(/(.{4})/g, '$1 '), 'bank_card'],
    // Not personal: wrong check digit, impossible day or region, longer runs, amounts, decimals, codes.
    [PERSON.slice(0, 17) + ((Number(PERSON[17]) + 1) % 10), ''], [id('42092219900231123'), ''], [id('99092219900101123'), ''], [id('42092220270101123'), ''], [id('42092218990101123'), ''], [`1${PERSON}`, ''], [`${PERSON}1`, ''],
    ['420922230101001', ''], ['420922901301123', ''], ['12812345678', ''], ['1381234567', ''], ['213812345678', ''], ['138123456789', ''], ['13812345678.90', ''], ['0.13812345678', ''], ['1234.13812345678', ''], ['13,812,345,678', ''],
    ['GX13812345678', ''], ['6222021234567890', ''], [withLuhn('432202123456789'), ''], ['91420922MA4000123X', ''], ['2303-420922-04-01-123456', ''], ['2026-11-03 10:30:00', ''], ['2026-11-03至2026-12-01', ''], ['0722-7223456', ''], ['', ''],
  ])('%s: %s', async (text, expected) => {
    expect(await kinds([text])).toEqual([expected]);
  });

  test('a header of accounts lets Luhn decide alone; a header of codes excuses ids of children', async () => {
    expect(await kinds([withLuhn('432202123456789'), '4322021234567890'], true)).toEqual(['bank_card', '']);
    const permit = id('42092220230315010');
    expect([await kinds([permit]), await kinds([permit], false, true), await kinds([PERSON], false, true)]).toEqual([['id18'], [''], ['id18']]);
  });
});

describe('properties', () => {
  const text = fc.string({ unit: fc.constantFrom(...'张三身份证，。 （）:/-ab12345\n'), maxLength: 12 });
  const person = fc.tuple(fc.constantFrom('11', '13', '37', '42', '65', '71', '82', '91'), fc.integer({ min: 1000, max: 9999 }), fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2026-11-20T00:00:00Z'), noInvalidDate: true }), fc.integer({ min: 100, max: 999 }))
    .map(([region, place, born, order]) => id(`${region}${place}${born.toISOString().slice(0, 10).replaceAll('-', '')}${order}`));
  const apart = ([before, number, after]: [string, string, string]): string => `${before.replace(/[0-9 -]+$/, '')}：${number}，${after}`;

  test('a valid number is always found, whatever stands around it, and masking leaves none', async () => {
    const cell = fc.tuple(text, fc.oneof(person, person.map(wide), person.map((p) => `${p.slice(0, 6)} ${p.slice(6, 14)}-${p.slice(14)}`)), text).map(apart);
    await fc.assert(fc.asyncProperty(fc.array(cell, { minLength: 50, maxLength: 100 }), async (cells) => {
      for (const [i, found] of (await kinds(cells)).entries()) expect(found, JSON.stringify(cells[i])).toContain('id18');
      const masked = await connection.runAndReadAll(`SELECT mask_personal(x, FALSE, FALSE, DATE '${TODAY}') FROM (VALUES ${cells.map((t, i) => `(${i}, ${literal(t)})`).join(', ')}) t(i, x) ORDER BY i`);
      const after = masked.getRows().map(([v]) => String(v));
      expect((await kinds(after)).filter((k) => k.includes('id18'))).toEqual([]);
      expect(after.map((t) => t.length)).toEqual(cells.map((t) => t.length));
    }), { numRuns: 10 });
  });

  test('mobile numbers are always found', async () => {
    const mobile = fc.tuple(text, fc.tuple(fc.constantFrom('13', '15', '17', '18', '19'), fc.integer({ min: 100_000_000, max: 999_999_999 })).map(([a, b]) => `${a}${b}`), text).map(apart);
    await fc.assert(fc.asyncProperty(fc.array(mobile, { minLength: 50, maxLength: 100 }), async (cells) => {
      for (const [i, found] of (await kinds(cells)).entries()) expect(found, JSON.stringify(cells[i])).toContain('mobile');
    }), { numRuns: 10 });
  });

  test('project codes without valid check digits and credit codes are not', async () => {
    const digits = (n: number): fc.Arbitrary<string> => fc.array(fc.nat(9), { minLength: n, maxLength: n }).map((d) => d.join(''));
    const dated = fc.tuple(digits(4), fc.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2026-01-01T00:00:00Z'), noInvalidDate: true }), digits(4)).map(([r, d, s]) => `42${r}${d.toISOString().slice(0, 10).replaceAll('-', '')}${s}`)
      .filter((c) => checkDigit(c.slice(0, 17)) !== c[17]);
    const credit = fc.tuple(fc.constantFrom('9142', '9242', '5242'), digits(4), fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), minLength: 10, maxLength: 10 })).map((p) => p.join('')).filter((c) => /[A-Y]/.test(c.slice(8, 17)));
    const code = fc.oneof(dated, credit, digits(20), fc.tuple(digits(4), digits(6), digits(6)).map(([a, b, c]) => `${a}-420922-${b.slice(0, 2)}-${b.slice(2, 4)}-${c}`), fc.tuple(dated, digits(2)).map(([d, s]) => d + s));
    await fc.assert(fc.asyncProperty(fc.array(code, { minLength: 100, maxLength: 200 }), async (codes) => {
      expect((await kinds(codes)).map((k, i) => (k === '' ? '' : codes[i]))).toEqual(codes.map(() => ''));
    }), { numRuns: 10 });
  });
});

describe('a sheet', () => {
  const rows = [['农民工台账 联系人13812345678'], ['姓名', '电话', '开户账号', '备注'], ['张三', '138-1234-5678', withLuhn('432202123456789'), null], [`李四 ${PERSON}`, null, '1234567890123456', `${PERSON} ${PERSON}`], ['x', '', null, '420922199001010000']];

  test('is scanned title, unmapped columns and all; findings name places and never the number', async () => {
    const own = await openLedger();
    const sheet = await sheetByHand(own, { rows, as: [null, null, null, null], headerRow: 2, table: null, bigNumbers: [{ row: 5, column: 4 }] });
    const findings = await scanPersonal(own, [sheet], TODAY);
    expect(findings.map((f) => [f.kind, f.column, f.header, f.count, f.rows])).toEqual([
      ['id18', 'A', '姓名', 1, [4]], ['mobile', 'A', '姓名', 1, [1]], ['mobile', 'B', '电话', 1, [3]], ['bank_card', 'C', '开户账号', 1, [3]], ['big_number', 'D', '备注', 1, [5]], ['id18', 'D', '备注', 1, [4]],
    ]);
    expect(JSON.stringify(findings)).not.toMatch(/\d{7}/);
    expect(await maskPersonal(own, [sheet], findings, TODAY)).toBe(6);
    expect(await select(own, 'SELECT c1, c2, c3, c4 FROM raw_1 ORDER BY _row')).toEqual([
      { c1: '农民工台账 联系人138******78', c2: null, c3: null, c4: null }, { c1: '姓名', c2: '电话', c3: '开户账号', c4: '备注' }, { c1: '张三', c2: '138-****-**78', c3: expect.stringMatching(/^432\*{11}\d\d$/), c4: null },
      { c1: expect.stringMatching(/^李四 420\*{13}\d\d$/), c2: null, c3: '1234567890123456', c4: expect.stringMatching(/^420\*{15} ?\*+\d\d$/) }, { c1: 'x', c2: '', c3: null, c4: '****' },
    ]);
    expect(await scanPersonal(own, [{ ...sheet, bigNumbers: [] }], TODAY)).toEqual([]);
  });

  test('is reported cell by cell without values, and the report masks what other findings quote', async () => {
    const own = await openLedger();
    const plan = await sheetByHand(own, { rows: [['编号', '名称', '开工'], ['P1', '甲', PERSON], ['P2', `乙${PERSON}`, '']], as: ['project_id', 'name', 'start_on'], remarks: [{ check: 'merged_covered', row: 2, column: 3, value: PERSON, reason: `藏着 ${PERSON}` }] });
    const findings = await scanPersonal(own, [plan], TODAY);
    await stageTables(own, [plan]);
    await reportPersonal(own, findings);
    const report = await issuesForReport(own);
    expect(report.map((r) => [r.check, r.severity, r.row, r.column, r.value])).toEqual([
      ['含身份证号、手机号或银行卡号', '阻断', 2, '开工', ''], ['含身份证号、手机号或银行卡号', '阻断', 3, '名称', ''], ['合并单元格下有隐藏的值', '提示', 2, '开工', expect.stringMatching(/^420\*+\d\d$/)],
    ]);
    expect(JSON.stringify(report)).not.toMatch(/\d{7}/);
  });
});

test('of many rows every cell is looked at, too: short rows, empty ones, account columns', async () => {
  const own = await openLedger();
  const sheet = await sheetByHand(own, { rows: [['编号', '工资卡账号', '备注'], ['A', null, null]], as: [null, null, null], table: null });
  await own.run(`INSERT INTO raw_1 SELECT i + 3, FALSE, CASE WHEN i % 7 = 0 THEN NULL ELSE 'A' || i END, CASE i WHEN 40000 THEN ${literal(withLuhn('431102298765432'))} END, CASE i WHEN 10 THEN '13812345678' WHEN 59990 THEN ${literal(`经办人${PERSON}`)} WHEN 70000 THEN '13812345678' ELSE CASE WHEN i % 2 = 0 THEN '已核对' END END FROM range(70001) r(i)`);
  const found = await scanPersonal(own, [{ ...sheet, rows: 70_003 }], TODAY);
  expect(found.map((f) => [f.kind, f.column, f.rows])).toEqual([['bank_card', 'B', [40_003]], ['id18', 'C', [59_993]], ['mobile', 'C', [13, 70_003]]]);
  expect(await maskPersonal(own, [sheet], found, TODAY)).toBe(4);
  expect((await select<{ c3: string }>(own, 'SELECT c3 FROM raw_1 WHERE _row IN (13, 59993, 70003) ORDER BY _row')).map((r) => r.c3)).toEqual(['138******78', expect.stringMatching(/^经办人420\*{13}\d[\dX]$/), '138******78']);
});

test('names of files and sheets are looked at too, and block at once', async () => {
  const own = await openLedger();
  const sheet = await sheetByHand(own, { rows: [['a']], as: [null], table: null, file: '台账（张三13812345678）.xlsx', sheet: PERSON });
  expect(await scanPersonal(own, [sheet, { ...sheet, src: 2, rows: 0, sheet: '' }], TODAY)).toEqual([]);
  expect((await select<{ reason: string }>(own, 'SELECT reason FROM issues ORDER BY 1')).map((r) => r.reason)).toEqual(['工作表名里有身份证号，请改名（--mask 不改名称）', '文件名里有手机号，请改名（--mask 不改名称）']);
});

test('columns have the letters Excel shows', () => {
  expect([1, 6, 26, 27, 52, 703].map(columnLetters)).toEqual(['A', 'F', 'Z', 'AA', 'AZ', 'AAA']);
});
