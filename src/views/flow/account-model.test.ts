import { describe, expect, it } from 'vitest';
import { addFigures, balanceOf, equationText, figuresOf, figureText, termsOf } from './account-model.ts';

const row = { opening: 26, added: 3, reopened: 1, found: 0, closed: 28, lost: 0, closing: 2, money_opening: 81_000_000, money_added: 1_568_000, money_reopened: 580_000, money_found: 0, money_grown: 1_871_000.1, money_part_paid: 48_191_000.1, money_closed: 31_678_000, money_lost: 0, money_closing: 5_150_000 };

describe('the equation', () => {
  it.each([
    ['projects', false, '26 + 3 + 1 − 28 = 2'], ['projects', true, '26 + 3 + 1 − 28 = 2'], ['money', false, '8,100.0 + 156.8 + 58.0 + 187.1 − 4,819.1 − 3,167.8 = 515.0'],
  ] as const)('%s, brief %s: %s', (unit, brief, text) => expect(equationText(figuresOf(row, unit), unit, brief)).toBe(text));
  it('balances in both, to the cent', () => {
    expect(balanceOf(figuresOf(row, 'projects'), 'projects')).toEqual({ sum: 2, closing: 2, balanced: true });
    expect(balanceOf(figuresOf(row, 'money'), 'money').balanced).toBe(true);
    expect(balanceOf(figuresOf({ ...row, money_closing: 5_150_000.01 }, 'money'), 'money').balanced).toBe(false);
    expect(balanceOf(figuresOf({ ...row, closing: 3 }, 'projects'), 'projects')).toEqual({ sum: 2, closing: 3, balanced: false });
  });
  it('shows 找回 and 漏报 only when there are any, 增欠 and 部分清偿 in money only', () => {
    expect(termsOf('projects', figuresOf(row, 'projects')).map((t) => t.id)).toEqual(['opening', 'added', 'reopened', 'closed', 'closing']);
    expect(termsOf('money', figuresOf(row, 'money')).map((t) => t.id)).toEqual(['opening', 'added', 'reopened', 'grown', 'part_paid', 'closed', 'closing']);
    expect(equationText(figuresOf({ opening: 15, added: 4, found: 1, closed: 1, lost: 1, closing: 18 }, 'projects'), 'projects', true)).toBe('15 + 4 + 1 − 1 − 1 = 18');
  });
  it('adds rows and prints both units', () => {
    expect(addFigures([figuresOf(row, 'projects'), figuresOf(row, 'projects')]).opening).toBe(52);
    expect([figureText(1234, 'projects'), figureText(123_456_700, 'money')]).toEqual(['1,234', '123.5']);
  });
});
