import { computed, onScopeDispose, shallowRef, type ComputedRef } from 'vue';
import type { Row } from '../engine/rows.ts';
import type { OverviewQuestion } from '../query/overview.ts';
import type { Overview } from './use-overview.ts';

/** What the shell (header, filter bar) shows of the page inside it. */
export type PageFacts = Pick<Overview, 'opened' | 'compare' | 'asked' | 'ask' | 'answers' | 'asking' | 'pending' | 'retry'>;

const shared = shallowRef<PageFacts | null>(null);

/** Hands the page's answers to the shell until the page is left. */
export function sharePageFacts(facts: PageFacts): void {
  shared.value = facts;
  onScopeDispose(() => {
    if (shared.value === facts) shared.value = null;
  });
}

/** The facts of the page on screen; null before one is there. */
export function usePageFacts(): { readonly facts: ComputedRef<PageFacts | null>; readonly rows: (question: OverviewQuestion) => readonly Row[] | null } {
  return {
    facts: computed(() => shared.value),
    /** Rows of a question; null while they are not known. */
    rows: (question) => {
      const answer = shared.value?.answers.value[question];
      return answer && 'rows' in answer ? answer.rows : null;
    },
  };
}
