import type { Words } from '../words.ts';
import type zh from '../zh-CN/records.ts';

const en: Words<typeof zh> = {
  period: 'Period', windows: { year: 'This year', recent: 'Last {n} weeks', campaign: 'Campaign', all: 'All' }, days: '{from} — {to}', until: 'up to {to}',
  n: '{title}, numerator', d: '{title}, denominator', open: '{row} {column} {value}: open the list', rows: '{n} rows', yes: 'Yes', no: 'No', total: 'Total', idle: 'Not filtered by {filters}', of: '{row} · {column}', numerator: 'Numerator', denominator: 'Denominator',
};
export default en;
