import type { Words } from '../words.ts';
import type zh from '../zh-CN/enforcement.ts';

const en: Words<typeof zh> = {
  basis: 'Measures by the day of the meeting, inspections by the day inspected; campaign: {campaign}', measures: 'Tasks and enforcement', kind: 'Measure', by: 'Count by', byUnit: 'Measures by {axis}', unitNote: 'By the project or clue a measure is about; places and departments cannot be added up', noMeasures: 'No measure in the period',
  inspections: 'Inspections by kind', inspectionKind: 'Kind', months: 'Inspections by month', month: 'Month', noInspections: 'No inspection in the period',
  short: { measures_taken: 'Taken', measures_done_rate: 'Done', measures_overdue: 'Overdue', inspections_count: 'Inspections', inspections_employers: 'Employers', unlawful_rate: 'Unlawful', inspections_workers: 'Workers', inspections_contracts: 'Contracts fixed', inspections_recovered: 'Recovered', inspections_recovered_workers: 'Workers recovered for' },
};
export default en;
