import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue';
import { type AmountPoint, amountHistory } from '../../charts/amount-history.ts';
import { useOverview } from '../../composables/use-overview.ts';
import { type Asked, useQuestions } from '../../composables/use-questions.ts';
import type { Row } from '../../engine/rows.ts';
import { indicatorOf } from '../../model/indicators.ts';
import { changeOf, show } from '../../model/show.ts';
import { projectQuestions, type ProjectQuestion } from '../../query/project.ts';
import { MISSING } from '../../shared/format.ts';
import { isoWeek } from '../../shared/dates.ts';
import type { SnapshotEntry } from '../../stores/snapshot-index.ts';
import { isPreviousWeek } from '../../stores/snapshot-index.ts';
import { useSnapshotStore } from '../../stores/snapshot.ts';
import { useRiskWords } from '../overview/use-risk-words.ts';

/** What the cards of a project's page read: one batch of answers. */
export interface ProjectFacts {
  readonly asked: Asked<ProjectQuestion>;
  readonly has: (table: string) => boolean;
  /** null: not (yet) known, or not in this snapshot. */
  readonly project: ComputedRef<Row | null>;
  readonly risk: ComputedRef<Row | undefined>;
  /** The project on every published day up to this snapshot. */
  readonly history: ComputedRef<readonly AmountPoint[]>;
  /** Published snapshots up to this one, oldest first, one per day. */
  readonly snapshots: ComputedRef<readonly SnapshotEntry[]>;
}

const KEY: InjectionKey<ProjectFacts> = Symbol('project');

/** Asks everything about one project and provides it to the cards. */
export function provideProject(id: () => string): ProjectFacts {
  const { ask } = useOverview();
  const store = useSnapshotStore();
  const asked = useQuestions(() => projectQuestions({ id: id(), asOf: ask.value.asOf, tables: ask.value.tables }));
  const snapshots = computed(() => [...new Map(store.index.filter((s) => s.as_of <= ask.value.asOf).map((s) => [s.as_of, s])).values()]);
  // Answers of the project before stay until the new ones are here: never under another name.
  const project = computed(() => asked.rows('project').find((row) => row['project_id'] === id()) ?? null);
  const facts: ProjectFacts = {
    asked, snapshots, has: (table) => ask.value.tables.has(table),
    project,
    risk: computed(() => asked.rows('risk')[0]),
    history: computed(() => amountHistory(asked.rows('flow'), snapshots.value.map((s) => s.as_of), project.value)),
  };
  provide(KEY, facts);
  return facts;
}

/** The facts of the page around; throws outside of one. */
export function useProject(): ProjectFacts {
  const facts = inject(KEY);
  if (!facts) throw new Error('useProject 须在项目档案页面内使用');
  return facts;
}

/** Cells by type; null where there is none. */
export const textOf = (row: Row | null | undefined, column: string): string | null => (typeof row?.[column] === 'string' && row[column] !== '' ? row[column] : null);
export const numberOf = (row: Row | null | undefined, column: string): number | null => (typeof row?.[column] === 'number' ? row[column] : null);

/** Words of the page: those of the risk list, and how amounts changed. */
export function useProjectWords() {
  const { compare, opened } = useOverview();
  const words = useRiskWords();
  return {
    ...words,
    /** 较上周 ▼ 22.0 好转; null: nothing to compare with. */
    change: (id: string, now: number | null, before: number | null): { readonly text: string; readonly tone: string } | null => {
      if (!compare.value) return null;
      const i = indicatorOf(id);
      const since = isPreviousWeek(opened.value.entry, compare.value) ? words.t('project.sinceLast') : words.t('project.since', { n: isoWeek(compare.value.as_of).week });
      const change = changeOf(i, { n: now, d: null }, { n: before, d: null });
      if (change === null) return { text: `${since} ${MISSING}`, tone: 'same' };
      const by = show(i, { n: Math.abs((now ?? 0) - (before ?? 0)), d: null }, opened.value.rules.decimals[id]).value;
      const verdict = change.verdict ?? 'same';
      return { text: `${since} ${change.by === 0 ? MISSING : change.by > 0 ? '▲' : '▼'} ${by} ${words.t(`kpi.${verdict}`)}`, tone: verdict };
    },
  };
}
