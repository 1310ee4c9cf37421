import { computed, type ComputedRef } from 'vue';
import { FILTER_IDS, FILTERS, type FilterId } from '../model/filters.ts';
import { useViewStore } from '../stores/view.ts';
import { type Overview, useOverview } from './use-overview.ts';
import { useWords } from './use-words.ts';

/** The active filters in words. */
export interface FilterText {
  /** 卫健局 × 青山乡 × 严重; '' without filters. */
  readonly short: string;
  /** 主管部门 卫健局、教育局；属地 青山乡. */
  readonly long: string;
  /** Projects under all filters, and all of them: 0/66. */
  readonly count: string;
}

/** Names the filters of the overview, for empty panels and exports. */
export function useFilterText(overview: Overview = useOverview()): ComputedRef<FilterText> {
  const { placeName, deptName, rows } = overview;
  const views = useViewStore();
  const words = useWords();
  const nameOf = (id: FilterId, value: string | null): string => {
    if (value === null) return words.value(null);
    return id === 'area' ? placeName(value) : id === 'dept' ? deptName(value) : words.value(value);
  };
  const total = (name: string): number => Number(rows('counts').find((r) => r['filter'] === name)?.['n'] ?? 0);
  return computed(() => {
    const active = FILTER_IDS.flatMap((id) => {
      const values = (views.view.filters[id] ?? []).map((v) => nameOf(id, v));
      return values.length > 0 ? [{ dimension: words.dimension(FILTERS[id].dimension), values }] : [];
    });
    return {
      short: active.map(({ values }) => values.join('+')).join(' × '), long: active.map(({ dimension, values }) => `${dimension} ${values.join(words.t('marks.list'))}`).join(words.t('marks.clause')),
      count: `${total('on')}/${total('all')}`,
    };
  });
}

/** Names of filters, joined. */
export function useFilterNames(): (ids: readonly FilterId[]) => string {
  const words = useWords();
  return (ids) => ids.map((id) => words.dimension(FILTERS[id].dimension)).join(words.t('marks.list'));
}
