import { computed, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useFileHead } from '../../../composables/use-file-head.ts';
import { useOverview } from '../../../composables/use-overview.ts';
import { useToday } from '../../../composables/use-today.ts';
import type { Row } from '../../../engine/rows.ts';
import { decisionsFile, decisionsName, decisionsText, type MeetingFacts, meetingDay } from '../../../export/decisions.ts';
import { download } from '../../../export/download.ts';
import { type Decision, useDecisionsStore } from '../../../stores/decisions.ts';
import { useSnapshotStore } from '../../../stores/snapshot.ts';
import { decisionSheet } from './decision-sheet.ts';
import { decisionRows } from './decision-table.ts';
import { nextSnapshotDay } from './next-day.ts';

/** A 部门 or 属地 that can be given a task. */
export interface UnitChoice {
  readonly name: string;
  readonly head: string | null;
}

/** What the desk over any slide was asked to write: a new task of no project, or the change of one. */
const asked = shallowRef<{ readonly projectId: string | null; readonly editing: string | null } | null>(null);

const choices = (rows: readonly Row[]): readonly UnitChoice[] => rows.map((r) => ({ name: String(r['short_name'] ?? r['name'] ?? ''), head: typeof r['head'] === 'string' && r['head'] !== '' ? r['head'] : null })).filter((u) => u.name !== '');

/** What writing, listing and saving decisions share. Call it inside a page of an opened snapshot. */
export function useDesk() {
  const overview = useOverview();
  const store = useDecisionsStore();
  const snapshots = useSnapshotStore();
  const today = useToday();
  const { t } = useI18n();
  const head = useFileHead(overview);

  const depts = computed(() => choices(overview.rows('departments')));
  const places = computed(() => choices(overview.rows('places')));
  const facts = computed((): MeetingFacts => {
    const { source: { snapshot }, entry } = overview.opened.value;
    return { county: snapshot.manifest.county.code, snapshot: entry.id, asOf: entry.as_of, sha256: snapshot.sha256 };
  });

  const meetingOn = computed(() => meetingDay(store.entries, facts.value.asOf, today.value));
  const projectName = (id: string | null): string | null => {
    if (id === null) return null;
    const row = overview.rows('risks').find((r) => r['project_id'] === id) ?? overview.rows('sites').find((r) => r['project_id'] === id);
    return typeof row?.['name'] === 'string' ? row['name'] : id;
  };
  return {
    store, depts, places, facts, today, asked,
    nextDay: computed(() => nextSnapshotDay(snapshots.index.map((s) => s.as_of), facts.value.asOf, today.value)),
    meetingOn, projectName,
    headOf: (unit: string | null): string | null => depts.value.find((u) => u.name === unit)?.head ?? places.value.find((u) => u.name === unit)?.head ?? null,
    fileName: computed(() => decisionsName(facts.value.asOf)),
    /** Saves the file and notes that it holds what is there now. */
    save: (): void => {
      const entries: readonly Decision[] = store.entries;
      const text = decisionsText(decisionsFile(entries, facts.value, today.value));
      download(decisionsName(facts.value.asOf), new Blob([text], { type: 'application/json' }));
      store.markExported(entries);
    },
    /** Saves the list for people as XLSX; the publisher needs the JSON, so nothing counts as exported by it. Rejects when the writer cannot be fetched. */
    saveSheet: async (): Promise<void> => {
      const { xlsxOf } = await import('../../../export/xlsx.ts');
      const title = t('meetingSite.sheet.title', { county: overview.opened.value.source.snapshot.manifest.county.name });
      const lines = [`${title} · ${t('meetingSite.sheet.meeting', { on: meetingOn.value })}`, ...head()];
      download(decisionsName(facts.value.asOf, 'xlsx'), await xlsxOf([decisionSheet(decisionRows(store.entries, projectName), lines, t)], new Date()));
    },
  };
}
