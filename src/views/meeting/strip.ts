import type { MeetingTopic } from '../../model/meeting.ts';
import { widthOf } from '../../shared/text-width.ts';
import { type AgendaItem, topicsOf } from './agenda.ts';
import type { Slide } from './slide.ts';

/** A topic on the strip. */
export interface StripTopic {
  readonly topic: MeetingTopic;
  /** From 1. */
  readonly number: number;
  readonly minutes: number;
  /** Sites, or screens. */
  readonly count: number;
  readonly current: boolean;
  /** Was on screen and is not now. */
  readonly done: boolean;
  /** Its first slide. */
  readonly slide: string;
  /** Whether there is room for its name. */
  readonly named: boolean;
}

/** Room for topics on a strip of 1824 px between title and clocks, and what a topic takes beside its words. */
const ROOM = 1160;
const AROUND = 48;
const SHORT = 42;
/** Of a topic's name, px. */
const FONT = 24;

/** Topics with a slide, in order. Where not all names fit, the current one keeps its name, then those after it, then those before. */
export function stripTopics(items: readonly AgendaItem[], slides: readonly Slide[], at: Slide | null, spent: Readonly<Record<string, number>>, nameOf: (topic: MeetingTopic) => string): readonly StripTopic[] {
  const topics = topicsOf(items).filter(({ topic }) => slides.some((s) => s.topic === topic));
  const now = topics.findIndex(({ topic }) => topic === at?.topic);
  const order = [...topics.keys()].sort((a, b) => rank(a, now) - rank(b, now));
  let room = ROOM - topics.length * SHORT;
  const named = new Set(order.filter((i) => {
    const width = widthOf(nameOf(topics[i]!.topic), FONT) + AROUND - SHORT;
    if (width > room) return false;
    room -= width;
    return true;
  }));
  return topics.map(({ topic, minutes, items: own }, i) => ({
    topic, number: i + 1, minutes, count: topic === 'sites' ? own.length : slides.filter((s) => s.topic === topic).length, current: i === now, done: i !== now && Object.hasOwn(spent, topic),
    slide: slides.find((s) => s.topic === topic)!.id, named: named.has(i),
  }));
}
const rank = (i: number, now: number): number => (i === now ? 0 : i > now ? i - now : 1000 + now - i);

/** ms the rules give in all. */
export const planned = (topics: readonly Pick<StripTopic, 'minutes'>[]): number => topics.reduce((sum, t) => sum + t.minutes, 0) * 60_000;
