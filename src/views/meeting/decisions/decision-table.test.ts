import { describe, expect, it } from 'vitest';
import { decisionRows, pagesOf, ROWS } from './decision-table.ts';

describe('pages', () => {
  it.each([[0, [0]], [1, [1]], [ROWS, [ROWS]], [ROWS + 1, [ROWS, 1]], [20, [8, 8, 4]]])('%d entries: %j', (n, want) => expect(pagesOf(Array.from({ length: n }, (_, i) => i)).map((p) => p.length)).toEqual(want));
});
it('numbers the rows and names their projects', () => {
  const entry = { id: 'a', projectId: 'AL-022', content: '动用保证金', unit: null, responsible: null, dueOn: null, note: null, on: '2026-11-23', order: 7, revision: 1, exported: null, gone: false };
  expect(decisionRows([entry, { ...entry, id: 'b', projectId: null }], (id) => (id === null ? null : '安澜大道')).map((r) => [r.number, r.id, r.project])).toEqual([[1, 'a', '安澜大道'], [2, 'b', null]]);
});
