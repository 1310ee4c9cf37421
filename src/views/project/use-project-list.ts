import { computed } from 'vue';
import { sortRows } from '../../components/table-order.ts';
import { useOverview } from '../../composables/use-overview.ts';
import { useQuestions } from '../../composables/use-questions.ts';
import { useWords } from '../../composables/use-words.ts';
import type { TableColumn, TableRow } from '../../model/table-model.ts';
import { LISTED, projectsQuestions } from '../../query/projects.ts';
import { useViewStore } from '../../stores/view.ts';
import { haystack, matches, readOrder, readSteps, weeksOpen } from './project-list.ts';
import { recordColumns } from './record-table.ts';

/** The list of projects as the link has it (filters, 在管/全部, search, order): the page shows it, a project's page steps through it. `when` false: asks nothing yet. */
export function useProjectList(when: () => boolean = () => true) {
  const { ask, placeName, deptName } = useOverview();
  const views = useViewStore();
  const words = useWords();
  const names = { place: placeName, dept: deptName };

  const all = computed(() => views.view.page.kind === 'all');
  const asked = useQuestions(() => (when() ? projectsQuestions({ asOf: ask.value.asOf, filters: ask.value.filters, all: all.value, tables: ask.value.tables }) : null));
  const steps = computed(() => new Map(asked.rows('strips').map((row) => [String(row['project_id']), String(row['steps'])])));
  const hasSteps = computed(() => ask.value.tables.has('flow'));

  const columns = computed((): readonly TableColumn[] => {
    const listed = recordColumns('projects', LISTED, words, names);
    const strip: TableColumn = { key: 'steps', title: words.t('project.projects.steps'), unit: words.t('project.projects.stepsUnit'), width: '180px', value: (row) => weeksOpen(readSteps(steps.value.get(String(row['project_id'])) ?? null)) };
    return hasSteps.value ? [...listed.slice(0, 2), strip, ...listed.slice(2)] : listed;
  });
  const order = computed(() => readOrder(views.view.page.order, columns.value.map((c) => c.key)));
  const hays = computed(() => asked.rows('list').map((row) => haystack(row, names)));
  const found = computed((): readonly TableRow[] => {
    const search = views.view.search.trim();
    return search === '' ? asked.rows('list') : asked.rows('list').filter((_, i) => matches(hays.value[i]!, search));
  });
  /** In the order of the table. */
  const sorted = computed(() => sortRows(found.value, columns.value, order.value));
  return { asked, all, columns, order, found, sorted, stepsOf: (id: string) => readSteps(steps.value.get(id) ?? null), hasSteps, words, names };
}
