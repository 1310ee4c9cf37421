import { computed, inject, type ComputedRef, type InjectionKey, provide } from 'vue';
import { useQuestions, type Asked } from '../../composables/use-questions.ts';
import { useOverview } from '../../composables/use-overview.ts';
import { useWords } from '../../composables/use-words.ts';
import { AXES, FLOW_TABLES, flowQuestions, netQuestions, type FlowQuestion } from '../../query/account.ts';
import type { Row } from '../../engine/rows.ts';
import { DIMENSIONS } from '../../model/dimensions.ts';
import { isoWeek } from '../../shared/dates.ts';
import type { SnapshotEntry } from '../../stores/snapshot-index.ts';
import { useSnapshotStore } from '../../stores/snapshot.ts';
import { useViewStore } from '../../stores/view.ts';
import { type AccountUnit, type Figures, figuresOf } from './account-model.ts';
import { changesByProject, type Change } from './changes-model.ts';
import { bystanderOf, isListed, type ListContext, moverOf, type Mover } from './movers-model.ts';
import { earlierThan, type Span, spanOf } from './span.ts';
import { formatTerm, parseTerm, type Term } from './term.ts';
import { type WeekStep, weekSteps } from './weeks-model.ts';

/** Axis of the table of units. */
export type Axis = (typeof AXES)[number];
type NetQuestion = 'net' | 'fields' | 'changes' | 'pairs';

/** The account of one unit; code null: 未填. */
interface UnitAccount {
  readonly code: string | null;
  readonly row: Row;
}

/** What the panels of 销号账 share. What is drawn follows the answers: a new beginning with old rows would not balance. */
interface FlowState {
  /** The beginning that is picked; `from` follows once it is answered. */
  readonly picked: ComputedRef<SnapshotEntry | null>;
  readonly from: ComputedRef<SnapshotEntry | null>;
  readonly to: ComputedRef<SnapshotEntry>;
  /** Published days from the beginning to the end. */
  readonly days: ComputedRef<readonly string[]>;
  readonly mid: ComputedRef<string | null>;
  /** A beginning in the link that cannot be used; null: none. */
  readonly dropped: ComputedRef<string | null>;
  readonly imported: ComputedRef<boolean>;
  readonly asked: Asked<FlowQuestion>;
  readonly compared: Asked<NetQuestion>;
  /** Steps and ledgers are those of the state on screen: only then may the two be put side by side. */
  readonly settled: ComputedRef<boolean>;
  readonly unit: ComputedRef<AccountUnit>;
  readonly axis: ComputedRef<Axis>;
  readonly figures: ComputedRef<Figures>;
  /** The account of every unit of an axis. */
  readonly unitsOf: (axis: Axis) => readonly UnitAccount[];
  readonly steps: ComputedRef<readonly WeekStep[]>;
  readonly movers: ComputedRef<readonly Mover[]>;
  readonly changes: ComputedRef<ReadonlyMap<string, readonly Change[]>>;
  readonly term: ComputedRef<Term>;
  readonly context: ComputedRef<ListContext>;
  readonly listOf: (term: Term) => readonly Mover[];
  /** Opens a list; the one that is open closes. */
  readonly choose: (term: Term) => void;
  readonly isChosen: (term: Term) => boolean;
  readonly week: (day: string) => number;
  readonly unitName: (axis: Axis, code: string | null) => string;
}

const KEY: InjectionKey<FlowState> = Symbol('flow');
export function useFlow(): FlowState {
  const flow = inject(KEY);
  if (!flow) throw new Error('useFlow 须在销号账页面内使用');
  return flow;
}

/** Asks the account of the page's state and provides the answers to its panels. */
export function provideFlow(): FlowState {
  const { opened, ask, placeName, deptName } = useOverview();
  const snapshots = useSnapshotStore();
  const views = useViewStore();
  const words = useWords();

  const last = computed(() => opened.value.entry);
  const dropped = computed(() => {
    const { from: wanted } = views.view.page;
    return wanted && !earlierThan(snapshots.index, last.value).some((s) => s.id === wanted) ? wanted : null;
  });
  const span = computed(() => spanOf(snapshots.index, last.value, opened.value.rules.campaign.from, views.view.page.from));
  const picked = computed(() => span.value.from);

  const imported = computed(() => FLOW_TABLES.every((t) => opened.value.source.tables.has(t)));
  const asked = useQuestions<FlowQuestion>(() => {
    const { from: first, to: end, mid: middle } = span.value;
    return first && imported.value ? flowQuestions({ from: first.as_of, mid: middle, to: end.as_of, filters: ask.value.filters }) : null;
  });
  const shown = computed((old?: Span): Span => (asked.ready.value || !asked.answer('account') || !old || span.value.from === null ? span.value : old));
  const from = computed(() => shown.value.from);
  const to = computed(() => shown.value.to);
  const days = computed(() => shown.value.days);
  const mid = computed(() => shown.value.mid);

  // The first ledger has to be fetched: asked once the account is there, so that it does not wait.
  const compared = useQuestions<NetQuestion>(() => (picked.value && asked.answer('account') ? netQuestions({ from: picked.value.as_of, snapshot: picked.value.id, filters: ask.value.filters }) : null));
  const settled = computed(() => asked.ready.value && compared.ready.value);
  const ledgers = (name: NetQuestion): readonly Row[] => (settled.value ? compared.rows(name) : []);

  const unit = computed((): AccountUnit => (views.view.page.kind === 'money' ? 'money' : 'projects'));
  const axis = computed((): Axis => AXES.find((a) => a === views.view.page.by) ?? 'place');
  const figures = computed(() => figuresOf(asked.rows('account')[0], unit.value));
  const unitsOf = (by: Axis): readonly UnitAccount[] => asked.rows('account').filter((row) => row['axis'] === by).map((row) => ({ code: (row[DIMENSIONS[by].column] ?? null) as string | null, row }));
  const steps = computed(() => weekSteps(asked.rows('weeks'), days.value.slice(1), unit.value, figures.value.opening));
  const movers = computed((): readonly Mover[] => {
    const inside = asked.rows('movers').map(moverOf);
    const pairs = new Map(ledgers('pairs').map((r) => [String(r['project_id']), { ...r, unpaid_from: r['unpaid_wages_from'] ?? null, unpaid_to: r['unpaid_wages_to'] ?? null, workers_from: r['unpaid_workers_from'] ?? null, workers_to: r['unpaid_workers_to'] ?? null }]));
    for (const m of inside) pairs.delete(m.id);
    const always = asked.rows('always').map((r) => bystanderOf({ ...pairs.get(String(r['project_id'])), ...r }, 'always', mid.value !== null));
    for (const m of always) pairs.delete(m.id);
    return [...inside, ...always, ...[...pairs.values()].map((r) => bystanderOf(r, 'other', mid.value !== null))];
  });
  const changes = computed(() => changesByProject(ledgers('changes'), { placeName, deptName, value: words.value, yes: words.t('flow.yes'), no: words.t('flow.no') }));
  const byField = computed(() => {
    const sets = new Map<string, Set<string>>();
    for (const [id, list] of changes.value) for (const { field } of list) (sets.get(field) ?? sets.set(field, new Set()).get(field)!).add(id);
    return sets;
  });
  const NONE: ReadonlySet<string> = new Set();
  const context = computed((): ListContext => ({ from: from.value?.as_of ?? to.value.as_of, by: axis.value, changed: (field) => byField.value.get(field) ?? NONE }));
  const listOf = (term: Term): readonly Mover[] => movers.value.filter((m) => isListed(term, m, context.value));

  const term = computed(() => parseTerm(views.view.page.term));
  const isChosen = (t: Term): boolean => formatTerm(t) === formatTerm(term.value);
  const choose = (t: Term): void => views.setPage({ term: isChosen(t) ? '' : formatTerm(t) });
  const unitName = (by: Axis, code: string | null): string => (code === null ? words.value(null) : by === 'place' ? placeName(code) : by === 'dept' ? deptName(code) : words.value(code));

  const flow: FlowState = { picked, from, to, days, mid, dropped, imported, asked, compared, settled, unit, axis, figures, unitsOf, steps, movers, changes, term, context, listOf, choose, isChosen, week: (day) => isoWeek(day).week, unitName };
  provide(KEY, flow);
  return flow;
}
