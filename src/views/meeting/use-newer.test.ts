import { expect, it } from 'vitest';
import { newerThan } from './use-newer.ts';

const entry = (id: string) => ({ id, as_of: id.slice(0, 10) });
it.each([
  ['nothing new', '2026-11-20', '2026-11-20', '2026-11-20', null],
  ['a week published while it runs', '2026-11-27', '2026-11-20', '2026-11-20', { kind: 'week', now: 48, mine: 47 }],
  ['a correction of the week it is about', '2026-11-20-r2', '2026-11-20', '2026-11-20', { kind: 'revision', now: '2026-11-20-r2', mine: '2026-11-20' }],
  ['a week looked back at: the newest was there before', '2026-11-20', '2026-11-20', '2026-11-13', null],
  ['a meeting kept by an older page', '2026-11-27', null, '2026-11-20', null],
  ['an index that could not be read', null, '2026-11-20', '2026-11-20', null],
] as const)('%s', (_what, newest, began, mine, want) => expect(newerThan(newest === null ? null : entry(newest), began, entry(mine))).toEqual(want));
