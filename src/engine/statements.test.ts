import { expect, it } from 'vitest';
import { SELECTION_DDL } from '../query/parameters.ts';
import { makeStatements } from './statements.ts';

/** A connection that writes down what is posted; `fail` makes a statement's text reject. */
function connection(fail: ReadonlySet<string> = new Set()) {
  const log: string[] = [];
  const post = (text: string, value: unknown): Promise<never> => {
    log.push(text);
    return (fail.has(text) ? Promise.reject(new Error(text)) : Promise.resolve(value)) as Promise<never>;
  };
  const prepare = (sql: string) => post(`prepare ${sql}`, { query: () => post(`run ${sql}`, sql), close: () => post(`close ${sql}`, undefined) });
  return { log, statements: makeStatements({ query: (sql: string) => post(sql, undefined), prepare } as never) };
}
const [a, b] = ['a', 'b'].map((sql) => ({ sql, select: 'x' })) as [{ sql: string; select: string }, { sql: string; select: string }];

it('plans a statement once and puts the selection in place once', async () => {
  const { log, statements } = connection();
  await Promise.all([statements.run(a), statements.run(b)]);
  await Promise.all([statements.run(a), statements.run({ ...b, select: 'y' })]);
  expect(log).toEqual([SELECTION_DDL, 'prepare a', 'prepare b', 'x', 'run a', 'run b', 'run a', 'y', 'run b']);
});

it('posts what is planned at once, selection and run one behind the other', async () => {
  const { log, statements } = connection();
  await Promise.all([statements.plan('a'), statements.plan('a'), statements.plan('b')]);
  log.length = 0;
  const both = [statements.run(a), statements.run({ ...b, select: 'y' })];
  expect(log).toEqual(['x', 'run a', 'y', 'run b']);
  expect(await Promise.all(both)).toEqual(['a', 'b']);
});

it('plans anew when a table was replaced', async () => {
  const { log, statements } = connection();
  await statements.run(a);
  statements.forget();
  log.length = 0;
  await statements.run(a);
  expect(log).toEqual(['prepare a', 'run a']);
});

it('fails with the selection, and puts it in place again next time', async () => {
  const fail = new Set(['x']);
  const { log, statements } = connection(fail);
  await expect(statements.run(a)).rejects.toThrow('x');
  fail.clear();
  log.length = 0;
  await statements.run(a);
  expect(log).toEqual(['x', 'run a']);
});

it('fails what was posted behind a selection that failed: it would have run under another one', async () => {
  const fail = new Set(['y']);
  const { statements } = connection(fail);
  await Promise.all([statements.run(a), statements.plan('b')]);
  const both = [statements.run({ ...a, select: 'y' }), statements.run({ ...b, select: 'y' })];
  expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await statements.run(a)).toBe('a');
});

it('keeps the newest forty', async () => {
  const { log, statements } = connection();
  for (let n = 0; n < 42; n += 1) await statements.run({ sql: `s${n}`, select: 'x' });
  expect(log.filter((text) => text.startsWith('close'))).toEqual(['close s0', 'close s1']);
});
