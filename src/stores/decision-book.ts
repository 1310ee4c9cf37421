import { ID_LENGTH, ID_LETTERS } from '../model/decision-id.ts';

/** What a person writes down for one 交办. */
export interface DecisionFields {
  readonly content: string;
  /** 部门, 属地 or 专班, by its name. */
  readonly unit: string | null;
  readonly responsible: string | null;
  /** ISO day. */
  readonly dueOn: string | null;
  readonly note: string | null;
}

/** One 交办 as this browser keeps it. */
export interface Decision extends DecisionFields {
  /** Stable: the same in every file this entry is saved to. */
  readonly id: string;
  /** null: of no single project. */
  readonly projectId: string | null;
  /** Day it was decided on. */
  readonly on: string;
  /** Place in the list. */
  readonly order: number;
  /** Counts changes; `exported` is the one a file holds, null: none does. */
  readonly revision: number;
  readonly exported: number | null;
  /** Taken back after it was saved to a file: no entry any more, but the file is not true until it is saved again. */
  readonly gone: boolean;
}

/** What is typed and not yet recorded; `editing`: the entry it will change. */
export interface Draft extends DecisionFields {
  readonly editing: string | null;
}

/** The part of `Storage` that is used. */
export interface KeyValue {
  readonly length: number;
  readonly key: (index: number) => string | null;
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
  readonly removeItem: (key: string) => void;
}

/** Whether what was typed survives the tab: kept · full (no room left) · blocked (no storage at all). */
export type Keeping = 'kept' | 'full' | 'blocked';

/** Longest texts, in UTF-16 units; the file's schema takes 500 for the content. */
export const LONGEST = { content: 60, unit: 60, responsible: 40, note: 200 } as const;

const KINDS: Readonly<Record<keyof DecisionFields, null>> = { content: null, unit: null, responsible: null, dueOn: null, note: null };
const FIELDS = Object.keys(KINDS) as (keyof DecisionFields)[];

const textOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string';
const hasFields = (value: Record<string, unknown>): boolean => typeof value['content'] === 'string' && FIELDS.every((f) => textOrNull(value[f]));

function parsed<T>(text: string | null, good: (value: Record<string, unknown>) => boolean): T | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && good(value as Record<string, unknown>) ? (value as T) : null;
  } catch {
    return null;
  }
}
const isDecision = (v: Record<string, unknown>): boolean => hasFields(v) && typeof v['id'] === 'string' && textOrNull(v['projectId']) && typeof v['on'] === 'string' && typeof v['order'] === 'number'
  && typeof v['revision'] === 'number' && (v['exported'] === null || typeof v['exported'] === 'number') && typeof v['gone'] === 'boolean';
const isDraft = (v: Record<string, unknown>): boolean => hasFields(v) && textOrNull(v['editing']);

/** One line without control characters; halves of a character pair become U+FFFD. Emoji, right-to-left text and formulas stay as they are. */
const cleaned = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').replace(/\p{Cs}/gu, '\uFFFD').trim();
const orNull = (text: string | null): string | null => (text === null || cleaned(text) === '' ? null : cleaned(text));
const cleanedFields = (f: DecisionFields): DecisionFields => ({ content: cleaned(f.content), unit: orNull(f.unit), responsible: orNull(f.responsible), dueOn: orNull(f.dueOn), note: orNull(f.note) });

/** What a book is about and where it is kept. */
export interface BookOptions {
  readonly county: string;
  readonly snapshot: string;
  /** null: the browser lets nothing be stored. */
  readonly storage: KeyValue | null;
  /** A new id, unlike any other. */
  readonly newId: () => string;
}

/**
 * The decisions of one county and snapshot: each entry and each draft under a key of its own, so that two tabs never write over each other's. Everything is also in
 * memory; what could not be stored is tried again with every later write.
 */
export function openBook({ county, snapshot, storage, newId }: BookOptions) {
  const prefix = `qq:decisions:${county}:${snapshot}:`;
  const entryKey = (id: string): string => `${prefix}e:${id}`;
  const writer = newId();
  const draftKeys = (slot: string | null): string => `${prefix}d:${slot === null ? '' : encodeURIComponent(slot)}:`;
  const entries = new Map<string, Decision>();
  const drafts = new Map<string, Draft>();
  /** Keys whose newest value is not stored; null: to be removed. */
  const waiting = new Map<string, string | null>();
  let keeping: Keeping = storage === null ? 'blocked' : 'kept';

  function write(key: string, value: string | null): boolean {
    try {
      if (value === null) storage!.removeItem(key);
      else storage!.setItem(key, value);
      return true;
    } catch (error) {
      keeping = /quota/i.test(error instanceof Error ? `${error.name} ${error.message}` : '') ? 'full' : 'blocked';
      return false;
    }
  }
  function put(key: string, value: string | null): void {
    waiting.set(key, value);
    if (storage === null) return;
    // What makes room goes first.
    const order = [...waiting].sort(([, a], [, b]) => Number(a !== null) - Number(b !== null));
    for (const [k, v] of order) if (write(k, v)) waiting.delete(k);
    if (waiting.size === 0) keeping = 'kept';
  }
  function read(): void {
    for (let i = 0; i < storage!.length; i += 1) {
      const key = storage!.key(i);
      if (key === null || !key.startsWith(prefix)) continue;
      const text = storage!.getItem(key);
      if (key.startsWith(`${prefix}e:`)) {
        const entry = parsed<Decision>(text, isDecision);
        if (entry && entryKey(entry.id) === key) entries.set(entry.id, entry);
      } else {
        const draft = parsed<Draft>(text, isDraft);
        if (draft) drafts.set(key, draft);
      }
    }
  }
  if (storage !== null) {
    try {
      read();
    } catch {
      keeping = 'blocked';
    }
  }

  const save = (entry: Decision): Decision => {
    entries.set(entry.id, entry);
    put(entryKey(entry.id), JSON.stringify(entry));
    return entry;
  };
  const forget = (id: string): void => {
    entries.delete(id);
    put(entryKey(id), null);
  };
  const isPending = (e: Decision): boolean => (e.gone ? e.exported !== null : e.exported !== e.revision);

  /** Key of the draft shown for a slot: one's own, else one another tab left behind. */
  const draftKey = (slot: string | null): string | undefined => {
    const own = `${draftKeys(slot)}${writer}`;
    return drafts.has(own) ? own : [...drafts.keys()].find((key) => key.startsWith(draftKeys(slot)) && !key.slice(draftKeys(slot).length).includes(':'));
  };

  return {
    prefix,
    keeping: (): Keeping => keeping,
    /** Entries in their order. */
    entries: (): readonly Decision[] => [...entries.values()].filter((e) => !e.gone).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)),
    /** How many entries no saved file holds as they are now. */
    unexported: (): number => [...entries.values()].filter(isPending).length,
    draft: (slot: string | null): Draft | null => {
      const key = draftKey(slot);
      return key === undefined ? null : drafts.get(key)!;
    },
    /** Keeps what is typed; null: nothing is. */
    setDraft: (slot: string | null, draft: Draft | null): void => {
      const [shown, own] = [draftKey(slot), `${draftKeys(slot)}${writer}`];
      if (draft !== null) {
        drafts.set(own, draft);
        put(own, JSON.stringify(draft));
      }
      // What was taken over, or is done, goes; the text itself is stored first.
      if (shown !== undefined && (shown !== own || draft === null)) {
        drafts.delete(shown);
        put(shown, null);
      }
    },
    /** A new entry; null for one without words. */
    record: (projectId: string | null, on: string, fields: DecisionFields): Decision | null => {
      const clean = cleanedFields(fields);
      if (clean.content === '') return null;
      const order = Math.max(0, ...[...entries.values()].map((e) => e.order)) + 1;
      return save({ ...clean, id: newId(), projectId, on, order, revision: 1, exported: null, gone: false });
    },
    /** Changes an entry; null for one that is not there any more, or without words. */
    amend: (id: string, fields: DecisionFields): Decision | null => {
      const [old, clean] = [entries.get(id), cleanedFields(fields)];
      if (!old || old.gone || clean.content === '') return null;
      return FIELDS.every((f) => old[f] === clean[f]) ? old : save({ ...old, ...clean, revision: old.revision + 1 });
    },
    /** Takes an entry back. */
    remove: (id: string): void => {
      const old = entries.get(id);
      if (!old) return;
      if (old.exported === null) forget(id);
      else save({ ...old, gone: true });
    },
    /** Puts an entry back as it was: undo of a change or a removal. With null: undo of a new one. */
    restore: (id: string, before: Decision | null): void => {
      const now = entries.get(id);
      if (before === null) forget(id);
      // A later file may hold the change that is undone.
      else save({ ...before, exported: now && now.exported !== null && now.exported >= before.revision ? null : before.exported });
    },
    get: (id: string): Decision | null => entries.get(id) ?? null,
    /** The entries were saved to a file as they are. */
    markExported: (saved: readonly Decision[]): void => {
      for (const { id, revision } of saved) {
        const now = entries.get(id);
        if (now) save({ ...now, exported: revision });
      }
      for (const gone of [...entries.values()].filter((e) => e.gone)) forget(gone.id);
    },
    /** Another tab wrote or removed `key` (null: everything). true: something here changed. */
    take: (key: string | null, value: string | null): boolean => {
      if (key === null) {
        // Storage was emptied from outside: what is on screen is kept and stored again.
        for (const e of entries.values()) put(entryKey(e.id), JSON.stringify(e));
        return false;
      }
      if (!key.startsWith(`${prefix}e:`)) return false;
      const id = key.slice(`${prefix}e:`.length);
      const entry = parsed<Decision>(value, isDecision);
      waiting.delete(key);
      if (entry && entry.id === id) entries.set(id, entry);
      else entries.delete(id);
      return true;
    },
  };
}
export type Book = ReturnType<typeof openBook>;

/** Letters of a new id. */
export function randomId(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes)): string {
  return [...random(new Uint8Array(ID_LENGTH))].map((byte) => ID_LETTERS[byte % ID_LETTERS.length]).join('');
}
