import { createPinia, setActivePinia } from 'pinia';
import { expect, it } from 'vitest';
import { useDecisionsStore } from './decisions.ts';
import { useSnapshotStore } from './snapshot.ts';

it('撤销 is offered and done in the book of the snapshot it belongs to only', () => {
  setActivePinia(createPinia());
  const snapshots = useSnapshotStore();
  const open = (id: string): void => {
    snapshots.opened = { entry: { id, as_of: id }, source: { snapshot: { manifest: { county: { code: '990101' } } } } } as never;
  };
  const store = useDecisionsStore();
  open('2026-11-20');
  const made = store.record(null, null, '2026-11-23', { content: '动用保证金', unit: '交通局', responsible: '刘卫东', dueOn: '2026-11-27', note: null });
  store.remove(made!.id);
  open('2026-11-13');
  expect(store.undoable).toBeNull();
  store.undo();
  expect(store.entries).toEqual([]);
  open('2026-11-20');
  expect(store.undoable).toMatchObject({ kind: 'removed', content: '动用保证金' });
  store.undo();
  expect([store.entries.map((e) => e.content), store.undoable]).toEqual([['动用保证金'], null]);
});
