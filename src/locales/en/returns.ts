import type { Words } from '../words.ts';
import type zh from '../zh-CN/returns.ts';

const en: Words<typeof zh> = {
  kind: 'Kind of return', all: 'All', period: 'Period', basis: 'Only the returns ledger says who is missing; “·”: the unit had nothing to send; places and departments cannot be added up', noTable: 'No returns ledger: nobody can be said to be missing', title: 'Returns by {axis}', week: 'week {n}', noReturns: 'No return was due in this period',
  status: { onTime: 'On time', late: '{n} days late', missing: 'Missing', pending: 'Not due yet', undated: 'Received' }, none: 'nothing due', noneDue: 'nothing due in this period', receivedOn: 'received {day}', dueOn: 'due {day}', rows: '{rowsIn}/{rowsDue} rows', short: '{n} rows short',
  lastPeriods: 'Last {n} periods', openUnit: '{unit}: all returns', openPoints: '{unit}: points of all months', rate: 'On time', counts: { late: 'Late', missing: 'Missing' }, rowsTotal: 'Rows in/due',
  table: 'Return', state: 'State', lateDays: 'Days late', due: 'Due', received: 'Received', rowsDue: 'Rows due', rowsIn: 'Rows in',
  assessments: 'Monthly points', month: 'Month', pointsBasis: 'Ranked by points, equal points share a place; points are added over the items', pointsTitle: 'Points by {axis}', noPoints: 'No points for this month', rank: 'Rank', points: 'Points', full: 'Full', why: 'Points lost and why', lost: '{item} {points}', lostFor: '{item} {points} ({reason})', nothingLost: 'none lost',
  lists: { history: '{unit}: all returns', due: '{unit}: due this period', on_time: '{unit}: on time', late: '{unit}: late', missing: '{unit}: missing', points: '{unit}: points of all months' },
};
export default en;
