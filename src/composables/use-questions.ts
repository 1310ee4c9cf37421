import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue';
import type { Row } from '../engine/rows.ts';
import type { Answer, Answers } from '../engine/source.ts';
import type { Question } from '../query/ask.ts';
import { useSnapshotStore } from '../stores/snapshot.ts';
import { saysAsking } from './settled.ts';
import { useOverview } from './use-overview.ts';

/** A page's or a panel's own questions, asked as one batch whenever they change; late answers are dropped. */
export interface Asked<K extends string> {
  /** Answers of the newest batch that is complete; those before it stay on screen meanwhile, those of another snapshot never. */
  readonly answers: ComputedRef<Answers<K>>;
  /** Rows of a question; [] while there are none. */
  readonly rows: (name: K) => readonly Row[];
  readonly answer: (name: K) => Answer | undefined;
  /** A batch is on its way. */
  readonly pending: ShallowRef<boolean>;
  /** The newest batch is answered: every question has rows or its error. */
  readonly ready: ComputedRef<boolean>;
  readonly retry: () => void;
}

/** Answers and what they answer. */
interface Held<K extends string> {
  readonly snapshot: string;
  readonly key: string;
  readonly answers: Answers<K>;
}

/**
 * Asks the opened snapshot what `questions` gives (null: nothing yet). Equal texts are not asked again, so a getter may build new objects as often as it likes. A question
 * on a table the snapshot lacks (`source.tables`) must be left out: 未导入 is said by the panel, not by an error. Call it inside the page that provides the overview.
 */
export function useQuestions<K extends string>(questions: () => Readonly<Partial<Record<K, Question>>> | null): Asked<K> {
  const snapshots = useSnapshotStore();
  const { ask } = useOverview();
  const held = shallowRef<Held<K> | null>(null);
  const pending = shallowRef(false);
  saysAsking(() => pending.value);
  let running: AbortController | null = null;

  /** Nothing while the page's state is still that of the snapshot before: the opened one would be asked about another's day. */
  const asked = computed(() => (ask.value.tables === snapshots.opened?.source.tables ? questions() : null));
  const key = computed(() => (asked.value === null ? null : JSON.stringify([snapshots.opened?.entry.id, asked.value])));

  async function run(): Promise<void> {
    running?.abort();
    const [given, opened, mine] = [asked.value, snapshots.opened, key.value];
    if (given === null || !opened || mine === null) return;
    const { entry: { id: snapshot }, source } = opened;
    const control = (running = new AbortController());
    // Foreseen, or asked before: the page is drawn once, with its numbers.
    const known = source.known<K>(given);
    if (Object.keys(known).length === Object.keys(given).length) {
      pending.value = false;
      held.value = { snapshot, key: mine, answers: known };
      return;
    }
    pending.value = true;
    try {
      const found = await source.ask<K>(given, { signal: control.signal });
      if (running === control) held.value = { snapshot, key: mine, answers: found };
    } catch (thrown) {
      if (!control.signal.aborted) throw thrown;
    } finally {
      if (running === control) pending.value = false;
    }
  }
  watch(key, () => void run(), { immediate: true, flush: 'sync' });
  onScopeDispose(() => running?.abort());

  const answers = computed(() => (held.value !== null && held.value.snapshot === snapshots.opened?.entry.id ? held.value.answers : ({} as Answers<K>)));
  return {
    answers, pending, retry: () => void run(), ready: computed(() => key.value !== null && held.value?.key === key.value), answer: (name) => answers.value[name],
    rows: (name) => {
      const found = answers.value[name];
      return found && 'rows' in found ? found.rows : [];
    },
  };
}
