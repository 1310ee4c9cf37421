import type { Words } from '../words.ts';
import type zh from '../zh-CN/clues.ts';

const en: Words<typeof zh> = {
  strip: 'Clues in numbers', basis: 'Counted by the day received; on-time closing by the due day, referrals by the day referred', by: 'Count by', byTitle: 'Clues by {axis}', axes: { channel: 'Channel', place: 'Place', dept: 'Department', month: 'Month' }, openList: 'open the list',
  short: { clues_received: 'Received', clue_replied_rate: 'Replied', clue_verified_rate: 'True', clue_close_rate: 'Closed', clue_on_time_rate: 'On time', verified_clear_rate: 'True, closed', clues_open: 'Open' },
  byReceived: 'received in the period', byDue: 'due in the period', target: 'target {value}%', unset: 'Not set', unsetReply: 'the county has set no limit',
  monthNote: 'Received, replied, found true and closed by the month received; on time by the month due', channelNote: 'Click a number for its list; — means no clue to count', axesNote: 'Places and departments cannot be added up; click a number for its list; — means no clue to count',
  clocks: 'Clocks of open clues', clocksMeta: '{n} open, {over} clocks overdue', noClocks: 'No clock is running', kinds: { investigation: 'Investigation', due: 'Due', reply: 'Reply', handling: 'Handling' },
  rules: { investigation: '{article} {n} working days', due: 'due day of the ledger', county: "county's limit of {n} days" }, days: 'days', workdays: 'working days', left: '{n} {unit} left', over: '{n} {unit} over', today: 'due today', ends: 'ends {day}', extended: 'with approval until {day}',
  lawNote: '{article}: {n} working days from filing (that day not counted), {more} more with approval; holidays and worked weekends as in the rules', noLaw: "The county's rules switch the investigation limit off", countyNote: "County's reply limit: {reply}; handling limit: {handling}", limit: '{n} days', calendarNote: 'Holidays of {years} are not published: weekends only',
  supervised: 'Listed', group: 'Group', more: 'The first {shown} of {all}; all are in the table',
  special: 'Group cases, three checks, referrals, aid', measure: 'Measure', value: 'Value', industries: 'By industry', industry: 'Industry', industryShare: 'Share of people', clues: 'Clues',
  events: 'Incidents', stages: 'By stage', noEvents: 'No incident in the period', people: '{n} people', escalated: 'Escalated', late: 'Reported late',
  columns: { clue: 'Clue no.', project: 'Project', clock: 'Clock', start: 'From', end: 'Ends', left: 'Left', unit: 'Unit', extended: 'Ends if extended', rule: 'Rule' },
};
export default en;
