import { describe, expect, it } from 'vitest';
import { tallyLine, tallyOf } from './tally.ts';

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((each) => ({ status: each })) });

describe('tallyOf', () => {
  it('counts tests', () => {
    const report = { numPassedTests: 2, numFailedTests: 1, testResults: [file('passed', 'passed'), file('failed', 'passed', 'failed')] };
    expect(tallyLine(tallyOf(report))).toBe('2 passed, 1 failed');
  });

  it('counts a file that did not load as a failure', () => {
    const report = { numPassedTests: 1, numFailedTests: 0, testResults: [file('passed', 'passed'), file('failed')] };
    expect(tallyLine(tallyOf(report))).toBe('1 passed, 1 failed');
  });

  it('does not count skipped tests', () => {
    const report = { numPassedTests: 1, numFailedTests: 0, testResults: [file('passed', 'passed', 'skipped')] };
    expect(tallyLine(tallyOf(report))).toBe('1 passed, 0 failed');
  });

  it('refuses something else', () => {
    expect(() => tallyOf({})).toThrow();
  });
});
