/** What a meeting can speak of, in the order it ships with; the rules file may reorder or leave out. `sites` stands for one item per dangerous site. */
export const MEETING_ITEMS = ['overview', 'actions', 'fresh', 'promises', 'lost', 'sites', 'general', 'warnings', 'rank_dept', 'rank_place', 'leaders', 'units', 'deadline', 'decisions'] as const;
export type MeetingItem = (typeof MEETING_ITEMS)[number];

/** Topics of the agenda strip, and the items that belong to each. */
export const MEETING_TOPICS = {
  overview: ['overview'], actions: ['actions'], fresh: ['fresh'], promises: ['promises'], lost: ['lost'], sites: ['sites'], watch: ['general', 'warnings'],
  ranking: ['rank_dept', 'rank_place', 'leaders', 'units'], deadline: ['deadline'], decisions: ['decisions'],
} as const satisfies Record<string, readonly MeetingItem[]>;
export type MeetingTopic = keyof typeof MEETING_TOPICS;

/** The topic an item belongs to. */
export const topicOf = (item: MeetingItem): MeetingTopic => (Object.keys(MEETING_TOPICS) as MeetingTopic[]).find((topic) => (MEETING_TOPICS[topic] as readonly MeetingItem[]).includes(item))!;

/** By what the dangerous sites are ordered, most first. */
export const SITE_ORDERS = ['score', 'amount', 'workers', 'overdue'] as const;

/** Rates the 红黑榜 can be drawn up by. */
export const BOARD_METRICS = ['clue_on_time_rate', 'no_arrears_rate', 'systems_rate'] as const;
