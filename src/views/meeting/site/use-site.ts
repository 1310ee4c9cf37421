import { computed, type ComputedRef } from 'vue';
import { amountHistory, sinceFirstOpen } from '../../../charts/amount-history.ts';
import { useOverview } from '../../../composables/use-overview.ts';
import { useQuestions } from '../../../composables/use-questions.ts';
import type { Row } from '../../../engine/rows.ts';
import { siteQuestions, type SiteQuestion } from '../../../query/site.ts';
import { formatNumber, WAN } from '../../../shared/format.ts';
import { basisWord } from '../../overview/kpi-basis.ts';
import { useRiskWords } from '../../overview/use-risk-words.ts';

/** State of a block: its rows are there, its table is not imported, it could not be calculated, or it is on its way. */
export type BlockState = 'ready' | 'absent' | 'failed' | 'loading';

const TABLE: Readonly<Record<SiteQuestion, string>> = { project: 'projects', risk: 'risks', flow: 'flow', payroll: 'payroll', payments: 'payments', compliance: 'compliance', cases: 'cases', warnings: 'warnings', actions: 'actions' };

/** Most snapshots and months on a screen read from three metres. */
const WEEKS = 9;

/** Everything the screens of one site show, asked as one batch, with the words it is said in. */
export function useSite(projectId: () => string) {
  const overview = useOverview();
  const words = useRiskWords();
  const asked = useQuestions<SiteQuestion>(() => ({ ...siteQuestions({ projectId: projectId(), asOf: overview.ask.value.asOf, scope: overview.ask.value.scope, tables: overview.ask.value.tables }) }));
  const { rows, answer } = asked;
  const asOf = computed(() => overview.ask.value.asOf);
  const compare = computed(() => overview.ask.value.compare);
  const site: ComputedRef<Row | null> = computed(() => rows('project')[0] ?? null);
  const days = computed(() => overview.rows('series').map((r) => String(r['as_of'])).filter((d) => d <= asOf.value).sort());
  const unit = (kind: 'places' | 'departments', code: unknown): Row | undefined => overview.rows(kind).find((r) => r[kind === 'places' ? 'place_code' : 'dept_code'] === code);
  const text = (column: string): string | null => (typeof site.value?.[column] === 'string' && site.value[column] !== '' ? site.value[column] : null);

  return {
    ...words, ...asked, overview, asOf, compare, site, text,
    state: (name: SiteQuestion): BlockState => (!overview.ask.value.tables.has(TABLE[name]) ? 'absent' : answer(name) === undefined ? 'loading' : 'error' in answer(name)! ? 'failed' : 'ready'),
    /** Amounts as they stand in the ledgers, 万元 with one decimal and no unit. */
    wan: (yuan: number | null): string => formatNumber(yuan, 1, WAN),
    history: computed(() => sinceFirstOpen(amountHistory(rows('flow'), days.value)).slice(-WEEKS)),
    basis: computed(() => (compare.value === null ? null : basisWord(words.t, asOf.value, compare.value))),
    place: computed(() => ({ code: text('place_code'), name: overview.placeName(text('place_code')), head: headOf(unit('places', text('place_code'))) })),
    dept: computed(() => ({ code: text('dept_code'), name: overview.deptName(text('dept_code')), head: headOf(unit('departments', text('dept_code'))) })),
  };
}
export type Site = ReturnType<typeof useSite>;

const headOf = (row: Row | undefined): string | null => (typeof row?.['head'] === 'string' && row['head'] !== '' ? row['head'] : null);
