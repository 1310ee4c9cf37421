import { prewarmedSchema } from '../model/prewarmed.ts';
import { PREWARMED } from '../model/prewarmed-file.ts';
import type { Question } from '../query/ask.ts';
import { OVERVIEW_TABLES } from '../query/overview.ts';
import type { Answer } from './answer.ts';
import { abortError, EngineError, reasonOf } from './errors.ts';
import type * as Live from './live.ts';
import { untilAborted } from './queue.ts';
import type { Row } from './rows.ts';
import { loadJson, type Snapshot } from './snapshot.ts';
import { setStage } from './state.ts';

export type { Answer } from './answer.ts';

/** Answers by the name of their question; a question that was not asked has none. */
export type Answers<K extends string = string> = Readonly<Partial<Record<K, Answer>>>;

/** What a caller may say about one batch. */
export interface AskOptions {
  /** Aborting drops the answers: the promise rejects with an AbortError, and what was not yet posted never is. */
  readonly signal?: AbortSignal;
  /** Milliseconds before a query counts as stuck and the engine is restarted; default 30 s. */
  readonly timeout?: number;
}

/** One snapshot, ready to be asked. */
export interface Source {
  readonly snapshot: Snapshot;
  /** Tables the snapshot holds; the others are 未导入. */
  readonly tables: ReadonlySet<string>;
  /**
   * Answers a batch in one go: stored answers at once, the others by the engine, posted together; tables they need are fetched first. Resolves when all are there,
   * a failed question with its own error; rejects only with AbortError.
   */
  readonly ask: <K extends string>(questions: Readonly<Partial<Record<K, Question>>>, options?: AskOptions) => Promise<Answers<K>>;
  /** The answers at hand, at once: those the publisher stored, and the engine's where it has kept all the others; the rest is missing. */
  readonly known: <K extends string>(questions: Readonly<Partial<Record<K, Question>>>) => Answers<K>;
  /** Asks what a click may ask soon, so that its answers are at hand then. False, and nothing is asked, while the engine has other work. Changes nothing else. */
  readonly foresee: (questions: Readonly<Partial<Record<string, Question>>>) => Promise<boolean>;
  /** Starts the engine and loads the overview's tables in the background; call it once the first screen is painted. Progress and failure: engineState. */
  readonly warm: () => Promise<void>;
  /** Plans questions that will be asked soon; call it when the engine is warm and the page has nothing to do. */
  readonly plan: (questions: Readonly<Partial<Record<string, Question>>>) => Promise<void>;
}

/** The snapshot with the publisher's stored answers in front of the engine. Without them (an older snapshot, a damaged file) everything goes to the engine. */
export async function openSource(snapshot: Snapshot): Promise<Source> {
  const stored = await storedAnswers(snapshot).catch(() => NOTHING_STORED);
  const tables = new Set(snapshot.manifest.files.flatMap((f) => f.table ?? []));
  const rowsOf = (question: Question): readonly Row[] | undefined => (isStored(snapshot, question) ? stored.get(question.sql) : undefined);
  /** What is stored, and what the engine is to be asked. */
  const sorted = (questions: Readonly<Partial<Record<string, Question>>>): { answers: Record<string, Answer>; missing: (readonly [string, Question])[] } => {
    const answers: Record<string, Answer> = {};
    const missing: (readonly [string, Question])[] = [];
    for (const [name, question] of Object.entries(questions) as [string, Question][]) {
      const rows = rowsOf(question);
      if (rows) answers[name] = { rows };
      else missing.push([name, question]);
    }
    return { answers, missing };
  };
  return {
    snapshot, tables,
    known: (questions) => {
      const { answers, missing } = sorted(questions);
      for (const [name, answer] of (missing.length > 0 && here?.known(snapshot, missing)) || []) answers[name] = answer;
      return answers as Answers<never>;
    },
    foresee: async (questions) => here?.foresee(snapshot, sorted(questions).missing) ?? true,
    ask: async (questions, { signal, timeout } = {}) => {
      if (signal?.aborted) throw abortError();
      const { answers, missing } = sorted(questions);
      if (missing.length > 0) for (const [name, answer] of await untilAborted(liveAnswers(snapshot, missing, { signal, timeout }), signal)) answers[name] = answer;
      return answers as Answers<never>;
    },
    warm: () => startLive().then((live) => live.warm(snapshot, OVERVIEW_TABLES), (error: Error) => setStage('failed', { error })),
    plan: async (questions) => here?.plan(snapshot, Object.values(questions).filter((q) => q !== undefined)),
  };
}

const NOTHING_STORED: ReadonlyMap<string, readonly Row[]> = new Map();

/** The publisher knew the tables of its own snapshot and of the one before, no others. */
const isStored = ({ id, manifest }: Snapshot, { tables }: Question): boolean =>
  tables.every((use) => typeof use === 'string' || use.snapshot === id || use.snapshot === manifest.previous?.id);

/** The chunk once it is here: importing it again would cost every batch a turn of the event loop. */
let here: typeof Live | null = null;

/** DuckDB, Arrow and all that loads tables come as a chunk of their own, after the first screen. */
async function startLive(): Promise<typeof Live> {
  try {
    return (here ??= await import('./live.ts'));
  } catch (cause) {
    throw new EngineError('download', { file: 'live.js', reason: reasonOf(cause) }, { cause });
  }
}

async function liveAnswers(snapshot: Snapshot, questions: readonly (readonly [string, Question])[], options: { readonly signal?: AbortSignal | undefined; readonly timeout?: number | undefined }): Promise<ReadonlyMap<string, Answer>> {
  try {
    return await (here ?? (await startLive())).answerLive(snapshot, questions, options);
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(reasonOf(thrown));
    return new Map(questions.map(([name]) => [name, { error }]));
  }
}

/** Throws when the file is damaged: its answers can be calculated as well. */
async function storedAnswers(snapshot: Snapshot): Promise<ReadonlyMap<string, readonly Row[]>> {
  if (!snapshot.manifest.files.some((f) => f.path === PREWARMED)) return NOTHING_STORED;
  const { answers } = prewarmedSchema.parse(await loadJson(snapshot, PREWARMED));
  return new Map(answers.map(({ sql, columns, rows }) => [sql, Object.freeze(rows.map((row) => Object.freeze(Object.fromEntries(columns.map((c, i) => [c, row[i] ?? null])))))]));
}
