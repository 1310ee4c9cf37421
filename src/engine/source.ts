import { PREWARMED, prewarmedSchema } from '../model/prewarmed.ts';
import type { Question } from '../query/ask.ts';
import { openDatabase } from './database.ts';
import { LoadError, reasonOf } from './errors.ts';
import { loadTable } from './load.ts';
import type { Row } from './rows.ts';
import { loadJson, type Snapshot } from './snapshot.ts';

/** Rows of one question, or why there are none: one failed panel never takes another down. */
export type Answer = { readonly rows: readonly Row[] } | { readonly error: Error };

/** Answers by the name of their question; a question that was not asked has none. */
export type Answers<K extends string = string> = Readonly<Partial<Record<K, Answer>>>;

/** One snapshot, ready to be asked. */
export interface Source {
  readonly snapshot: Snapshot;
  /** Tables the snapshot holds; the others are 未导入. */
  readonly tables: ReadonlySet<string>;
  /**
   * Answers a batch in one go: stored answers at once, the others by the engine, posted together. Resolves when all are there; rejects only with the
   * signal's reason, so that late results are dropped.
   */
  readonly ask: <K extends string>(questions: Readonly<Partial<Record<K, Question>>>, options?: { readonly signal?: AbortSignal }) => Promise<Answers<K>>;
}

/** The snapshot with the publisher's stored answers in front of the engine. Without them (an older snapshot, a damaged file) everything goes to the engine. */
export async function openSource(snapshot: Snapshot): Promise<Source> {
  const stored = await storedAnswers(snapshot);
  const tables = new Set(snapshot.manifest.files.flatMap((f) => f.table ?? []));
  return {
    snapshot, tables,
    ask: async (questions, { signal } = {}) => {
      const entries = Object.entries(questions) as [string, Question][];
      const answers = await Promise.all(entries.map(async ([name, question]) => [name, await answer(snapshot, stored, question, signal)] as const));
      signal?.throwIfAborted();
      return Object.fromEntries(answers) as Answers<never>;
    },
  };
}

async function answer(snapshot: Snapshot, stored: ReadonlyMap<string, readonly Row[]>, { sql, tables }: Question, signal?: AbortSignal): Promise<Answer> {
  const rows = stored.get(sql);
  if (rows) return { rows };
  try {
    const database = openDatabase();
    for (const table of tables) if (typeof table === 'string') await loadTable(database, snapshot, table);
    return { rows: await (await database).query(sql, signal ? { signal } : {}) };
  } catch (thrown) {
    return { error: thrown instanceof Error ? thrown : new Error(reasonOf(thrown)) };
  }
}

async function storedAnswers(snapshot: Snapshot): Promise<ReadonlyMap<string, readonly Row[]>> {
  if (!snapshot.manifest.files.some((f) => f.path === PREWARMED)) return new Map();
  const { success, data } = prewarmedSchema.safeParse(await loadJson(snapshot, PREWARMED));
  if (!success) throw new LoadError(PREWARMED, '格式不对，请重新发布');
  return new Map(data.answers.map(({ sql, columns, rows }) => [sql, Object.freeze(rows.map((row) => Object.freeze(Object.fromEntries(columns.map((c, i) => [c, row[i] ?? null])))))]));
}
