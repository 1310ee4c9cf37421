import { useI18n } from 'vue-i18n';
import { useFilterText } from './use-filter-text.ts';
import type { Overview } from './use-overview.ts';

/** Minute on the reader's clock: 2026-11-21 09:05. */
const minuteOf = (now: Date): string => {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}:${two(now.getMinutes())}`;
};

/** What every exported file begins with: snapshot, comparison, filters, 口径, time, and that it is sample data. */
export function useFileHead(overview: Overview): () => string[] {
  const { opened, compare } = overview;
  const { t } = useI18n();
  const filters = useFilterText(overview);
  return () => {
    const { entry, rules, source } = opened.value;
    return [
      t('panel.file.snapshot', { id: entry.id }), compare.value ? t('panel.file.compare', { id: compare.value.id }) : t('panel.file.noCompare'),
      t('panel.file.filters', { filters: filters.value.long || t('panel.none') }), t('panel.file.rules', { version: rules.version }), t('panel.file.exported', { time: minuteOf(new Date()) }),
      ...(source.snapshot.manifest.county.sample ? [t('panel.file.sample')] : []),
    ];
  };
}
