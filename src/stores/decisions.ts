import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { decisionId } from '../model/decision-id.ts';
import { type Book, type Decision, type DecisionFields, type Draft, type KeyValue, openBook, randomId } from './decision-book.ts';
import { useSnapshotStore } from './snapshot.ts';

export type { Decision, DecisionFields, Draft } from './decision-book.ts';
export { LONGEST } from './decision-book.ts';

/** What can be undone: the entry as it was; `before` null: it was new. */
interface Step {
  readonly kind: 'recorded' | 'changed' | 'removed';
  readonly id: string;
  readonly content: string;
  readonly before: Decision | null;
  /** Where it stands: another snapshot on screen has another book. */
  readonly book: Book;
}

/** This browser's storage; null where it is blocked. */
function browserStorage(): KeyValue | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** Decisions of the meeting on the snapshot on screen: kept in this browser as typed, until they are saved to a file and longer. */
export const useDecisionsStore = defineStore('decisions', () => {
  const snapshots = useSnapshotStore();
  const changes = shallowRef(0);
  const undoable = shallowRef<Step | null>(null);
  const books = new Map<string, Book>();

  const book = computed((): Book | null => {
    const { opened } = snapshots;
    if (!opened) return null;
    const { code } = opened.source.snapshot.manifest.county;
    const key = `${code}:${opened.entry.id}`;
    const known = books.get(key) ?? openBook({ county: code, snapshot: opened.entry.id, storage: browserStorage(), newId: () => decisionId(opened.entry.as_of, randomId()) });
    books.set(key, known);
    return known;
  });
  /** Reads the book again whenever it changed. */
  const of = <T>(read: (book: Book) => T, otherwise: T): T => {
    void changes.value;
    return book.value ? read(book.value) : otherwise;
  };
  function change<T>(run: (book: Book) => T): T | null {
    if (!book.value) return null;
    const result = run(book.value);
    changes.value += 1;
    return result;
  }

  // Once for the life of the page: what other tabs write is theirs and ours.
  if (typeof window !== 'undefined') {
    window.addEventListener('storage', ({ key, newValue }) => {
      let touched = false;
      for (const open of books.values()) touched = open.take(key, newValue) || touched;
      if (touched) changes.value += 1;
    });
  }

  const entries = computed(() => of((b) => b.entries(), []));
  /** Entries that no saved file holds as they are now. */
  const unexported = computed(() => of((b) => b.unexported(), 0));
  const keeping = computed(() => of((b) => b.keeping(), 'kept' as const));

  return {
    entries, unexported, keeping, undoable: computed(() => (undoable.value?.book === book.value ? undoable.value : null)),
    draft: (projectId: string | null): Draft | null => of((b) => b.draft(projectId), null),
    setDraft: (projectId: string | null, draft: Draft | null): void => void change((b) => b.setDraft(projectId, draft)),
    /** Records a new entry, or the change of the one that `editing` names; null: there were no words. `on`: today. */
    record: (projectId: string | null, editing: string | null, on: string, fields: DecisionFields): Decision | null => change((b) => {
      const before = editing === null ? null : b.get(editing);
      const made = (before && !before.gone ? b.amend(before.id, fields) : null) ?? b.record(projectId, on, fields);
      if (made) undoable.value = { kind: before && made.id === before.id ? 'changed' : 'recorded', id: made.id, content: made.content, before: before && made.id === before.id ? before : null, book: b };
      return made;
    }),
    remove: (id: string): void => void change((b) => {
      const before = b.get(id);
      if (!before) return;
      b.remove(id);
      undoable.value = { kind: 'removed', id, content: before.content, before, book: b };
    }),
    undo: (): void => void change((b) => {
      const step = undoable.value;
      if (step?.book !== b) return;
      undoable.value = null;
      b.restore(step.id, step.before);
    }),
    markExported: (saved: readonly Decision[]): void => void change((b) => b.markExported(saved)),
  };
});
