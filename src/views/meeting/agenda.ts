import { type MeetingItem, MEETING_ITEMS, type MeetingTopic, topicOf } from '../../model/meeting.ts';
import type { Rules } from '../../model/rules.ts';

/** One item of the agenda: a topic's part, or one site. */
export interface AgendaItem {
  /** Its name in the link: `actions`, `site:XM-001`. */
  readonly id: string;
  readonly item: MeetingItem;
  readonly topic: MeetingTopic;
  readonly minutes: number;
  readonly projectId?: string;
}

type MeetingRules = Rules['meeting'];

const SITE = 'site:';
export const siteId = (projectId: string): string => `${SITE}${projectId}`;
const minutesOf = (rules: MeetingRules, item: MeetingItem): number => rules.agenda.find((a) => a.item === item)?.minutes ?? 3;
const siteItem = (rules: MeetingRules, projectId: string): AgendaItem => ({ id: siteId(projectId), item: 'sites', topic: 'sites', minutes: minutesOf(rules, 'sites'), projectId });
const plainItem = (rules: MeetingRules, item: MeetingItem): AgendaItem => ({ id: item, item, topic: topicOf(item), minutes: minutesOf(rules, item) });

/** The agenda by the county's rules: `sites` becomes one item per site of `siteIds`, in that order. */
export const defaultAgenda = (rules: MeetingRules, siteIds: readonly string[]): readonly AgendaItem[] =>
  rules.agenda.flatMap(({ item }) => (item === 'sites' ? siteIds.map((id) => siteItem(rules, id)) : [plainItem(rules, item)]));

const isItem = (text: string): text is Exclude<MeetingItem, 'sites'> => text !== 'sites' && (MEETING_ITEMS as readonly string[]).includes(text);
const sameIds = (a: readonly AgendaItem[], b: readonly AgendaItem[]): boolean => a.length === b.length && a.every((item, i) => item.id === b[i]!.id);
const sitesOf = (items: readonly AgendaItem[]): readonly AgendaItem[] => items.filter((i) => i.projectId !== undefined);

/** An agenda as it stands in the link; '' for the default one. `sites`: all default sites that are not named, together; `!site:…`: one that was taken out. */
export function writeAgenda(items: readonly AgendaItem[], standard: readonly AgendaItem[]): string {
  if (sameIds(items, standard)) return '';
  const usual = sitesOf(standard);
  const kept = usual.filter((s) => items.some((i) => i.id === s.id));
  const gone = usual.filter((s) => !kept.includes(s));
  const at = items.findIndex((i) => i.id === kept[0]?.id);
  // The default sites that are left, still together and in their order, are one word.
  const block = kept.length > 0 && at >= 0 && sameIds(items.slice(at, at + kept.length), kept);
  const words = block ? [...items.slice(0, at).map((i) => i.id), 'sites', ...items.slice(at + kept.length).map((i) => i.id), ...gone.map((s) => `!${s.id}`)] : items.map((i) => i.id);
  return (words.length > 0 ? words : ['none']).map(encodeURIComponent).join(',');
}

const decode = (word: string): string => {
  try {
    return decodeURIComponent(word);
  } catch {
    return '';
  }
};

/** The agenda a link asks for; null: the default. Words that mean nothing are left out, nothing stands twice. `known`: whether there is such a project. */
export function readAgenda(text: string | undefined, standard: readonly AgendaItem[], rules: MeetingRules, known: (projectId: string) => boolean): readonly AgendaItem[] {
  if (!text) return standard;
  const words = [...new Set(text.split(',').map(decode))];
  const named = new Set(words.map((w) => w.replace(/^!/, '')));
  const items = words.flatMap((word): readonly AgendaItem[] => {
    if (word === 'sites') return sitesOf(standard).filter((s) => !named.has(s.id));
    if (word.startsWith(SITE) && known(word.slice(SITE.length))) return [siteItem(rules, word.slice(SITE.length))];
    return isItem(word) ? [plainItem(rules, word)] : [];
  });
  return items.length > 0 || words.includes('none') ? items : standard;
}

/** The item moved by some places; at the ends it stays. */
export function moveItem(items: readonly AgendaItem[], id: string, by: number): readonly AgendaItem[] {
  const from = items.findIndex((i) => i.id === id);
  const to = Math.min(items.length - 1, Math.max(0, from + by));
  if (from < 0 || from === to) return items;
  const rest = items.filter((i) => i.id !== id);
  return [...rest.slice(0, to), items[from]!, ...rest.slice(to)];
}

export const dropItem = (items: readonly AgendaItem[], id: string): readonly AgendaItem[] => items.filter((i) => i.id !== id);

/** A site's screen after the other sites, or before the summary where there are none. One that is there already stays. */
export function addSite(items: readonly AgendaItem[], projectId: string, rules: MeetingRules): readonly AgendaItem[] {
  if (items.some((i) => i.projectId === projectId)) return items;
  const last = items.reduce((at, i, k) => (i.projectId === undefined ? at : k), -1);
  const end = items.findIndex((i) => i.item === 'decisions');
  const at = last >= 0 ? last + 1 : end >= 0 ? end : items.length;
  return [...items.slice(0, at), siteItem(rules, projectId), ...items.slice(at)];
}

/** An item of the rules that was taken out comes back, where it stood by default as far as that can be told. */
export function addItem(items: readonly AgendaItem[], item: AgendaItem, standard: readonly AgendaItem[]): readonly AgendaItem[] {
  if (items.some((i) => i.id === item.id)) return items;
  const after = standard.slice(0, standard.findIndex((s) => s.id === item.id)).reverse().find((s) => items.some((i) => i.id === s.id));
  const at = after ? items.findIndex((i) => i.id === after.id) + 1 : 0;
  return [...items.slice(0, at), item, ...items.slice(at)];
}

/** Topics of an agenda in the order they first come, with the minutes the rules give them. */
export function topicsOf(items: readonly AgendaItem[]): readonly { readonly topic: MeetingTopic; readonly minutes: number; readonly items: readonly AgendaItem[] }[] {
  return [...new Set(items.map((i) => i.topic))].map((topic) => {
    const own = items.filter((i) => i.topic === topic);
    return { topic, items: own, minutes: own.reduce((sum, i) => sum + i.minutes, 0) };
  });
}
