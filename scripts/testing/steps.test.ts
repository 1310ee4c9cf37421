import { describe, expect, it } from 'vitest';
import { planOf } from './steps.ts';

const names = (args: string[]): string[] => {
  const { checks, projects } = planOf(args);
  return [...checks.map(({ name }) => name), ...projects];
};

describe('planOf', () => {
  it.each([
    [[], ['lint', 'types', 'unused', 'unit', 'sql', 'pipeline', 'browser']],
    [['--only', 'unit,sql'], ['unit', 'sql']],
    [['--only=sql,unit'], ['unit', 'sql']],
    [['--only', 'lint'], ['lint']],
    [['--only', 'browser,types'], ['types', 'browser']],
  ])('%j', (args, expected) => {
    expect(names(args)).toEqual(expected);
  });

  it.each([[['--only', 'unti']], [['--only']], [['--only', '']], [['unit']], [['--only', 'unit', 'sql']]])('refuses %j', (args) => {
    expect(() => planOf(args)).toThrow('--only');
  });
});
