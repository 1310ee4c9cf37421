import { settled } from '../../composables/settled.ts';
import { useExports } from '../../composables/use-exports.ts';
import { useFileHead } from '../../composables/use-file-head.ts';
import { useFilterNames, useFilterText } from '../../composables/use-filter-text.ts';
import { useOverview } from '../../composables/use-overview.ts';
import { useWords } from '../../composables/use-words.ts';
import { download } from '../../export/download.ts';
import { fileName } from '../../export/file-name.ts';
import { AXES } from '../../query/account.ts';
import { weekId } from '../../shared/dates.ts';
import { formatRate, MISSING } from '../../shared/format.ts';
import { useViewStore } from '../../stores/view.ts';
import { weekSlots } from '../overview/trend-weeks.ts';
import { ACCOUNT_UNITS, equationText, figuresOf, inUnits } from './account-model.ts';
import type { AccountFile } from './account-file.ts';
import { openingClosure } from './bands-model.ts';
import { listTable } from './list-table.ts';
import { ALL } from './term.ts';
import { useFieldTitle } from './use-field-title.ts';
import { useFlow } from './use-flow.ts';
import { useUnits } from './use-units.ts';
import { weekSteps } from './weeks-model.ts';

/** Offers the account as a workbook in the header's 导出 menu, once both the steps and the two ledgers are answered. Call it below the page that provides the account. */
export function useAccountFile(): void {
  const overview = useOverview();
  const { opened, placeName, deptName } = overview;
  const { asked, compared, from, to, days, movers, listOf, changes, week } = useFlow();
  const { t, value } = useWords();
  const fieldTitle = useFieldTitle();
  const units = useUnits();
  const head = useFileHead(overview);
  const filters = useFilterText(overview);
  const namesOf = useFilterNames();
  const views = useViewStore();

  const at = (day: string): string => t('flow.at', { day, n: week(day) });
  const cutOf = (key: string, n: number, all: number): string | null => (all > n ? t(key, { n, all }) : null);
  function rate(grade: string | null): string {
    const { n, d } = openingClosure(asked.rows('bands'), grade);
    return d === 0 ? MISSING : `${formatRate(n, d)}% ${n}/${d}`;
  }
  function file(start: string): AccountFile {
    const totals = inUnits((unit) => figuresOf(asked.rows('account')[0], unit));
    const about = t('flow.file.about', { county: opened.value.source.snapshot.manifest.county.name, from: at(start), to: at(to.value.as_of) });
    const all = listOf(ALL);
    const differ = compared.answer('changes');
    const known = differ !== undefined && 'rows' in differ;
    const names = new Map(movers.value.map((m) => [m.id, m.name]));
    // The beginning is the account's own: what the overview is compared with is not said.
    const [snapshot, , ...rest] = head();
    return {
      about: t('flow.file.short', { about, filters: t('panel.file.filters', { filters: filters.value.long || t('panel.none') }) }), from: start, totals, rate, movers: all,
      head: [about, equationText(totals.projects, 'projects'), `${equationText(totals.money, 'money')} ${t('flow.wan')}`, snapshot!, ...rest, t('flow.grouped'), t('flow.axis.note'), ...((views.view.filters.g ?? []).length > 0 ? [t('panel.idle', { filters: namesOf(['g']) })] : [])],
      steps: inUnits((unit) => weekSteps(asked.rows('weeks'), days.value.slice(1), unit, totals[unit].opening)),
      slots: weekSlots(days.value),
      axes: AXES.map((axis) => ({ name: t(`flow.axis.${axis}`), units: units(axis, ACCOUNT_UNITS) })),
      list: listTable(all, start, known ? changes.value : null, { t, placeName, deptName, fieldTitle, week }, t('flow.file.history')),
      cut: cutOf('flow.list.cut', asked.rows('movers').length, Number(asked.rows('movers')[0]?.['of_all'] ?? 0)),
      changes: known ? [...changes.value].map(([id, list]) => ({ id, name: names.get(id) ?? id, list })) : null,
      changesCut: cutOf('flow.file.changesCut', compared.rows('changes').length, compared.rows('fields').reduce((n, r) => n + Number(r['n']), 0)),
    };
  }
  /** The account's beginning, once both halves are answered. */
  function answered(): string | null {
    const account = asked.answer('account');
    return asked.ready.value && compared.ready.value && account && !('error' in account) ? (from.value?.as_of ?? null) : null;
  }
  async function save(): Promise<void> {
    const [{ accountSheets }, { xlsxOf }] = await Promise.all([import('./account-sheets.ts'), import('../../export/xlsx.ts')]);
    await settled();
    const start = answered();
    if (start === null) throw new Error(t('panel.file.gone'));
    const name = fileName([t('shell.title'), weekId(to.value.as_of), t('flow.file.title'), t('flow.file.since', { week: weekId(start) }), filters.value.short || t('panel.file.unfiltered')], 'xlsx');
    download(name, await xlsxOf(accountSheets(file(start), { t, value, fieldTitle, week }), new Date()));
  }
  useExports().register(() => (answered() === null ? null : { id: 'account', label: t('flow.file.label'), count: null, run: save }));
}
