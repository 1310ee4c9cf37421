import { nextTick, onScopeDispose, shallowReactive, watch } from 'vue';

const asking = shallowReactive(new Set<() => boolean>());

/** Says, as long as the scope lasts, whether answers are on their way to the screen. */
export function saysAsking(is: () => boolean): void {
  asking.add(is);
  onScopeDispose(() => asking.delete(is));
}

/** Nothing is on its way: what is on screen answers what was asked last. */
const rests = (): boolean => [...asking].every((is) => !is());

/** Long enough for what is drawn a task or a frame after its answer, also in a tab that is not looked at. */
const DRAWN_MS = 50;
const drawn = (): Promise<void> => new Promise((resolve) => {
  setTimeout(resolve, DRAWN_MS);
});

const untilRest = (): Promise<void> => new Promise((resolve) => {
  const stop = watch(rests, (is) => {
    if (!is) return;
    stop();
    resolve();
  }, { flush: 'post' });
});

/** Resolves when the screen rests and is drawn: until then its labels may be newer than its numbers. Whoever writes what is shown takes all of it in the turn after. */
export async function settled(): Promise<void> {
  do {
    if (!rests()) await untilRest();
    await nextTick();
    await drawn();
  } while (!rests());
}
