import { computed, inject, type InjectionKey, onScopeDispose, provide, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue';
import type { Answer, Answers } from '../engine/source.ts';
import type { Row } from '../engine/rows.ts';
import { engineState, onEngineState } from '../engine/state.ts';
import { filtersAfter } from '../model/filter-click.ts';
import { overviewQuestions, type OverviewAsk, type OverviewQuestion } from '../query/overview.ts';
import { makeScope } from '../query/scope.ts';
import type { Opened, SnapshotEntry } from '../stores/snapshot.ts';
import { useSnapshotStore } from '../stores/snapshot.ts';
import { useViewStore } from '../stores/view.ts';
import { saysAsking } from './settled.ts';

/** What every panel of the overview reads: one batch of answers, replaced whole, so that all panels change in one frame. */
export interface Overview {
  readonly opened: ComputedRef<Opened>;
  /** Snapshot compared with; null: 不对比, or the first one. */
  readonly compare: ComputedRef<SnapshotEntry | null>;
  /** The question asked last: what a query of its own is to be about. */
  readonly asked: ComputedRef<OverviewAsk>;
  /** The question the answers on screen belong to; the one asked last where answers keep the page waiting. What is drawn follows it, so that it is drawn once. */
  readonly ask: ShallowRef<OverviewAsk>;
  /** Answers of the newest batch that is complete; empty before the first. */
  readonly answers: ShallowRef<Answers<OverviewQuestion>>;
  /** A newer batch is on its way. */
  readonly asking: ShallowRef<boolean>;
  /** It has been on its way for so long that the old rows are dimmed: a quick answer must not make the page flicker. */
  readonly pending: ShallowRef<boolean>;
  readonly retry: () => void;
  /** Rows of a question; [] while there are none. */
  readonly rows: (question: OverviewQuestion) => readonly Row[];
  readonly answer: (question: OverviewQuestion) => Answer | undefined;
  readonly placeName: (code: string | null) => string;
  readonly deptName: (code: string | null) => string;
}

const KEY: InjectionKey<Overview> = Symbol('overview');

/** The overview of the page around; throws outside of one. */
export function useOverview(): Overview {
  const overview = inject(KEY);
  if (!overview) throw new Error('useOverview 须在一张图页面内使用');
  return overview;
}

const DIM_AFTER_MS = 150;

const namesOf = (rows: readonly Row[], code: string): ReadonlyMap<string, string> => new Map(rows.map((r) => [String(r[code]), String(r['short_name'] ?? r['name'] ?? r[code])]));

/** Asks the overview's batch whenever its state changes and provides the answers to the panels. Call it once a snapshot is open. */
export function provideOverview(): Overview {
  const snapshots = useSnapshotStore();
  const views = useViewStore();
  const opened = computed(() => snapshots.opened!);
  const compare = computed((): SnapshotEntry | null => {
    const against = views.view.compare;
    if (against === 'none') return null;
    const chosen = against === null ? null : snapshots.index.find((s) => s.id === against && s.as_of < opened.value.entry.as_of);
    return chosen ?? snapshots.before(opened.value.entry);
  });
  // The same object while nothing it depends on changed: brush, sort, selection and tabs ask nothing anew.
  const asked = computed((old?: OverviewAsk): OverviewAsk => {
    const { source, entry, rules } = opened.value;
    const against = compare.value?.as_of ?? null;
    if (old && old.asOf === entry.as_of && old.compare === against && old.filters === views.view.filters && old.tables === source.tables) return old;
    return { asOf: entry.as_of, compare: against, filters: views.view.filters, scope: makeScope(entry.as_of, against, rules), tables: source.tables };
  });
  const ask = shallowRef(asked.value);
  const answers = shallowRef<Answers<OverviewQuestion>>({});
  const asking = shallowRef(false);
  const pending = shallowRef(false);
  saysAsking(() => asking.value);
  let dim: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    clearTimeout(dim);
    asking.value = pending.value = false;
  };
  let running: AbortController | null = null;
  /** The snapshot that `answers` are of. */
  let of: Opened['source'] | null = null;
  const show = (found: Answers<OverviewQuestion>, source: Opened['source']): void => {
    of = source;
    answers.value = found;
  };

  async function run(): Promise<void> {
    running?.abort();
    const mine = (running = new AbortController());
    const now = asked.value;
    const { source } = opened.value;
    const questions = overviewQuestions(now);
    // Lists too long to be stored must not keep the numbers waiting for the engine.
    const known = source.known(questions);
    const whole = Object.keys(known).length === Object.keys(questions).length;
    // Nothing of one snapshot stands under the date of another.
    const other = of !== source;
    if (whole || other) ask.value = now;
    if (whole || other || (Object.keys(answers.value).length === 0 && known.series)) show(whole || known.series ? known : {}, source);
    // In the same frame as the click.
    if (whole) return settle();
    asking.value = true;
    clearTimeout(dim);
    dim = setTimeout(() => {
      if (!asking.value) return;
      pending.value = true;
      ask.value = asked.value;
    }, DIM_AFTER_MS);
    try {
      const found = await source.ask(questions, { signal: mine.signal });
      if (running !== mine) return;
      ask.value = now;
      show(found, source);
    } catch (thrown) {
      if (!mine.signal.aborted) throw thrown;
    } finally {
      if (running === mine) settle();
    }
  }
  // At once, so that the engine is at work before the page draws what the click changed.
  watch([() => opened.value.source, asked], () => void run(), { immediate: true, flush: 'sync' });
  let foreseeing: Promise<() => void> | null = null;
  const unlisten = onEngineState(({ stage }) => {
    if (stage === 'ready') foreseeing ??= import('./foresight.ts').then(({ foreseeClicks }) => foreseeClicks((click) => filtersAfter(asked.value.filters, click), (filters) => opened.value.source.foresee(overviewQuestions({ ...asked.value, filters }))), () => () => undefined);
  });
  onScopeDispose(() => {
    running?.abort();
    clearTimeout(dim);
    unlisten();
    void foreseeing?.then((stop) => stop());
  });

  const answer = (question: OverviewQuestion): Answer | undefined => answers.value[question];
  const rows = (question: OverviewQuestion): readonly Row[] => {
    const found = answer(question);
    return found && 'rows' in found ? found.rows : [];
  };
  /** Names stay while those of the next snapshot come. */
  const names = (question: 'places' | 'departments', code: string) => computed((old?: ReadonlyMap<string, string>) => (answers.value[question] ? namesOf(rows(question), code) : (old ?? new Map<string, string>())));
  const [places, depts] = [names('places', 'place_code'), names('departments', 'dept_code')];
  const overview: Overview = {
    opened, compare, asked, ask, answers, asking, pending, rows, answer,
    retry: () => {
      // Where everything is stored nothing else asks the engine to start again.
      if (engineState().stage === 'failed') void opened.value.source.warm();
      void run();
    },
    placeName: (code) => (code === null ? '—' : (places.value.get(code) ?? code)), deptName: (code) => (code === null ? '—' : (depts.value.get(code) ?? code)),
  };
  provide(KEY, overview);
  return overview;
}
