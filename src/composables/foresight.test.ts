import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeForesight } from './foresight.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page whose pointer stands where it is put, and an engine that answers when it is told to. */
function page() {
  const asked: string[] = [];
  let at: string | null = null;
  let answer: (done: boolean) => void = () => undefined;
  const foresight = makeForesight(() => at, (wanted) => {
    asked.push(wanted);
    return new Promise((resolve) => (answer = resolve));
  });
  const to = (place: string | null): void => {
    at = place;
    foresight.moved();
  };
  return { ...foresight, asked, to, answered: async (done = true) => {
    answer(done);
    await vi.advanceTimersByTimeAsync(0);
  }, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}

it('asks once where the pointer rests, and nothing while it passes', async () => {
  const { to, asked, pass, answered } = page();
  for (const place of ['a', 'b', 'c', null, 'd', 'e']) {
    to(place);
    await pass(40);
  }
  expect(asked).toEqual([]);
  await pass(80);
  expect(asked).toEqual(['e']);
  await answered();
  to('e');
  await pass(1000);
  expect(asked).toEqual(['e']);
});

it('has one on its way, and asks of those wished for meanwhile only the one still pointed at', async () => {
  const { to, asked, pass, answered } = page();
  to('a');
  await pass(100);
  for (const place of ['b', 'c', 'd']) {
    to(place);
    await pass(100);
  }
  expect(asked).toEqual(['a']);
  await answered();
  await pass(100);
  expect(asked).toEqual(['a', 'd']);
  to(null);
  await answered();
  await pass(1000);
  expect(asked).toEqual(['a', 'd']);
});

it('asks at once when the pointer goes down', async () => {
  const { to, pressed, asked } = page();
  pressed();
  to('a');
  pressed();
  pressed();
  expect(asked).toEqual(['a']);
});

it('asks again, as long as the pointer is there, when the engine had other work', async () => {
  const { to, asked, pass, answered } = page();
  to('a');
  await pass(100);
  await answered(false);
  await pass(100);
  expect(asked).toEqual(['a', 'a']);
  to(null);
  await answered(false);
  await pass(1000);
  expect(asked).toEqual(['a', 'a']);
});

it('follows what a click would do: the same row leads elsewhere once it is chosen', async () => {
  const { to, asked, pass, answered } = page();
  to('{"dept":["D01"]}');
  await pass(100);
  await answered();
  to('{"dept":[]}');
  await pass(100);
  expect(asked).toEqual(['{"dept":["D01"]}', '{"dept":[]}']);
});

it('asks nothing after its end', async () => {
  const { to, asked, pass, stop, pressed } = page();
  to('a');
  stop();
  await pass(1000);
  pressed();
  expect(asked).toEqual([]);
});
