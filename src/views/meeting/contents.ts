import type { MeetingItem } from '../../model/meeting.ts';
import type { Rules } from '../../model/rules.ts';
import type { AgendaItem } from './agenda.ts';
import { type Content, type MeetingData, number, type Row, text } from './content.ts';
import { deadlineContents } from './deadline-model.ts';
import { actionContents, freshContents, leaderContents, lostContents, promiseContents, unitContents } from './list-models.ts';
import { boardContents } from './ranking-boards.ts';
import { overviewContents } from './summary-model.ts';
import { generalContents, warningContents } from './watch-model.ts';
import type { Slide } from './slide.ts';

const SITE_KEY = { score: 'score', amount: 'unpaid_wages', workers: 'unpaid_workers', overdue: 'days_overdue' } as const;

/** Sites that get a screen by the county's rules, the most dangerous first: 严重 or 挂牌督办, not 销号. */
export function dangerousSites(open: readonly Row[], { grades, supervised, order, most }: Rules['meeting']['sites']): readonly string[] {
  const key = (row: Row): number => number(row, SITE_KEY[order]) ?? Number.NEGATIVE_INFINITY;
  return open.filter((r) => (grades as readonly (string | null)[]).includes(text(r, 'grade_now')) || (supervised && r['supervised'] === true))
    .map((row, i) => ({ row, i })).sort((a, b) => (key(a.row) === key(b.row) ? a.i - b.i : key(b.row) > key(a.row) ? 1 : -1)).slice(0, most).map(({ row }) => text(row, 'project_id') ?? '');
}

const CONTENTS: Readonly<Record<Exclude<MeetingItem, 'sites' | 'decisions'>, (data: MeetingData, sites: ReadonlySet<string>) => readonly Content[]>> = {
  overview: overviewContents, actions: actionContents, fresh: freshContents, promises: promiseContents, lost: lostContents, general: generalContents, warnings: warningContents,
  rank_dept: (data) => boardContents(data, '主管部门'), rank_place: (data) => boardContents(data, '属地'), leaders: leaderContents, units: unitContents, deadline: deadlineContents,
};

/** The screens of an agenda. */
export interface Deck {
  readonly slides: readonly Slide[];
  readonly contents: ReadonlyMap<string, Content>;
  /** Items that have something to show, in order. */
  readonly items: readonly AgendaItem[];
}

/** Every screen of the agenda in order; an item with nothing to show is dropped. */
export function deckOf(items: readonly AgendaItem[], data: MeetingData, nameOf: (projectId: string) => string): Deck {
  const sites = new Set(items.flatMap((i) => i.projectId ?? []));
  const contents = new Map<string, Content>();
  const shown: AgendaItem[] = [];
  const slides = items.flatMap((item): Slide[] => {
    const { id, topic, projectId } = item;
    if (projectId !== undefined) {
      shown.push(item);
      return [{ id, kind: 'site', title: nameOf(projectId), topic, projectId }];
    }
    if (item.item === 'decisions' || item.item === 'sites') {
      shown.push(item);
      return [{ id, kind: 'decisions', title: data.words.t('meeting.items.decisions'), topic }];
    }
    const found = CONTENTS[item.item](data, sites);
    if (found.length > 0) shown.push(item);
    return found.map((content, i): Slide => {
      const name = i === 0 ? id : `${id}.${i + 1}`;
      contents.set(name, content);
      return { id: name, kind: content.kind, title: content.title, topic };
    });
  });
  return { slides, contents, items: shown };
}

/** The slide to show for an id of a link: itself, else the first of its item, else the first of all. */
export function nearestSlide(slides: readonly Slide[], id: string | null): Slide | null {
  const item = id?.replace(/\.\d+$/, '');
  return slides.find((s) => s.id === id) ?? slides.find((s) => s.id === item) ?? slides[0] ?? null;
}

/** The slide of a number typed, from 1; past the end the last. */
export const slideByNumber = (slides: readonly Slide[], digits: string): Slide | null => slides[Math.min(slides.length, Math.max(1, Number(digits))) - 1] ?? null;
