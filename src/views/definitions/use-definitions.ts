import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useOverview } from '../../composables/use-overview.ts';
import { useQuestions } from '../../composables/use-questions.ts';
import { useWords } from '../../composables/use-words.ts';
import { CHECK_ENGLISH } from '../../locales/en/definitions-catalogue.ts';
import { FILTER_IDS } from '../../model/filters.ts';
import { DEFAULT_RULES } from '../../model/rules.ts';
import { trustQuestions, type TrustQuestion } from '../../query/trust.ts';
import { useSnapshotStore } from '../../stores/snapshot.ts';
import { useViewStore } from '../../stores/view.ts';
import { checkEntries, type CheckEntry } from './check-entries.ts';
import { otherFiles, tableEntries } from './data-entries.ts';
import { indicatorEntries } from './indicator-entries.ts';
import { calendarYears, ruleGroups, warningEntries } from './rule-entries.ts';
import { ruleWords } from './rule-words.ts';
import { matches, type PartId, partOf } from './search.ts';

/** All the page holds, narrowed by its search; answers come as one batch. */
export function useDefinitions() {
  const { opened, ask } = useOverview();
  const snapshots = useSnapshotStore();
  const views = useViewStore();
  const words = useWords();
  const { te } = useI18n();
  const said = ruleWords(words, te);
  const asked = useQuestions<TrustQuestion>(() => trustQuestions(ask.value));

  const part = computed(() => partOf(views.view.page.part));
  const search = computed(() => views.view.page.find ?? '');
  const has = (...texts: Parameters<typeof matches>[1]): boolean => matches(search.value, texts);
  const set = computed(() => FILTER_IDS.filter((id) => (ask.value.filters[id] ?? []).length > 0));
  const manifest = computed(() => opened.value.source.snapshot.manifest);
  const first = (name: TrustQuestion) => asked.rows(name)[0];

  const indicators = computed(() => indicatorEntries({
    rules: opened.value.rules, shipped: DEFAULT_RULES, tables: ask.value.tables, set: set.value, county: [first('county'), first('countyRows')], now: [first('now'), first('nowRows')],
  }));
  const tableName = (table: { readonly title: string }): string => words.title(table.title);
  const checkName = ({ id, name }: Pick<CheckEntry, 'id' | 'name'>): string => (words.english() ? (CHECK_ENGLISH[id]?.name ?? name) : name);

  const groups = computed(() => ruleGroups(opened.value.rules, DEFAULT_RULES));
  const warnings = computed(() => warningEntries(opened.value.rules, DEFAULT_RULES));
  const years = computed(() => calendarYears(opened.value.rules));
  const checks = computed(() => checkEntries(asked.rows('checks')));
  const checksKnown = computed(() => 'rows' in (asked.answer('checks') ?? {}));
  const tables = computed(() => tableEntries(manifest.value));

  const shown = {
    indicators: computed(() => indicators.value.filter(({ indicator: i, tables: t }) => has(i.id, i.name, i.english, i.definition, i.englishDefinition, i.source, words.title(i.source), i.unit, ...t))),
    rules: computed(() => groups.value.map((g) => ({ ...g, entries: g.entries.filter((e) => has(e.path, said.section(g.id), g.source, said.source(g.id, g.source), ...e.keys.map(said.key), said.value(e.value))) })).filter((g) => g.entries.length > 0)),
    warnings: computed(() => warnings.value.filter(({ rule, shipped }) => has(rule.id, rule.name, said.warning(rule, shipped?.name), rule.article, said.article(rule.article), rule.penalty, rule.text, said.sentence(rule, shipped?.text).text, rule.test, said.section('warnings')))),
    years: computed(() => years.value.filter((y) => has(y.year, said.section('calendar'), words.t(y.published ? 'definitions.published' : 'definitions.unpublished')))),
    checks: computed(() => checks.value.filter((c) => has(c.id, c.name, checkName(c), CHECK_ENGLISH[c.id]?.mend, words.value(c.severity), words.t(`definitions.results.${c.status}`), ...c.places.flatMap((p) => [p.source, p.sheet, p.detail])))),
    tables: computed(() => tables.value.filter((t) => has(t.name, t.title, tableName(t), t.sha256, ...t.columns.flatMap((c) => [c.name, c.title])))),
    sources: computed(() => manifest.value.sources.filter((s) => has(s.name, s.sheet, s.table, s.sha256))),
    files: computed(() => otherFiles(manifest.value).filter((f) => has(f.path, f.sha256))),
    snapshots: computed(() => [...snapshots.index].reverse().filter((s) => has(s.id, s.as_of, s.manifest_sha256))),
  };
  /** null: the page does not know (yet). */
  const counts = computed((): Record<PartId, number | null> => ({
    indicators: shown.indicators.value.length, rules: shown.rules.value.reduce((n, g) => n + g.entries.length, 0) + shown.warnings.value.length + shown.years.value.length, checks: checksKnown.value ? shown.checks.value.length : null,
    data: shown.tables.value.length + shown.sources.value.length + shown.files.value.length, snapshots: shown.snapshots.value.length,
  }));

  return { asked, part, search, set, manifest, indicators, shown, counts, said, words, checkName, tableName, warnings, groups, checks, opened, ask };
}
export type Definitions = ReturnType<typeof useDefinitions>;
