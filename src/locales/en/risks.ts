export default {
  title: 'High risk', sort: 'Order', sort_score: 'Score', sort_amount: 'Amount', sort_workers: 'Workers', sort_overdue: 'Late',
  open: 'Open {n}', warnings: 'Early warnings {n}', warningsNote: 'no arrears yet, raised by rule', warningsAbsent: 'Early warnings: not imported', noWarnings: 'No early warnings',
  moreOpen: '{n} more open', moreWarnings: '{n} more warnings', cut: 'First {shown} of {n} only', good: 'No open site', goodNow: 'Open 0/{all}', goodRun: 'Open 0/{all} · 0 for {n} weeks running',
  leader: 'Leader {name}', noLeader: 'No leader named', overdue: 'Overdue', days: '{n} days', workdays: '{n} working days', over: '{n} days over', overWorkdays: '{n} working days over', today: 'Due today',
  toPromise: 'to promise {on}', promise: 'Promised {on}', noPromise: 'No promise', toDue: 'to deadline {on}', due: 'Deadline {on}', noDue: 'No deadline set',
  hearing: 'In court · hearing {on}', court: 'In court · {word}', unchanged: 'Unchanged for {n} weeks', supervised: 'Supervised', promises: 'Moved {n}×', rebound: 'Re-opened',
  mark: '{grade}, number {n} on the map', level: '{level} warning', score: 'Score {n}', scoreParts: 'What makes the score {n}', points: '{n}', offMap: 'Not on the map',
  elsewhere: '{n} more open in the county: ', placeProjects: '{place}: {n} projects', number: 'No.', penalty: 'Penalty {article}',
  card: {
    label: 'Site card: {name}', close: 'Close', absent: 'The selected project is outside the current filters', noWarnings: 'No warnings', warnings: 'Warnings {n}', openSince: 'since {on}',
    overdue: 'Overdue', promise: 'Promised', clearBy: 'Clear-by date', responsible: 'Responsible', cause: 'Cause', closedOn: 'Closed on',
  },
  parts: { grade: 'Risk grade', amount: 'Unpaid amount', workers: 'Workers', overdue: 'Days overdue', group_event: 'Group event', supervised: 'Supervised', rebound: 'Re-opened', promises: 'Promises moved', deadline: 'Clear-by date near' },
  column: { name: 'Project', workers: 'Workers', overdue: 'Overdue', promise: 'Promised for', moved: 'Moved', unchanged: 'Unchanged', score: 'Score', warnings: 'Warnings', warningText: 'Warning texts' },
  unit: { workers: 'people', days: 'days', times: 'times', weeks: 'weeks', points: 'points', warnings: 'items' },
} as const;
