import { FILTER_IDS, parseFilter, serialiseFilter, type FilterId, type FilterState } from '../model/filters.ts';
import { MAP_METRICS } from '../query/overview.ts';

/** What the rankings are by. */
export const RANK_TABS = ['dept', 'place', 'leader', 'contractor'] as const;
export type RankTab = (typeof RANK_TABS)[number];
/** Order of the high-risk list. */
export const RISK_SORTS = ['score', 'amount', 'workers', 'overdue'] as const;
export type RiskSort = (typeof RISK_SORTS)[number];
/** Panels of the right column where they share a place (1366), and of the phone's tab bar. */
export const SIDE_TABS = ['risks', 'ranking', 'trend'] as const;
export type SideTab = (typeof SIDE_TABS)[number];
/** A panel with a table twin: its `data-panel`. */
export type PanelId = string;
const PANEL = /^[a-z][a-zA-Z]{1,30}$/;

/**
 * Keys of single pages: `from` account's first snapshot · `part` tab of a page · `by` axis of a table · `set`, `item` of the matrix · `term` list that is open ·
 * `who` company or unit · `slide`, `agenda` of the meeting · `kind`, `month`, `order` of lists · `find` search of the definitions. Those in STEPS are gone back over.
 */
export const PAGE_KEYS = ['from', 'part', 'by', 'set', 'item', 'term', 'who', 'slide', 'agenda', 'kind', 'month', 'order', 'find'] as const;
export type PageKey = (typeof PAGE_KEYS)[number];

/** Everything a pasted link reopens. Snapshot ids, codes and column keys; never Chinese text of our own. */
export interface ViewState {
  /** Snapshot id; null: the newest. */
  readonly snapshot: string | null;
  /** Snapshot compared with: null: the one published before; 'none': 不对比. */
  readonly compare: string | null;
  /** Indicator of map and ranking. */
  readonly metric: string;
  readonly filters: FilterState;
  /** Selected project. */
  readonly selected: string | null;
  /** Text search of lists; acts on no indicator. */
  readonly search: string;
  readonly rank: RankTab;
  readonly sort: RiskSort;
  readonly side: SideTab;
  /** Panels that show their table twin. */
  readonly tables: readonly PanelId[];
  /** First and last day (as_of) of the trend's brush; null: from the campaign's opening snapshot on, or all weeks where there are few. */
  readonly weeks: readonly [string, string] | null;
  /** Map view: zoom, latitude, longitude; null: the whole county. */
  readonly map: readonly [number, number, number] | null;
  /** What one page alone keeps in its link, by PAGE_KEYS; the page checks the values. Another page starts without. */
  readonly page: Readonly<Partial<Record<PageKey, string>>>;
  /** Set by 复制链接 only. */
  readonly theme: 'light' | 'dark' | null;
  readonly language: 'zh-CN' | 'en' | null;
}

export const DEFAULT_VIEW: ViewState = {
  snapshot: null, compare: null, metric: MAP_METRICS[0], filters: {}, selected: null, search: '', rank: 'dept', sort: 'score', side: 'risks', tables: [], weeks: null, map: null, page: {}, theme: null, language: null,
};

/** Query of a link, as the router gives it. */
export type Query = Readonly<Record<string, string>>;

interface Key {
  readonly read: (text: string) => { readonly value: Partial<ViewState>; readonly problem: boolean };
  /** '' leaves the key out. */
  readonly write: (view: ViewState) => string;
}

const oneOf = <T extends string>(values: readonly T[], text: string): T | undefined => values.find((v) => v === text);
const choice = <K extends keyof ViewState>(key: K, values: readonly (ViewState[K] & string)[]): Key => ({
  read: (text) => {
    const value = oneOf(values, text);
    return { value: value === undefined ? {} : ({ [key]: value } as Partial<ViewState>), problem: value === undefined };
  },
  write: (view) => (view[key] === DEFAULT_VIEW[key] ? '' : String(view[key])),
});
const SNAPSHOT = /^\d{4}-\d{2}-\d{2}(-r\d+)?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const text = (key: 'selected' | 'search', most: number): Key => ({
  read: (given) => ({ value: { [key]: given.slice(0, most) }, problem: false }), write: (view) => view[key] ?? '',
});
const numbers = (given: string): number[] => given.split(',').map(Number);

const filterKey = (id: FilterId): Key => ({
  read: (given) => {
    const { values, problems } = parseFilter(id, given);
    return { value: { filters: { [id]: values } }, problem: problems.length > 0 };
  },
  write: (view) => serialiseFilter(id, view.filters[id] ?? []),
});

const pageKey = (key: PageKey): Key => ({
  read: (given) => ({ value: { page: { [key]: given.slice(0, 1000) } }, problem: false }), write: (view) => view.page[key] ?? '',
});

/** Keys of the URL in their fixed order; defaults are left out. */
const KEYS: Readonly<Record<string, Key>> = {
  s: { read: (t) => ({ value: SNAPSHOT.test(t) ? { snapshot: t } : {}, problem: !SNAPSHOT.test(t) }), write: (v) => v.snapshot ?? '' },
  c: { read: (t) => ({ value: SNAPSHOT.test(t) || t === 'none' ? { compare: t } : {}, problem: !SNAPSHOT.test(t) && t !== 'none' }), write: (v) => v.compare ?? '' },
  m: choice('metric', MAP_METRICS),
  ...Object.fromEntries(FILTER_IDS.map((id) => [id, filterKey(id)])),
  q: text('search', 100),
  sel: text('selected', 200),
  rank: choice('rank', RANK_TABS),
  sort: choice('sort', RISK_SORTS),
  side: choice('side', SIDE_TABS),
  tab: {
    read: (t) => {
      const given = [...new Set(t.split(','))];
      return { value: { tables: given.filter((p) => PANEL.test(p)) }, problem: given.some((p) => !PANEL.test(p)) };
    },
    write: (v) => v.tables.join(','),
  },
  w: {
    read: (t) => {
      const [from = '', to = ''] = t.split('~');
      const good = DAY.test(from) && DAY.test(to) && from <= to;
      return { value: good ? { weeks: [from, to] } : {}, problem: !good };
    },
    write: (v) => v.weeks?.join('~') ?? '',
  },
  v: {
    read: (t) => {
      const [zoom = Number.NaN, lat = Number.NaN, lon = Number.NaN, ...rest] = numbers(t);
      const good = rest.length === 0 && zoom >= 0 && zoom <= 24 && Math.abs(lat) <= 85 && Math.abs(lon) <= 180;
      return { value: good ? { map: [zoom, lat, lon] } : {}, problem: !good };
    },
    write: (v) => (v.map ? [v.map[0].toFixed(2), v.map[1].toFixed(4), v.map[2].toFixed(4)].map((n) => String(Number(n))).join(',') : ''),
  },
  ...Object.fromEntries(PAGE_KEYS.map((key) => [key, pageKey(key)])),
  theme: choice('theme', ['light', 'dark']),
  lang: choice('language', ['zh-CN', 'en']),
};

/** A link's query → the view it asks for; keys whose value cannot be used are in `problems`, keys that are not ours in `unknown` (kept). Never throws. */
export function parseView(query: Query): { view: ViewState; problems: string[]; unknown: Query } {
  let view = DEFAULT_VIEW;
  const problems: string[] = [];
  const unknown: Record<string, string> = {};
  for (const [name, given] of Object.entries(query)) {
    const key = new Map(Object.entries(KEYS)).get(name);
    if (!key) {
      unknown[name] = given;
      continue;
    }
    if (given === '') continue;
    const { value, problem } = key.read(given);
    view = { ...view, ...value, filters: { ...view.filters, ...value.filters }, page: { ...view.page, ...value.page } };
    if (problem) problems.push(name);
  }
  return { view, problems, unknown };
}

/** A view → query, the inverse of parseView; defaults are left out, `unknown` keys follow. */
export function formatView(view: ViewState, unknown: Query = {}): Record<string, string> {
  const written = Object.entries(KEYS).map(([name, key]) => [name, key.write(view)] as const).filter(([, value]) => value !== '');
  return { ...Object.fromEntries(written), ...unknown };
}

/** Keys whose change is a step back and forward go over; the others (map view, sort, search, tabs) only correct the address. */
const STEPS: readonly string[] = ['s', 'c', 'm', ...FILTER_IDS, 'sel', 'from', 'part', 'by', 'set', 'item', 'term', 'who'];

/** true when two queries differ in snapshot, comparison, indicator, filters or selection. */
export const isStep = (from: Query, to: Query): boolean => STEPS.some((key) => (from[key] ?? '') !== (to[key] ?? ''));
