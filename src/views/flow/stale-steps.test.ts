import { describe, expect, it } from 'vitest';
import { mayBeStale, staleSteps } from './stale-steps.ts';

const entry = (id: string) => ({ id, as_of: id.slice(0, 10), revision: Number(id.slice(12) || 1) });
const manifest = (day: string, previous: string | null) => ({ as_of: day, previous: previous === null ? null : { id: previous, sha256: 'a'.repeat(64) } });
const index = ['2026-11-06', '2026-11-06-r2', '2026-11-13', '2026-11-13-r2', '2026-11-13-r3', '2026-11-20'].map(entry);

describe('steps made of a snapshot that was corrected later', () => {
  it('are named oldest first with the revision used and the newest', () =>
    expect(staleSteps([manifest('2026-11-20', '2026-11-13-r2'), manifest('2026-11-13', '2026-11-06'), manifest('2026-11-06', null)], index, '2026-11-06')).toEqual([
      { day: '2026-11-06', used: 1, newest: 2, next: '2026-11-13' }, { day: '2026-11-13', used: 2, newest: 3, next: '2026-11-20' },
    ]));
  it('are none where the later weeks were published again', () => expect(staleSteps([manifest('2026-11-20', '2026-11-13-r3'), manifest('2026-11-13', '2026-11-06-r2')], index, '2026-11-06')).toEqual([]));
  it('do not concern what was before the beginning', () => expect(staleSteps([manifest('2026-11-20', '2026-11-13-r3'), manifest('2026-11-13', '2026-11-06')], index, '2026-11-13')).toEqual([]));
  it('are not told of a snapshot that is gone', () => expect(staleSteps([manifest('2026-11-20', '2026-10-30')], index, '2026-10-30')).toEqual([]));
});

it.each([['2026-11-06', '2026-11-20', true], ['2026-11-13', '2026-11-20', true], ['2026-10-30', '2026-11-06', false], ['2026-11-20', '2026-11-27', false]] as const)('from %s to %s there may be some: %s', (from, to, may) =>
  expect(mayBeStale(index, from, to)).toBe(may));
