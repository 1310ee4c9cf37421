import { computed, type ComputedRef } from 'vue';
import type { Asked } from '../../../composables/use-questions.ts';
import type { Answer } from '../../../engine/source.ts';
import type { Period } from '../../../query/windows.ts';

/** The state the answers on screen belong to, and these answers: none while their period is another than the chosen one, which stands above them. */
export function useDrawn<K extends string, A extends { readonly period: Period }>(asked: Pick<Asked<K>, 'ready' | 'answer'>, asking: ComputedRef<A>): { readonly drawn: ComputedRef<A>; readonly answer: (name: K) => Answer | undefined } {
  const drawn = computed((old?: A): A => (asked.ready.value || !old ? asking.value : old));
  return { drawn, answer: (name) => (drawn.value.period.id === asking.value.period.id ? asked.answer(name) : undefined) };
}
