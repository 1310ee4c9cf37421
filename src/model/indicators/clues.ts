import { countOf, indicator, sumOf } from '../indicator.ts';

/** Clues received up to the snapshot's day. */
const received = (s: { asOf: string }) => `received_on <= ${s.asOf}`;
const inYear = (s: { asOf: string; yearFrom: string }) => `received_on >= ${s.yearFrom} AND received_on <= ${s.asOf}`;
const inWindow = (column: string) => (s: { asOf: string; windowFrom: string }) => `${column} > ${s.windowFrom} AND ${column} <= ${s.asOf}`;
const base = { scope: 'case', noun: '件', unit: '%', source: '线索台账' } as const;

export const CLUE_INDICATORS = [
  indicator({ ...base, id: 'clue_close_rate', name: '线索办结率', english: 'Clues closed, this year', better: 'up', definition: '本年受理的线索中已办结的 ÷ 本年受理的线索', englishDefinition: 'Clues received this year and closed ÷ clues received this year',
    n: [countOf('cases', (s) => `${inYear(s)} AND closed_on <= ${s.asOf}`)], d: [countOf('cases', inYear)] }),
  indicator({ ...base, id: 'clue_close_rate_window', name: '线索办结率（近期）', english: 'Clues closed, recent weeks', better: 'up', definition: '统计窗口内受理的线索中已办结的 ÷ 窗口内受理的线索', englishDefinition: 'Clues received in the window and closed ÷ clues received in the window',
    n: [countOf('cases', (s) => `${inWindow('received_on')(s)} AND closed_on <= ${s.asOf}`)], d: [countOf('cases', inWindow('received_on'))] }),
  indicator({ ...base, id: 'clue_on_time_rate', name: '线索按期办结率', english: 'Clues closed on time', better: 'up', definition: '应办结日期在统计窗口内的线索中，办结日期不晚于应办结日期的 ÷ 应办结日期在窗口内的', englishDefinition: 'Of the clues due in the window, those closed no later than due ÷ all due in the window',
    n: [countOf('cases', (s) => `${inWindow('due_on')(s)} AND closed_on <= due_on`)], d: [countOf('cases', inWindow('due_on'))] }),
  indicator({ ...base, id: 'reply_rate', name: '实时回复率', english: 'Replied within the limit', better: 'up', definition: '统计窗口内受理的线索中，在县定时限内回复的 ÷ 窗口内受理的；县未设时限时为未设', englishDefinition: "Clues received in the window and replied to within the county's limit ÷ received in the window; not set where the county has no limit",
    n: [countOf('cases', (s) => `${inWindow('received_on')(s)} AND date_diff('day', received_on, replied_on) <= ${s.replyDays}`)],
    d: [countOf('cases', (s) => `${inWindow('received_on')(s)} AND ${s.replyDays} IS NOT NULL`)] }),
  indicator({ ...base, id: 'verified_clear_rate', name: '查实清零率', english: 'Verified clues closed', better: 'up', definition: '查实的线索中已办结的 ÷ 查实的线索', englishDefinition: 'Verified clues that are closed ÷ verified clues',
    n: [countOf('cases', (s) => `${received(s)} AND verified AND closed_on <= ${s.asOf}`)], d: [countOf('cases', (s) => `${received(s)} AND verified`)] }),
  indicator({ ...base, id: 'group_rate', name: '群体性案件占比', english: 'Share of group cases', better: 'down', decimals: 2, definition: '群体性线索 ÷ 全部线索', englishDefinition: 'Group clues ÷ all clues',
    n: [countOf('cases', (s) => `${received(s)} AND group_event`)], d: [countOf('cases', received)] }),
  indicator({ ...base, id: 'industry_share', name: '行业集中度', english: 'Share of construction', decimals: 2, noun: '人', definition: '建筑行业线索涉及人数 ÷ 全部线索涉及人数', englishDefinition: 'Workers in construction clues ÷ workers in all clues',
    n: [sumOf('cases', 'workers', (s) => `${received(s)} AND contains(industry, ${s.industry})`)], d: [sumOf('cases', 'workers', received)] }),
  indicator({ ...base, id: 'per_head', name: '人均', english: 'Amount per worker', kind: 'ratio', unit: '万元', noun: '人', decimals: 2, definition: '线索涉及金额 ÷ 线索涉及人数', englishDefinition: 'Amount in clues ÷ workers in clues',
    n: [sumOf('cases', 'amount', received)], d: [sumOf('cases', 'workers', received)] }),
  indicator({ ...base, id: 'clues_received', name: '受理线索', english: 'Clues received', unit: '件', definition: '本年受理的线索', englishDefinition: 'Clues received this year', n: [countOf('cases', inYear)] }),
  indicator({ ...base, id: 'clues_referred', name: '移送公安', english: 'Referred to the police', unit: '件', definition: '本年移送公安的线索', englishDefinition: 'Clues referred to the police this year',
    n: [countOf('cases', (s) => `referred_on >= ${s.yearFrom} AND referred_on <= ${s.asOf}`)] }),
  indicator({ ...base, id: 'clues_legal_aid', name: '法律援助', english: 'Legal aid', unit: '件', definition: '本年受理并给予法律援助的线索', englishDefinition: 'Clues received this year and given legal aid', n: [countOf('cases', (s) => `${inYear(s)} AND legal_aid`)] }),
];
