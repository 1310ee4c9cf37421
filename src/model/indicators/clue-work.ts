import { countOf, indicator, sumOf, type Indicator } from '../indicator.ts';

const base = { scope: 'case', cube: false, source: '线索台账' } as const;
const rate = { ...base, unit: '%', noun: '件' } as const;
const event = { ...base, source: '突发事件' } as const;
const received = (s: { asOf: string; windowFrom: string }): string => `received_on > ${s.windowFrom} AND received_on <= ${s.asOf}`;
const happened = (s: { asOf: string; windowFrom: string }): string => `happened_on > ${s.windowFrom} AND happened_on <= ${s.asOf}`;

/** Measures of how clues and incidents are handled that only 制度与线索 shows; made of the ledgers' rows, not in the cube. They come with that page. */
export const CLUE_WORK_INDICATORS: readonly Indicator[] = [
  indicator({ ...rate, id: 'clue_replied_rate', name: '回复率', english: 'Clues replied to', better: 'up', definition: '期间受理的线索中已回复的 ÷ 期间受理的线索', englishDefinition: 'Clues received in the period and replied to ÷ clues received in the period',
    n: [countOf('cases', (s) => `${received(s)} AND replied_on <= ${s.asOf}`)], d: [countOf('cases', received)] }),
  indicator({ ...rate, id: 'clue_verified_rate', name: '查实率', english: 'Clues found true', definition: '期间受理的线索中查实的 ÷ 期间受理的线索；未作认定的算未查实', englishDefinition: 'Clues received in the period and found true ÷ clues received in the period; not yet judged counts as not found true',
    n: [countOf('cases', (s) => `${received(s)} AND verified`)], d: [countOf('cases', received)] }),
  indicator({ ...rate, id: 'three_checked_rate', name: '一案三查', english: 'Three checks in one case', better: 'up', definition: '期间受理并查实的线索中已作一案三查的 ÷ 期间受理并查实的线索；未填的算未做', englishDefinition: 'Clues received in the period and found true that had all three checks ÷ clues found true; blank counts as not done',
    n: [countOf('cases', (s) => `${received(s)} AND verified AND three_checked`)], d: [countOf('cases', (s) => `${received(s)} AND verified`)] }),
  indicator({ ...rate, id: 'supervised_close_rate', name: '挂牌督办办结率', english: 'Listed clues closed', better: 'up', definition: '期间受理并挂牌督办的线索中已办结的 ÷ 期间受理并挂牌督办的线索', englishDefinition: 'Clues received in the period and listed for supervision that are closed ÷ all of them',
    n: [countOf('cases', (s) => `${received(s)} AND supervised AND closed_on <= ${s.asOf}`)], d: [countOf('cases', (s) => `${received(s)} AND supervised`)] }),
  indicator({ ...base, id: 'clues_open', name: '未办结线索', english: 'Clues not closed', better: 'down', unit: '件', noun: '件', definition: '期间受理、数据日未办结的线索', englishDefinition: "Clues received in the period and not closed on the snapshot's day",
    n: [countOf('cases', (s) => `${received(s)} AND (closed_on IS NULL OR closed_on > ${s.asOf})`)] }),
  indicator({ ...event, id: 'events_count', name: '突发事件', english: 'Incidents', better: 'down', unit: '起', noun: '起', definition: '期间发生的突发事件', englishDefinition: 'Incidents in the period', n: [countOf('events', happened)] }),
  indicator({ ...event, id: 'events_people', name: '事件参与人数', english: 'People in incidents', better: 'down', unit: '人', noun: '人', definition: '期间突发事件的参与人数合计', englishDefinition: 'People in the incidents of the period, added up', n: [sumOf('events', 'people', happened)] }),
  indicator({ ...event, id: 'events_escalated_rate', name: '越级占比', english: 'Escalated incidents', better: 'down', unit: '%', noun: '起', definition: '期间突发事件中越级的 ÷ 期间突发事件', englishDefinition: 'Incidents of the period taken to a higher level ÷ incidents of the period',
    n: [countOf('events', (s) => `${happened(s)} AND escalated`)], d: [countOf('events', happened)] }),
  indicator({ ...event, id: 'events_late_rate', name: '迟报占比', english: 'Incidents reported late', better: 'down', unit: '%', noun: '起', definition: '期间突发事件中迟报的 ÷ 期间突发事件', englishDefinition: 'Incidents of the period reported late ÷ incidents of the period',
    n: [countOf('events', (s) => `${happened(s)} AND late_report`)], d: [countOf('events', happened)] }),
];
