import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { literal } from '../../src/query/sql.ts';
import { openLedger } from './by-hand.ts';

let connection: DuckDBConnection;
beforeAll(async () => { connection = await openLedger(); });

/** Evaluates one expression over `x` for many texts at once. */
async function evaluate(expression: string, texts: readonly string[]): Promise<unknown[]> {
  const result = await connection.runAndReadAll(`SELECT (${expression})::VARCHAR FROM (VALUES ${texts.map((t, i) => `(${i}, ${literal(t)})`).join(', ')}) t(i, x) ORDER BY i`);
  return result.getRows().map(([v]) => v);
}

const wide = (text: string): string => text.replace(/[!-~]/g, (c) => String.fromCodePoint(c.charCodeAt(0) + 0xfee0));
const grouped = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
const many = { numRuns: 15 };

const DAY_FORMS: ((y: number, m: number, d: number) => string)[] = [
  (y, m, d) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`, (y, m, d) => `${y}-${m}-${d}`, (y, m, d) => `${y}/${m}/${d}`, (y, m, d) => `${y}.${m}.${d}`,
  (y, m, d) => `${y}年${m}月${d}日`, (y, m, d) => wide(`${y}年${m}月${d}日`), (y, m, d) => `${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`,
  (y, m, d) => `${y}-${m}-${d} 00:00:00`, (y, m, d) => ` ${y} 年 ${m} 月 ${d} 日 `, (y, m, d) => String(Math.round(Date.UTC(y, m - 1, d) / 86_400_000) + 25_569),
];

test('a day reads the same in every form', async () => {
  const day = fc.tuple(fc.date({ min: new Date('1960-01-01T00:00:00Z'), max: new Date('2045-12-31T00:00:00Z'), noInvalidDate: true }), fc.nat(DAY_FORMS.length - 1));
  await fc.assert(fc.asyncProperty(fc.array(day, { minLength: 100, maxLength: 200 }), async (days) => {
    const texts = days.map(([d, form]) => DAY_FORMS[form]!(d.getUTCFullYear(), d.getUTCMonth() + 1, d.getUTCDate()));
    expect(await evaluate('coalesce(quick_date(x), slow_date(x))', texts)).toEqual(days.map(([d]) => d.toISOString().slice(0, 10)));
  }), many);
});

test('money reads the same in 元, 万元 and 亿元, with commas and in full width', async () => {
  // Hundredths of 元, so what is expected is exact.
  const amount = fc.tuple(fc.bigInt({ min: -99_999_999_999n, max: 99_999_999_999n }), fc.constantFrom(0, 4, 8), fc.boolean(), fc.boolean(), fc.boolean());
  await fc.assert(fc.asyncProperty(fc.array(amount, { minLength: 100, maxLength: 200 }), async (amounts) => {
    const texts = amounts.map(([cents, power, comma, full, inCell]) => {
      const digits = (cents < 0n ? -cents : cents).toString().padStart(power + 3, '0');
      const [whole, rest] = [digits.slice(0, -(power + 2)), digits.slice(-(power + 2)).replace(/0+$/, '')];
      const text = `${cents < 0n ? '-' : ''}${comma ? grouped(whole) : whole}${rest === '' ? '' : `.${rest}`}${inCell ? { 0: '元', 4: '万元', 8: '亿元' }[power] : ''}`;
      return full ? wide(text) : text;
    });
    for (const power of [0, 4, 8]) {
      const mine = amounts.map((a, i) => [a, texts[i]!] as const).filter(([a]) => a[1] === power);
      if (mine.length === 0) continue;
      const factor = `${10 ** power}::DECIMAL(10,1)`;
      const read = await evaluate(`coalesce(quick_money(x, ${factor}), slow_money(x, ${factor})) * 100`, mine.map(([, t]) => t));
      expect(read.map((v) => BigInt(String(v).replace(/\.0+$/, '')))).toEqual(mine.map(([a]) => a[0]));
    }
  }), many);
});

test('a percentage reads the same with and without its sign', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom('', '%', '％', ' %')), { minLength: 50, maxLength: 100 }), async (values) => {
    const texts = values.map(([n, sign]) => `${(n / 100).toFixed(2)}${sign}`);
    expect(await evaluate('slow_percent(x, 1::DECIMAL(10,1))', texts)).toEqual(values.map(([n]) => (n / 100).toFixed(2)));
  }), many);
});

test('counts read the same with commas, units and in full width', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.integer({ min: 0, max: 2_000_000 }), fc.constantFrom('', '人', ' 户', '件'), fc.boolean()), { minLength: 50, maxLength: 100 }), async (values) => {
    expect(await evaluate('slow_count(x, 1::DECIMAL(10,1))', values.map(([n, unit, full]) => (full ? wide(grouped(String(n))) : String(n)) + unit))).toEqual(values.map(([n]) => String(n)));
  }), many);
});

test('no text whatever stops a parser, and text without odd characters is published as it is', async () => {
  const hostile = ["'); DROP TABLE issues; --", '<img src=x onerror=alert(1)>', '👨‍👩‍👧', 'مرحبا', '=1+1', '\\', '%', '${x}', '$1', 'a\u0000b'];
  await fc.assert(fc.asyncProperty(fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(...hostile), fc.string({ unit: fc.constantFrom(...'0123456789.,-/年月日万亿元%（）() '), maxLength: 20 })), { minLength: 50, maxLength: 100 }), async (texts) => {
    const cells = texts.map((t) => t.replaceAll('\0', ''));
    for (const parser of ['coalesce(quick_date(x), slow_date(x))', 'slow_month(x)', 'coalesce(quick_money(x, 10000), slow_money(x, 10000))', 'slow_count(x, 1)', 'slow_percent(x, 1)', 'slow_degree(x)', 'known_name(x)', 'known_id(x)', 'name_key(x)', 'date_problem(x)']) {
      expect(await evaluate(parser, cells)).toHaveLength(cells.length);
    }
    const clean = cells.filter((t) => /^[\w<>&;'"=()\u4e00-\u9fff]{4,}$/.test(t) && !/^(?:null|none|tbd)$/i.test(t));
    if (clean.length > 0) expect(await evaluate('known_text(x)', clean)).toEqual(clean);
  }), many);
});

test('hostile names come out unharmed', async () => {
  const names = ["'); DROP TABLE issues; --", '<img src=x onerror=alert(1)>', '👨‍👩‍👧 之家', 'مرحبا', '合计大厦"', "O'Brien 项目", '100% 楼', '\\n 路'];
  expect(await evaluate('known_name(x)', names)).toEqual(names);
  expect(await evaluate('known_name(x)', ['甲\u202e乙\u0007丙\ufeff'])).toEqual(['甲乙丙']);
});
