import { CUBE_COLUMNS } from '../model/cube.ts';
import { SNAPSHOT_TABLES } from '../model/tables.ts';
import type { Question } from '../query/ask.ts';
import type { Answer } from './answer.ts';
import { makeAnswerCache } from './answer-cache.ts';
import type { PromisedColumn } from './columns.ts';
import { lengthOf } from './count-bytes.ts';
import { openDatabase } from './database.ts';
import { decodeParquet, startDecoder } from './decode.ts';
import { EngineError, errorOf, LoadError } from './errors.ts';
import { fetchSealed } from './files.ts';
import { makeQueue, type Queue, StaleTables } from './queue.ts';
import { snapshotNamed, type Snapshot } from './snapshot.ts';
import { setStage, track } from './state.ts';
import { makeTables, type TableFile, type Tables } from './tables.ts';

/** Options of one batch. */
export interface LiveOptions {
  readonly signal?: AbortSignal | undefined;
  readonly timeout?: number | undefined;
}

/** One run of the engine, from its start to its end. */
interface Session {
  readonly tables: Tables;
  readonly queue: Queue;
  readonly open: Promise<unknown>;
  readonly stage: { readonly opened: () => void; readonly begin: (table: string) => void; readonly end: () => void };
}

/** Kept across restarts: a file's answers do not change with the engine. */
const answers = makeAnswerCache();
let session: Session | null = null;
/** A start that cannot succeed in this page, however often it is tried. */
let lasting: EngineError | null = null;

function current(): Session {
  if (typeof WebAssembly !== 'object') lasting ??= new EngineError('no_wasm');
  if (lasting) throw lasting;
  return (session ??= begin());
}

function begin(): Session {
  const database = openDatabase();
  const tables = makeTables({ database, fetch: fetchTable, catalogue: columnsOf });
  let here: Awaited<typeof database> | null = null;
  database.then((opened) => (here = opened), () => undefined);
  const queue = makeQueue(async ({ sql, prepared, timeout }) => {
    const { run, query } = here ?? (await database);
    return prepared ? run(prepared, sql, timeout) : query(sql, timeout);
  }, answers);
  const started: Session = { tables, queue, open: database, stage: stageOf(() => session === started) };
  database.then(started.stage.opened).catch(() => undefined);
  database.then(({ death }) => death).catch((thrown: unknown) => {
    if (session === started) session = null;
    noteFailure(thrown);
    setStage('failed', { error: errorOf(thrown) });
  });
  startDecoder();
  return started;
}

/** The part of the engine's state that follows the tables: loading while one is on its way, else ready. */
function stageOf(mine: () => boolean): Session['stage'] {
  let isOpen = false;
  let underway = 0;
  let newest: string | null = null;
  const show = (): void => {
    if (!isOpen || !mine()) return;
    if (lasting) setStage('failed', { error: lasting });
    else setStage(underway > 0 ? 'loading' : 'ready', { table: underway > 0 ? newest : null });
  };
  return {
    opened: () => { isOpen = true; show(); },
    begin: (table) => { underway += 1; newest = table; show(); },
    end: () => { underway -= 1; if (underway === 0) show(); },
  };
}

/** Remembers a failure that no retry in this page can mend. */
function noteFailure(thrown: unknown): void {
  if (thrown instanceof EngineError && (thrown.code === 'no_wasm' || thrown.code === 'blocked')) lasting = thrown;
}

async function fetchTable({ folder, file }: TableFile): Promise<Uint8Array<ArrayBuffer>> {
  return fetchSealed(folder, file, (bytes) => decodeParquet(bytes, file), { counter: (response) => track(file.path, lengthOf(response)) });
}

const catalogue = new Map<string, readonly PromisedColumn[]>([...SNAPSHOT_TABLES.map((t) => [t.name, t.columns] as const), ['cube', CUBE_COLUMNS]]);
const columnsOf = (table: string): readonly PromisedColumn[] | null => catalogue.get(table) ?? null;

/** Answers of questions that are not stored, by name. Never rejects; a died engine is restarted once before its death is an answer. */
export async function answerLive(snapshot: Snapshot, questions: readonly (readonly [string, Question])[], options: LiveOptions): Promise<Map<string, Answer>> {
  const found = await attempt(snapshot, questions, options);
  const died = questions.filter(([name]) => hasDied(found.get(name)));
  if (died.length > 0 && !options.signal?.aborted) for (const [name, answer] of await attempt(snapshot, died, options)) found.set(name, answer);
  return found;
}

const hasDied = (answer: Answer | undefined): boolean => answer !== undefined && 'error' in answer && answer.error instanceof EngineError && answer.error.code === 'died';

/** More turns than two pages of the app could ever take the tables from each other. */
const TURNS = 5;

/** A question whose tables are there. */
interface Ready {
  readonly name: string;
  readonly question: Question;
  readonly files: readonly TableFile[];
  readonly now: Session;
}

const keyOf = ({ files, question: { sql } }: Ready): string => `${files.map(({ name: as, file }) => `${as}=${file.sha256}`).join('\n')}\n${sql}`;

async function attempt(snapshot: Snapshot, questions: readonly (readonly [string, Question])[], { signal, timeout }: LiveOptions, turn = 1): Promise<Map<string, Answer>> {
  const found = new Map<string, Answer>();
  const fail = (name: string) => (thrown: unknown): void => void found.set(name, { error: errorOf(thrown) });
  const ready = heldNow(snapshot, questions) ?? (await Promise.all(questions.map(async ([name, question]): Promise<Ready | null> => {
    try {
      const now = current();
      const files = await Promise.all(question.tables.map((use) => fileOf(snapshot, use)));
      await Promise.all(files.map((f) => loading(now, f)));
      return { name, question, files, now };
    } catch (thrown) {
      fail(name)(thrown);
      return null;
    }
  })));
  // No await between the questions: they are posted as one batch.
  const asked = ready.map((one) => {
    if (!one) return undefined;
    const { name, question: { sql, prepared }, files, now: { queue, tables } } = one;
    return queue.ask({ key: keyOf(one), sql, prepared, timeout, signal, keep: (rows) => tables.keep(files, rows) }).then((rows) => void found.set(name, { rows }), fail(name));
  });
  session?.queue.post();
  await Promise.all(asked);
  const again = questions.filter(([name]) => isStale(found.get(name)));
  if (again.length > 0 && turn < TURNS) for (const [name, answer] of await attempt(snapshot, again, { signal, timeout }, turn + 1)) found.set(name, answer);
  return found;
}

/** Every question ready at once, when all of their tables stand in the database already: a filter click must not wait for a turn of the page. */
function heldNow(snapshot: Snapshot, questions: readonly (readonly [string, Question])[]): readonly Ready[] | null {
  const now = session;
  if (!now || lasting) return null;
  const ready = questions.map(([name, question]): Ready | null => {
    const files = question.tables.map((use) => (typeof use === 'string' ? snapshot.manifest.files.find((f) => f.table === use) : undefined)).flatMap((file) => (file?.table ? [{ name: file.table, folder: snapshot.folder, file }] : []));
    return files.length === question.tables.length && now.tables.hold(files) ? { name, question, files, now } : null;
  });
  return ready.every((r) => r !== null) ? ready : null;
}

/** Answers that are kept, at once: those of a view that was there before, or foreseen. Null when one is missing. */
export function known(snapshot: Snapshot, questions: readonly (readonly [string, Question])[]): ReadonlyMap<string, Answer> | null {
  const ready = heldNow(snapshot, questions);
  if (!ready) return null;
  const found = new Map<string, Answer>();
  for (const one of ready) {
    const rows = one.now.queue.known(keyOf(one));
    if (!rows) return null;
    found.set(one.name, { rows });
  }
  return found;
}

/** Asks what may be asked soon, so that its answers are kept; only where all tables stand in the database. False, and nothing is asked, while the engine has other work. */
export async function foresee(snapshot: Snapshot, questions: readonly (readonly [string, Question])[]): Promise<boolean> {
  const now = heldNow(snapshot, questions);
  if (!now || !session || known(snapshot, questions)) return true;
  if (!session.queue.idle()) return false;
  await attempt(snapshot, questions, {}, TURNS);
  return true;
}

const isStale = (answer: Answer | undefined): boolean => answer !== undefined && 'error' in answer && answer.error instanceof StaleTables;

async function fileOf(snapshot: Snapshot, use: Question['tables'][number]): Promise<TableFile> {
  const { table, as, of } = typeof use === 'string' ? { table: use, as: use, of: snapshot } : { ...use, of: await snapshotNamed(snapshot, use.snapshot) };
  const file = of.manifest.files.find((f) => f.table === table);
  if (!file) throw new LoadError(`${table}.parquet`, 'not_imported', { snapshot: of.id });
  return { name: as, folder: of.folder, file };
}

/** Loads a table with the engine's state saying so. */
async function loading({ tables, stage }: Session, file: TableFile): Promise<void> {
  if (tables.hold([file])) return;
  stage.begin(file.name);
  try {
    await tables.ensure(file);
  } catch (thrown) {
    noteFailure(thrown);
    throw thrown;
  } finally {
    stage.end();
  }
}

/** Plans questions whose tables stand in the database, so that their first run is as quick as every other. Never rejects. */
export async function plan(snapshot: Snapshot, questions: readonly Question[]): Promise<void> {
  const ready = questions.flatMap((question) => (question.prepared && heldNow(snapshot, [['', question]]) ? [question.prepared] : []));
  if (ready.length > 0) await openDatabase().then((database) => database.plan(ready), () => undefined);
}

/** Starts the engine and loads those of the tables that the snapshot has, in this order. Never rejects: the state says how it went. */
export async function warm(snapshot: Snapshot, names: readonly string[]): Promise<void> {
  const has = names.filter((name) => snapshot.manifest.files.some((f) => f.table === name));
  try {
    const now = current();
    const files = await Promise.all(has.map((name) => fileOf(snapshot, name)));
    await Promise.all([now.open, ...files.map((f) => loading(now, f).catch(() => undefined))]);
    if (!lasting && performance.getEntriesByName('qq:engine-ready').length === 0) performance.measure('qq:engine-ready', { start: 0, end: performance.now() });
  } catch (thrown) {
    setStage('failed', { error: errorOf(thrown) });
  }
}
