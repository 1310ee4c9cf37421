import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue';
import { useOverview } from '../../composables/use-overview.ts';
import type { Answer, Answers } from '../../engine/source.ts';
import { rankQuestions, type RowAxis } from '../../query/rank.ts';
import { makeScope } from '../../query/scope.ts';
import { useViewStore } from '../../stores/view.ts';

type RankAnswers = Answers<'now' | 'before'>;

/** Rankings by 包案领导 and 施工总承包, asked from the rows only while their tab is open; late answers are dropped. */
export interface RowRanking {
  /** null: 主管部门 or 属地, which the overview's own batch answers. */
  readonly axis: ComputedRef<RowAxis | null>;
  readonly now: ComputedRef<Answer | undefined>;
  /** Without rows (error, or not asked) there is nothing to compare with. */
  readonly before: ComputedRef<Answer | undefined>;
  readonly pending: Readonly<ShallowRef<boolean>>;
  readonly retry: () => void;
}

export function useRanking(): RowRanking {
  const { opened, asked, compare } = useOverview();
  const views = useViewStore();
  const axis = computed((): RowAxis | null => (views.view.rank === 'leader' || views.view.rank === 'contractor' ? views.view.rank : null));
  const answers = shallowRef<{ readonly snapshot: string; readonly axis: RowAxis; readonly found: RankAnswers } | null>(null);
  const pending = shallowRef(false);
  let running: AbortController | null = null;

  async function run(): Promise<void> {
    running?.abort();
    const mine = (running = new AbortController());
    const by = axis.value;
    pending.value = by !== null;
    if (by === null) return;
    const { entry, source, rules } = opened.value;
    const against = compare.value;
    const { filters, scope, tables } = asked.value;
    const questions = rankQuestions({ axis: by, filters, scope, tables, compare: against && { id: against.id, scope: makeScope(against.as_of, null, rules) } });
    try {
      const found = await source.ask<'now' | 'before'>(questions, { signal: mine.signal });
      if (running === mine) answers.value = { snapshot: entry.id, axis: by, found };
    } catch (thrown) {
      if (!mine.signal.aborted) throw thrown;
    } finally {
      if (running === mine) pending.value = false;
    }
  }
  watch([axis, asked, () => opened.value.source], () => void run(), { immediate: true, flush: 'sync' });
  onScopeDispose(() => running?.abort());

  /** Of the axis and the snapshot on screen; under other filters they stay until the new ones are there. */
  const shown = computed(() => (answers.value?.axis === axis.value && answers.value?.snapshot === opened.value.entry.id ? answers.value?.found : undefined));
  const of = (name: 'now' | 'before') => computed((): Answer | undefined => shown.value?.[name]);
  return { axis, now: of('now'), before: of('before'), pending, retry: () => void run() };
}
