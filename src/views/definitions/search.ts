/** Sections of the page, in order. */
export const PARTS = ['indicators', 'rules', 'checks', 'data', 'snapshots'] as const;
export type PartId = (typeof PARTS)[number];

/** The section a link names; the first for anything else. */
export const partOf = (text: string | undefined): PartId => PARTS.find((p) => p === text) ?? PARTS[0];

/** Full-width signs and capitals count as the plain ones. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** true when every word searched for stands in one of the texts. */
export function matches(search: string, texts: readonly (string | number | null | undefined)[]): boolean {
  const words = plain(search).split(/\s+/).filter((w) => w !== '');
  if (words.length === 0) return true;
  const all = plain(texts.filter((t) => t !== null && t !== undefined).join('\n'));
  return words.every((w) => all.includes(w));
}
