import { FILTER_IDS, type FilterState } from '../model/filters.ts';

/** What a meeting is about, fixed while it is under way. Ids of snapshots; `compare` null: nothing was published before, or 不对比. */
export interface Pinned {
  readonly snapshot: string;
  readonly compare: string | null;
  readonly filters: FilterState;
}

/** A meeting as this browser keeps it. */
export interface SavedMeeting {
  readonly pinned: Pinned;
  readonly slide: string | null;
  readonly agenda: string;
  readonly spent: Readonly<Record<string, number>>;
  /** The newest snapshot when it began; null: not known. */
  readonly newest: string | null;
  /** When it was last on screen, ms of this machine's clock. */
  readonly seen: number;
}

const KEY = 'qq.meeting';
/** A meeting that nobody looked at for so long is over. */
const OVER_MS = 12 * 3_600_000;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOr = <T>(value: unknown, other: T): string | T => (typeof value === 'string' ? value : other);

/** Text of the storage → meeting; null where it is none, or over. Never throws. */
export function parseMeeting(text: string | null, now: number): SavedMeeting | null {
  try {
    const given: unknown = JSON.parse(text ?? 'null');
    if (!isRecord(given) || !isRecord(given['pinned']) || typeof given['seen'] !== 'number' || now - given['seen'] > OVER_MS || given['seen'] > now + OVER_MS) return null;
    const { snapshot, compare, filters } = given['pinned'];
    if (typeof snapshot !== 'string' || !isRecord(filters)) return null;
    const spent = isRecord(given['spent']) ? Object.entries(given['spent']).filter((e): e is [string, number] => typeof e[1] === 'number' && Number.isFinite(e[1]) && e[1] >= 0) : [];
    return {
      pinned: { snapshot, compare: textOr(compare, null), filters: Object.fromEntries(FILTER_IDS.flatMap((id) => (isList(filters[id]) ? [[id, filters[id]]] : []))) },
      slide: textOr(given['slide'], null), agenda: textOr(given['agenda'], ''), spent: Object.fromEntries(spent), newest: textOr(given['newest'], null), seen: given['seen'],
    };
  } catch {
    return null;
  }
}
const isList = (value: unknown): value is (string | null)[] => Array.isArray(value) && value.every((v) => v === null || typeof v === 'string');

export function readMeeting(now: number): SavedMeeting | null {
  try {
    return parseMeeting(localStorage.getItem(KEY), now);
  } catch {
    return null;
  }
}

/** null: it is over. Where storage is blocked the meeting lasts as long as the page. */
export function saveMeeting(meeting: SavedMeeting | null): void {
  try {
    if (meeting) localStorage.setItem(KEY, JSON.stringify(meeting));
    else localStorage.removeItem(KEY);
  } catch {
    // Blocked or full.
  }
}

/** `ms` more for a topic; a clock that was put back adds nothing. */
export const spend = (spent: Readonly<Record<string, number>>, topic: string, ms: number): Readonly<Record<string, number>> => ({ ...spent, [topic]: (spent[topic] ?? 0) + Math.max(0, ms) });
