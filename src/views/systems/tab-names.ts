/** Tabs of 制度与线索 in their order; the first is the default and is left out of links. */
export const SYSTEM_TABS = ['matrix', 'clues', 'companies', 'returns', 'enforcement'] as const;
export type SystemTab = (typeof SYSTEM_TABS)[number];
