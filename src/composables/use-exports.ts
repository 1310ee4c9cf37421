import { computed, inject, type InjectionKey, type MaybeRefOrGetter, onScopeDispose, provide, shallowReactive, toValue, type ComputedRef } from 'vue';
import type { TableModel } from '../model/table-model.ts';

/** One line of the header's 导出 menu. */
export interface ExportEntry {
  readonly id: string;
  readonly label: string;
  /** Rows it would write; null: not a list. */
  readonly count: number | null;
  readonly run: () => void | Promise<void>;
}

const registered = shallowReactive(new Map<symbol, MaybeRefOrGetter<ExportEntry | null>>());
const entries = computed(() => [...registered.values()].flatMap((entry) => toValue(entry) ?? []));

/** What can be exported from the page on screen: panels `register` (until their scope ends), the header's menu lists `entries`. */
export function useExports(): { readonly entries: ComputedRef<readonly ExportEntry[]>; readonly register: (entry: MaybeRefOrGetter<ExportEntry | null>) => void } {
  return {
    entries,
    register: (entry) => {
      const key = Symbol('export');
      registered.set(key, entry);
      onScopeDispose(() => registered.delete(key));
    },
  };
}

/** What a panel hands over to be written to a file. */
export interface PanelExport {
  readonly panel: string;
  readonly title: string;
}

/**
 * Writes panels to files; the page provides it, because cards know nothing of files. What is written is taken when the screen rests, not at the click: with its title, filters and
 * snapshot in one turn. Rejects when there is nothing left to take (null) or the writer does not come.
 */
export interface PanelExporter {
  readonly csv: (take: () => (PanelExport & { readonly table: TableModel }) | null) => Promise<void>;
  readonly png: (take: () => (PanelExport & { readonly element: HTMLElement }) | null) => Promise<void>;
}

const EXPORTER: InjectionKey<PanelExporter> = Symbol('exporter');
export const provideExporter = (exporter: PanelExporter): void => provide(EXPORTER, exporter);
/** null outside of a page that can export. */
export const usePanelExporter = (): PanelExporter | null => inject(EXPORTER, null);
