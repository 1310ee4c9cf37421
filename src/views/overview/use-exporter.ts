import { useI18n } from 'vue-i18n';
import { settled } from '../../composables/settled.ts';
import { provideExporter } from '../../composables/use-exports.ts';
import { useFileHead } from '../../composables/use-file-head.ts';
import { useFilterText } from '../../composables/use-filter-text.ts';
import type { Overview } from '../../composables/use-overview.ts';
import { download } from '../../export/download.ts';
import { fileName } from '../../export/file-name.ts';
import { weekId } from '../../shared/dates.ts';

/** What the screen shows when it rests. */
async function shown<T>(take: () => T | null, gone: string): Promise<T> {
  await settled();
  const taken = take();
  if (taken === null) throw new Error(gone);
  return taken;
}

/** Gives the page's panels their CSV and PNG. The code that writes them is fetched on the first click. */
export function useExporter(overview: Overview): void {
  const { opened } = overview;
  const { t } = useI18n();
  const filters = useFilterText(overview);

  const head = useFileHead(overview);
  const name = (title: string, extension: string): string => {
    const { entry } = opened.value;
    const week = entry.revision > 1 ? `${weekId(entry.as_of)}-r${entry.revision}` : weekId(entry.as_of);
    return fileName([t('shell.title'), week, title, filters.value.short || t('panel.file.unfiltered')], extension);
  };

  provideExporter({
    csv: async (take) => {
      const { csvOf } = await import('../../export/csv.ts');
      const { title, table } = await shown(take, t('panel.file.gone'));
      download(name(title, 'csv'), new Blob([csvOf(table, head())], { type: 'text/csv;charset=utf-8' }));
    },
    png: async (take) => {
      const [{ pngOf }, styles] = await Promise.all([import('../../export/png.ts'), import('../../export/page-styles.ts').then(({ pageStyles }) => pageStyles()), import('../../composables/late-words.ts')]);
      const { panel, title, element } = await shown(take, t('panel.file.gone'));
      const { county } = opened.value.source.snapshot.manifest;
      const [snapshot, compared, filtered, ...rest] = head();
      const approval = county.map_approval ? t('map.approval', { number: county.map_approval }) : t('map.approvalBlank');
      const foot = [...(panel === 'map' && !element.textContent?.includes(approval) ? [approval] : []), [county.name, county.publisher].filter((part) => part !== '').join(' · '), rest.join(' · ')];
      download(name(title, 'png'), await pngOf(element, { title, lines: [`${snapshot} · ${compared} · ${filtered}`], foot }, styles));
    },
  });
}
