import type { Prepared } from '../query/parameters.ts';
import { abortError } from './errors.ts';
import type { Row } from './rows.ts';

type Rows = readonly Row[];

/** The tables a waiting question was made for have been replaced: it must be asked anew. */
export class StaleTables extends Error {
  override readonly name = 'StaleTables';
}

/** One question for the queue. */
export interface QueueAsk {
  /** Equal keys have equal answers: snapshot files and SQL text. */
  readonly key: string;
  readonly sql: string;
  readonly prepared?: Prepared | undefined;
  readonly timeout?: number | undefined;
  /** Called in the moment of posting: keeps the tables in their places until `rows` has settled, for a statement may be planned first and runs on what stands there then. False: they are there no longer. */
  readonly keep: (rows: Promise<unknown>) => boolean;
  readonly signal?: AbortSignal | undefined;
}

interface Job extends QueueAsk {
  waiting: number;
  posted: boolean;
  readonly rows: Promise<Rows>;
  readonly settle: (rows: Rows | PromiseLike<Rows>) => void;
  readonly fail: (error: Error) => void;
}

export interface Queue {
  /** Rows of one question; rejects with AbortError, StaleTables or what `run` rejected with. */
  readonly ask: (ask: QueueAsk) => Promise<Rows>;
  /** Posts what waits now, not at the end of the turn: ahead of what the page draws meanwhile. */
  readonly post: () => void;
  /** The answer, when it is kept. */
  readonly known: (key: string) => Rows | undefined;
  /** Nothing is on its way and nothing waits. */
  readonly idle: () => boolean;
}

/** Where answers are kept; see makeAnswerCache. */
export interface AnswerStore {
  readonly get: (key: string) => Rows | undefined;
  readonly set: (key: string, rows: Rows) => void;
}

/**
 * The way to the one connection: what is asked in one turn is posted together; while a batch is on its way the next one waits, and what was aborted meanwhile
 * is never posted (a brush that is dragged costs one batch at a time, not one per position). Equal questions share one answer.
 */
export function makeQueue(run: (question: Pick<QueueAsk, 'sql' | 'prepared' | 'timeout'>) => Promise<Rows>, answers: AnswerStore): Queue {
  const open = new Map<string, Job>();
  let waiting: Job[] = [];
  let running = 0;
  let due = false;

  const flush = (): void => {
    due = false;
    if (running > 0) return;
    const batch = waiting;
    waiting = [];
    for (const job of batch) {
      if (job.keep(job.rows)) void post(job);
      else job.fail(new StaleTables());
    }
  };
  const schedule = (): void => {
    if (due || running > 0 || waiting.length === 0) return;
    due = true;
    queueMicrotask(flush);
  };
  async function post(job: Job): Promise<void> {
    job.posted = true;
    running += 1;
    try {
      const rows = await run(job);
      answers.set(job.key, rows);
      job.settle(rows);
    } catch (thrown) {
      job.fail(thrown as Error);
    }
    running -= 1;
    schedule();
  }
  const leave = (job: Job): void => {
    job.waiting -= 1;
    if (job.waiting > 0 || job.posted) return;
    waiting = waiting.filter((j) => j !== job);
    // At once: the same question may be asked anew in this very turn.
    open.delete(job.key);
    job.fail(abortError());
  };
  const enter = (ask: QueueAsk): Job => {
    const job = { ...ask, ...deferred(), waiting: 0, posted: false };
    const close = (): void => {
      if (open.get(ask.key) === job) open.delete(ask.key);
    };
    job.rows.then(close, close);
    open.set(ask.key, job);
    waiting.push(job);
    schedule();
    return job;
  };

  const ask: Queue['ask'] = (question) => {
    const { key, signal } = question;
    if (signal?.aborted) return Promise.reject(abortError());
    const known = answers.get(key);
    if (known) return Promise.resolve(known);
    const job = open.get(key) ?? enter(question);
    job.waiting += 1;
    return untilAborted(job.rows, signal, () => leave(job));
  };
  return { ask, post: flush, known: answers.get, idle: () => running === 0 && waiting.length === 0 };
}

/** Settles like `work`, or rejects with AbortError as soon as the signal aborts. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined, aborted: () => void = () => undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      aborted();
      reject(abortError());
    };
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function deferred(): Pick<Job, 'rows' | 'settle' | 'fail'> {
  let settle: Job['settle'] = () => undefined;
  let fail: Job['fail'] = () => undefined;
  const rows = new Promise<Rows>((resolve, reject) => {
    settle = resolve;
    fail = reject;
  });
  return { rows, settle, fail };
}
