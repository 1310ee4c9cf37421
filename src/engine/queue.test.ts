import { describe, expect, it } from 'vitest';
import { makeAnswerCache } from './answer-cache.ts';
import { makeQueue, type QueueAsk } from './queue.ts';
import type { Row } from './rows.ts';

/** A worker that answers when it is told to. */
function worker() {
  const posted: { sql: string; done: (rows: readonly Row[]) => void; fail: (error: Error) => void }[] = [];
  const run = ({ sql }: { sql: string }) => new Promise<readonly Row[]>((done, fail) => posted.push({ sql, done, fail }));
  const { ask, post } = makeQueue(run, makeAnswerCache());
  const of = (sql: string, more: Partial<QueueAsk> = {}) => ask({ key: sql, sql, keep: () => true, ...more });
  return { of, post, posted, sent: () => posted.map(({ sql }) => sql), turn: () => new Promise((resolve) => setTimeout(resolve)) };
}
const rows = [{ n: 1 }];

describe('the queue', () => {
  it('posts what is asked in one turn together, and the next batch when the first is back', async () => {
    const { of, posted, sent, turn } = worker();
    const first = [of('a'), of('b')];
    await turn();
    const second = of('c');
    await turn();
    expect(sent()).toEqual(['a', 'b']);
    posted[0]!.done(rows);
    await turn();
    expect(sent()).toEqual(['a', 'b']);
    posted[1]!.done(rows);
    await turn();
    expect(sent()).toEqual(['a', 'b', 'c']);
    posted[2]!.done(rows);
    expect(await Promise.all([...first, second])).toEqual([rows, rows, rows]);
  });

  it('posts at once when it is told to, and not while a batch is on its way', async () => {
    const { of, post, posted, sent, turn } = worker();
    const all = [of('a'), of('b')];
    post();
    expect(sent()).toEqual(['a', 'b']);
    all.push(of('c'));
    post();
    expect(sent()).toEqual(['a', 'b']);
    for (const { done } of posted) done(rows);
    await turn();
    expect(sent()).toEqual(['a', 'b', 'c']);
    posted[2]!.done(rows);
    expect(await Promise.all(all)).toEqual([rows, rows, rows]);
  });

  it('posts an equal question once, and answers it from memory afterwards', async () => {
    const { of, posted, sent, turn } = worker();
    const both = [of('a'), of('a')];
    await turn();
    const third = of('a');
    posted[0]!.done(rows);
    expect(await Promise.all([...both, third, of('a')])).toEqual([rows, rows, rows, rows]);
    expect(sent()).toEqual(['a']);
  });

  it('never posts what was aborted while it waited, unless another still wants it', async () => {
    const { of, posted, sent, turn } = worker();
    void of('slow');
    await turn();
    const [one, two] = [new AbortController(), new AbortController()];
    const dropped = of('dropped', { signal: one.signal });
    const shared = [of('shared', { signal: one.signal }), of('shared', { signal: two.signal })];
    one.abort();
    await expect(dropped).rejects.toMatchObject({ name: 'AbortError' });
    await expect(shared[0]).rejects.toMatchObject({ name: 'AbortError' });
    posted[0]!.done(rows);
    await turn();
    expect(sent()).toEqual(['slow', 'shared']);
    posted[1]!.done(rows);
    expect(await shared[1]).toBe(rows);
  });

  it('asks anew what was given up in the same turn', async () => {
    const { of, posted, sent, turn } = worker();
    void of('slow');
    await turn();
    const first = new AbortController();
    const dropped = of('a', { signal: first.signal });
    first.abort();
    const again = of('a', { signal: new AbortController().signal });
    await expect(dropped).rejects.toMatchObject({ name: 'AbortError' });
    posted[0]!.done(rows);
    await turn();
    posted[1]!.done(rows);
    expect(await again).toBe(rows);
    expect(sent()).toEqual(['slow', 'a']);
  });

  it('drops a late answer but keeps it for the next who asks', async () => {
    const { of, posted, sent, turn } = worker();
    const controller = new AbortController();
    const late = of('a', { signal: controller.signal });
    await turn();
    controller.abort();
    await expect(late).rejects.toMatchObject({ name: 'AbortError' });
    posted[0]!.done(rows);
    await turn();
    expect(await of('a')).toBe(rows);
    expect(sent()).toEqual(['a']);
  });

  it('forgets a failure, goes on, and rejects what was aborted before', async () => {
    const { of, posted, turn } = worker();
    const failing = of('a');
    await turn();
    posted[0]!.fail(new Error('no'));
    await expect(failing).rejects.toThrow('no');
    const again = of('a');
    await turn();
    posted[1]!.done(rows);
    expect(await again).toBe(rows);
    await expect(of('a', { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('does not ask tables that another snapshot has taken meanwhile', async () => {
    const { of, sent } = worker();
    await expect(of('a', { keep: () => false })).rejects.toMatchObject({ name: 'StaleTables' });
    expect(sent()).toEqual([]);
  });
});

describe('the answer cache', () => {
  it('drops the least recently used first and does not keep what is too large', () => {
    const cache = makeAnswerCache(10);
    const of = (n: number) => Array.from({ length: n }, () => ({ a: 1 }));
    cache.set('a', of(3));
    cache.set('b', of(3));
    cache.get('a');
    cache.set('c', of(3));
    cache.set('large', of(8));
    expect(['a', 'b', 'c', 'large'].filter((k) => cache.get(k))).toEqual(['a', 'c']);
  });
});
