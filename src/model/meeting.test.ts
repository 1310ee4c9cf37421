import { describe, expect, it } from 'vitest';
import { MEETING_ITEMS, MEETING_TOPICS, topicOf } from './meeting.ts';
import { DEFAULT_RULES, parseRules } from './rules.ts';

it('gives every item one topic', () => {
  expect(Object.values(MEETING_TOPICS).flat().sort()).toEqual([...MEETING_ITEMS].sort());
  expect(MEETING_ITEMS.map(topicOf)).not.toContain(undefined);
});

describe('the meeting in the rules file', () => {
  const meeting = (given: unknown) => parseRules({ meeting: given });

  it('may be reordered, shortened and timed by the county, and the change is named', () => {
    const { rules, problems, changed } = meeting({ agenda: [{ item: 'sites', minutes: 8 }, { item: 'overview', minutes: 2 }], sites: { order: 'amount' } });
    expect(problems).toEqual([]);
    expect(rules.meeting.agenda.map((a) => a.item)).toEqual(['sites', 'overview']);
    expect(rules.meeting.sites).toEqual({ ...DEFAULT_RULES.meeting.sites, order: 'amount' });
    expect(changed.map((c) => c.path)).toEqual(['meeting.agenda', 'meeting.sites.order']);
  });

  it.each([
    ['an item it does not know', { agenda: [{ item: 'lunch', minutes: 60 }] }, 'meeting.agenda'],
    ['an item twice', { agenda: [{ item: 'overview', minutes: 3 }, { item: 'overview', minutes: 3 }] }, 'meeting.agenda'],
    ['an empty agenda', { agenda: [] }, 'meeting.agenda'],
    ['no time at all', { agenda: [{ item: 'overview', minutes: 0 }] }, 'meeting.agenda'],
    ['nine rows on a screen', { rows: 9 }, 'meeting.rows'],
    ['an order it does not know', { sites: { order: 'luck' } }, 'meeting.sites.order'],
    ['a misspelt key', { row: 7 }, 'meeting.row'],
    ['no object', 7, 'meeting'],
  ])('keeps the shipped value for %s and says so', (_what, given, path) => {
    const { rules, problems } = meeting(given);
    expect(rules.meeting).toEqual(DEFAULT_RULES.meeting);
    expect(problems.join()).toContain(path);
  });
});
