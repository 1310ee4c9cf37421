import { defineAsyncComponent, type Component } from 'vue';
import MatrixTab from './matrix/MatrixTab.vue';
import { SYSTEM_TABS, type SystemTab } from './tab-names.ts';

/** The tab a link asks for; one that does not exist: the first. */
export const tabOf = (part: string | undefined): SystemTab => SYSTEM_TABS.find((tab) => tab === part) ?? SYSTEM_TABS[0];

/** The tab an arrow, Home or End leads to; null: not such a key. */
export function tabAfter(key: string, now: SystemTab): SystemTab | null {
  const at = SYSTEM_TABS.indexOf(now);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + SYSTEM_TABS.length, Home: 0, End: SYSTEM_TABS.length - 1 }[key];
  return to === undefined ? null : SYSTEM_TABS[to % SYSTEM_TABS.length]!;
}

/** Tables of which a tab needs one. */
const TABLES: Readonly<Record<SystemTab, readonly string[]>> = { matrix: ['compliance'], clues: ['cases', 'events'], companies: ['companies'], returns: ['returns', 'assessments'], enforcement: ['actions', 'inspections'] };
/** The snapshot holds something the tab can show. */
export const isImported = (tab: SystemTab, tables: ReadonlySet<string>): boolean => TABLES[tab].some((name) => tables.has(name));

/** The first tab comes with the page, so that one fetch leads to its numbers; the others with chunks of their own. Each puts `data-ready` on its root and calls usePageTiming. */
export const TAB_VIEWS: Readonly<Record<SystemTab, Component>> = {
  matrix: MatrixTab,
  clues: defineAsyncComponent(() => import('./clues/CluesTab.vue')),
  companies: defineAsyncComponent(() => import('./companies/CompaniesTab.vue')),
  returns: defineAsyncComponent(() => import('./returns/ReturnsTab.vue')),
  enforcement: defineAsyncComponent(() => import('./enforcement/EnforcementTab.vue')),
};
