/** Trend panel. */
export default {
  title: 'Trend', tick: 'W{n}', week: 'Week {n}', weekOf: 'Week {n} · {day}', gap: 'week {n} not published', gaps: 'weeks {from}–{to} not published', unpublished: 'not published', ahead: 'after the snapshot on screen',
  target: 'target {value}%', targetBy: 'target {value}% (by {by})', campaign: 'campaign starts', yearEnd: 'year end', newYearsEve: "Lunar New Year's Eve", added: 'new {n}', reopened: 're-opened {n}', closed: 'closed {n}',
  points: '{n} points', unknown: '{name} · not imported', opening: ' (campaign starts)',
  single: '{name} in week {n}: {text}', span: '{name}: {first} in week {from}, {last} in week {to}', grades: '{severe} severe, {general} general', join: '; ', sentence: 'Trend. {parts}.', nothing: 'Trend: no data.',
  column: { week: 'Week', day: 'Data day', parts: '{name}, n/d', added: 'New', reopened: 'Re-opened', closed: 'Closed', open: 'Snapshot' }, open: 'Open this week', opened: 'on screen',
  brush: { label: 'Weeks shown', from: 'First week', to: 'Last week', move: 'Move the range', all: 'All', reset: 'Reset' },
} as const;
