import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, dateText, formatUnit, isBigNumber, isPercentFormat, numberText } from './cell-text.ts';

describe('numberText', () => {
  it.each([
    [0.1 + 0.2, '0.3'],
    [-0, '0'],
    [1e-7, '0.0000001'],
    [1e21, '1000000000000000000000'],
    [1234.5, '1234.5'],
    [-0.7 - 0.1, '-0.8'],
    [110101199003071230, '110101199003071000'],
    [5e-324, `0.${'0'.repeat(323)}494065645841247`],
    [100, '100'],
  ])('%d → %s', (value, text) => expect(numberText(value)).toBe(text));

  it('shifts the point exactly', () => {
    expect(numberText(0.54, 2)).toBe('54');
    expect(numberText(0.29, 2)).toBe('29');
    expect(numberText(1.005, 2)).toBe('100.5');
  });

  it('has no exponent and reads back as the number at 15 digits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = numberText(value);
        expect(text).toMatch(/^-?\d+(\.\d*[1-9])?$/);
        expect(Number(text) + 0).toBe(Number(value.toPrecision(15)) + 0);
      }),
    );
  });
});

describe('number formats', () => {
  it.each([['0%', true], ['0.00%', true], ['0.00"%"', false], ['General', false], ['#,##0;[Red]-0%', false]])('%s percent: %s', (format, is) => {
    expect(isPercentFormat(format)).toBe(is);
  });
  it.each([['0.00"万元"', '万元'], ['#,##0.0"亿元";-0', '亿元'], ['0!.0000"万元"', ''], ['0.00,"万元"', ''], ['#,##0.00', ''], ['0.00"元"', '']])('%s unit: %s', (format, unit) => {
    expect(formatUnit(format)).toBe(unit);
  });
});

describe('dateText', () => {
  const epoch = Date.UTC(1899, 11, 31);
  it.each([
    ['2026-11-20T00:00:00Z', 'yyyy-mm-dd', '2026-11-20'],
    ['2026-11-20T15:30:00Z', 'yyyy/m/d h:mm', '2026-11-20'],
    ['2026-11-19T23:59:59.700Z', 'yyyy"年"m"月"d"日"', '2026-11-20'],
    ['1899-12-31T08:30:00Z', 'h:mm', '08:30:00'],
    ['1899-12-31T08:30:00Z', '', '08:30:00'],
    ['1900-01-01T02:30:00Z', '[h]:mm', '26:30:00'],
    ['1899-12-31T00:00:00Z', 'yyyy-mm-dd', '1900-01-00'],
    ['2026-11-20T00:00:00Z', '[Red]m/d', '2026-11-20'],
  ])('%s as %s is %s', (instant, format, text) => expect(dateText(new Date(instant), format, epoch)).toBe(text));
});

it('keeps text exactly but for NUL', () => {
  expect(cleanText('  甲\u0001😀\0乙\n')).toBe('  甲\u0001😀乙\n');
  expect(cleanText('')).toBeNull();
  expect(cleanText('\0')).toBeNull();
});

it.each([[1e14, true], [99999999999999, false], [110101199003071000, true], [1e19, false], [123456789012345.5, false]])('%d suspect: %s', (value, suspect) => {
  expect(isBigNumber(value)).toBe(suspect);
});
