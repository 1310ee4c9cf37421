import { countOf, indicator, sumOf, type Indicator } from '../indicator.ts';

const inspected = (s: { asOf: string; yearFrom: string }): string => `inspected_on >= ${s.yearFrom} AND inspected_on <= ${s.asOf}`;
const given = (s: { campaignFrom: string; campaignTo: string }): string => `meeting_on >= ${s.campaignFrom} AND meeting_on <= ${s.campaignTo}`;
const inspection = { scope: 'county', cube: false, source: '检查台账' } as const;
const action = { scope: 'case', cube: false, source: '交办与执法台账', noun: '项' } as const;

/** Measures of enforcement and inspections that only 制度与线索 shows; made of the ledgers' rows, not in the cube. They come with that page. */
export const ENFORCEMENT_WORK_INDICATORS: readonly Indicator[] = [
  indicator({ ...action, id: 'measures_taken', name: '采取措施', english: 'Measures taken', unit: '项', definition: '期间调度会交办和执法的事项', englishDefinition: 'Tasks and enforcement measures of the period', n: [countOf('actions', given)] }),
  indicator({ ...action, id: 'measures_done_rate', name: '措施办结率', english: 'Measures done', unit: '%', better: 'up', definition: '期间采取的措施中已办结的 ÷ 期间采取的措施', englishDefinition: 'Measures of the period that are done ÷ measures of the period',
    n: [countOf('actions', (s) => `${given(s)} AND done_on <= ${s.asOf}`)], d: [countOf('actions', given)] }),
  indicator({ ...action, id: 'measures_overdue', name: '超期未办结', english: 'Overdue', unit: '项', better: 'down', definition: '期间采取的措施中办结期限早于数据日而未办结的', englishDefinition: "Measures of the period due before the snapshot's day and not done",
    n: [countOf('actions', (s) => `${given(s)} AND due_on < ${s.asOf} AND (done_on IS NULL OR done_on > ${s.asOf})`)] }),
  indicator({ ...inspection, id: 'inspections_count', name: '检查次数', english: 'Inspections', unit: '次', noun: '项', definition: '期间检查的批次', englishDefinition: 'Rounds of inspection in the period', n: [countOf('inspections', inspected)] }),
  indicator({ ...inspection, id: 'inspections_employers', name: '检查户数', english: 'Employers inspected', unit: '户', noun: '户', definition: '期间检查的用人单位户数合计', englishDefinition: 'Employers inspected in the period, added up', n: [sumOf('inspections', 'employers', inspected)] }),
  indicator({ ...inspection, id: 'inspections_workers', name: '检查涉及人数', english: 'Workers concerned', unit: '人', noun: '人', definition: '期间检查涉及的劳动者人数合计', englishDefinition: 'Workers of the employers inspected, added up', n: [sumOf('inspections', 'workers', inspected)] }),
  indicator({ ...inspection, id: 'inspections_contracts', name: '补签合同', english: 'Contracts fixed', unit: '项', noun: '份', definition: '期间检查后补签的劳动合同合计', englishDefinition: 'Labour contracts signed after inspection, added up', n: [sumOf('inspections', 'contracts_fixed', inspected)] }),
  indicator({ ...inspection, id: 'inspections_recovered', name: '检查追发金额', english: 'Recovered by inspection', unit: '万元', noun: '万元', definition: '期间检查追发的工资合计', englishDefinition: 'Wages recovered by inspections, added up', n: [sumOf('inspections', 'recovered_amount', inspected)] }),
  indicator({ ...inspection, id: 'inspections_recovered_workers', name: '检查追发人数', english: 'Workers recovered for', unit: '人', noun: '人', definition: '期间检查追发工资的人数合计', englishDefinition: 'Workers whose wages inspections recovered, added up', n: [sumOf('inspections', 'recovered_workers', inspected)] }),
];
