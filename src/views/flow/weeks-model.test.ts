import { describe, expect, it } from 'vitest';
import { extent, gradeAccount, stepText, weekSteps } from './weeks-model.ts';

const row = (as_of: string, grade: string, figures: Record<string, number>) => ({ as_of, grade, ...figures });
const ROWS = [
  row('D1', '严重', { opening: 2, closed: 1, moved_in: 1, closing: 2 }), row('D1', '一般', { opening: 3, added: 1, moved_out: 1, closing: 3 }),
  row('D2', '严重', { opening: 2, closed: 2, closing: 0 }), row('D2', '一般', { opening: 3, lost: 1, reopened: 1, closing: 3 }),
];

describe('the chain of weeks', () => {
  it('adds the grades and checks that each opening is the closing before', () => {
    const steps = weekSteps(ROWS, ['D1', 'D2', 'D3'], 'projects', 5);
    expect(steps.map((s) => [s.day, s.total.opening, s.total.closing, s.balanced])).toEqual([['D1', 5, 5, true], ['D2', 5, 3, true], ['D3', 0, 0, false]]);
    expect(steps.map((s) => stepText(s.total, 'projects'))).toEqual(['5+1−1', '5+1−2−1', '0']);
    expect(weekSteps(ROWS, ['D1', 'D2'], 'projects', 6)[0]!.balanced).toBe(false);
  });
  it('a week without any open project is whole', () => expect(weekSteps([], ['D1'], 'projects', 0)).toMatchObject([{ balanced: true }]));
  it('sums a grade with what moved in and out', () => {
    const steps = weekSteps(ROWS, ['D1', 'D2'], 'projects', 5);
    expect(gradeAccount(steps, '严重')).toMatchObject({ figures: { opening: 2, closed: 3, closing: 0 }, movedIn: 1, movedOut: 0, balanced: true });
    expect(gradeAccount(steps, '一般')).toMatchObject({ figures: { opening: 3, added: 1, reopened: 1, lost: 1, closing: 3 }, movedIn: 0, movedOut: 1, balanced: true });
    expect(gradeAccount(weekSteps([ROWS[0]!, row('D2', '严重', { opening: 9, closing: 9 })], ['D1', 'D2'], 'projects', 2), '严重').balanced).toBe(false);
  });
  it('knows how far the bars reach', () => expect(extent(weekSteps(ROWS, ['D1', 'D2'], 'projects', 5), 'projects')).toEqual({ up: 1, down: 3 }));
});
