import { expect, it } from 'vitest';
import { nextSnapshotDay } from './next-day.ts';

it.each<[string, readonly string[], string, string, string]>([
  ['a week on', ['2026-11-13', '2026-11-20'], '2026-11-20', '2026-11-23', '2026-11-27'],
  ['one snapshot alone', ['2026-11-20'], '2026-11-20', '2026-11-20', '2026-11-27'],
  ['a week was left out', ['2026-09-25', '2026-10-09', '2026-10-16'], '2026-10-09', '2026-10-10', '2026-10-23'],
  ['a step that was longer', ['2026-09-18', '2026-09-25', '2026-10-09'], '2026-10-09', '2026-10-12', '2026-10-16'],
  ['a month', ['2026-09-30', '2026-10-31'], '2026-10-31', '2026-11-02', '2026-12-01'],
  ['the meeting is late', ['2026-11-13', '2026-11-20'], '2026-11-20', '2026-11-30', '2026-12-04'],
  ['two revisions of a day', ['2026-11-13', '2026-11-20', '2026-11-20'], '2026-11-20', '2026-11-23', '2026-11-27'],
])('%s', (_, days, asOf, today, want) => expect(nextSnapshotDay(days, asOf, today)).toBe(want));
