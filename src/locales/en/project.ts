import type zh from '../zh-CN/project.ts';
import type { Words } from '../words.ts';

const en: Words<typeof zh> = {
  yes: 'yes', no: 'no', units: { 人: 'people', '%': '%', 天: 'days', 周: 'weeks', 次: 'times', 分: 'points', 户: 'employers', 分钟: 'minutes', 件: 'cases' },
  home: 'Overview', list: 'Projects', trail: 'Where you are', previous: 'Previous', next: 'Next', position: '{n}/{all}', outside: 'Not in the current list', order: 'Previous and next follow the filters and the order of the list of projects; filters do not act on this page', print: 'Print A4',
  keys: { previous: 'Previous project', next: 'Next project' },
  since: 'vs W{n}', sinceLast: 'vs last week', noCompare: 'No comparison', owedSince: 'Since {on}', promisedFor: 'By {on}', noPromise: 'No promise', moved: 'Moved {n}×', closedOn: 'Closed on {on}', toPromise: 'To the promise', overdue: 'Overdue', eight: 'Eight 100%', items: 'items', notOpen: 'No open arrears', neverOpen: 'Never open', flags: 'Marks',
  place: 'Location', placeLabel: '{name} in {place}', unplaced: 'Not on the map: {reason}', noBoundaries: 'No boundaries', point: 'Longitude {lon}, latitude {lat}', source: 'Coordinates from {source}',
  facts: 'Facts and responsibility', head: '{name}　{head}', share: '{part} / {whole} × ¥10k = {rate}%', noCode: 'no code',
  payroll: 'Wages by month', owed: '−{n}', month: '{n}', monthOf: '{year}-{n}', payrollFinding: 'Wages by month: {months} months, due {due}, paid {paid}, owed {owed} (¥10k).', payrollSum: 'Due {due} − paid {paid} = owed {owed} (¥10k)', payrollPayments: 'Also repaid {paid}; the ledger states {unpaid} unpaid (¥10k)', due: 'Due', paid: 'Paid', gap: 'Owed', kept: 'Pay day', keptWords: { kept: 'on time', late: '{n} days late', early: '{n} days early', unpaid: 'unpaid', part: 'not in full', unknown: '—' }, payrollNone: 'No payroll',
  amounts: 'Unpaid amount and grade', weekTick: 'W{n}', week: 'Week {n}', unpublished: 'Weeks not published: {weeks}', amountsFinding: 'Unpaid wages and grade over {n} snapshots: {first}; latest {last}.', amountAt: 'week {n} {grade} {amount}', lostWord: 'Not listed', noneWord: 'No arrears', tip: 'Week {n} ({on}) {grade} {amount} {event}', amountsNone: 'No snapshots', column: { week: 'Week', asOf: 'Data day', grade: 'Grade', amount: 'Unpaid wages', workers: 'Workers', event: 'Step', promise: 'Promised for' },
  checklist: 'Eight 100%', state: { pass: 'in place', fail: 'lacking', none: 'not collected' }, evidence: '{parts} · {evidence}', notCollected: 'not collected', passed: '{n}/{d}', systems: 'Systems in place',
  history: 'Systems over time', historyNote: 'One cell per snapshot; {n} snapshots', historyLoading: 'Reading the systems of every snapshot…', historyMissing: '{n} snapshots not imported or not readable', historyNone: 'No systems recorded', historyCell: 'Week {n} {item} {state} {parts}', historyLabel: '{item}: {n} snapshots, in place {pass}, lacking {fail}', historyNow: 'Now', notImportedWord: 'Not imported',
  remaining: 'Remaining', clocks: 'Clocks', calendar: '{year} holidays', calendarUnknown: 'Holidays of {year} not published: weekends only', left: '{n} days left', leftWork: '{n} working days left', over: '{n} days over', overWork: '{n} working days over', today: 'Due today', ends: 'ends {on}', clockNone: 'No clock is running', clock: { case: 'Investigation {what}', promise: 'Promise', action: '{what}', clear: 'Clear-by date', hearing: 'Hearing', instalment: 'Instalment', warning: '{what}' }, workLimit: '{article}, {n} working days',
  timeline: 'What happened', timelineNone: 'Nothing recorded', groups: { all: 'All', risk: 'Risk', task: 'Tasks', law: 'Enforcement', pay: 'Payments', case: 'Clues' }, groupLabel: 'Which kind', by: '{unit} {person}', dueOn: 'due {on}', done: 'done', overdueTask: 'overdue', openTask: 'open',
  happened: {
    added: 'Opened as {grade}', reopened: 'Re-opened as {grade}', found: 'Listed again as {grade}', opening: 'Open at the start as {grade}', closed: 'Closed', lost: 'No longer listed: to be reported', raised: 'Raised to {grade}', lowered: 'Lowered to {grade}', grown: 'Owed more by {by} (¥10k)', partPaid: 'Partly paid: {by} (¥10k)',
    promised: 'Promised for {day}', moved: 'Promise moved {before} → {day}', court: 'In court: {value}', action: '{value}', payment: 'Paid {amount} (¥10k)', received: 'Clue received: {value}', caseClosed: 'Clue closed: {value}', event: 'Incident: {value}',
  },
  detail: { amount: '{n} (¥10k)', people: '{n} people' },
  funds: 'Labour cost, progress payment, security', labourShare: 'Labour cost paid', progressShare: 'Progress payment paid', accountMonths: 'Months the account lasts', depositShare: 'Deposit of contract', fundsShare: 'Funds in place', what: 'What', amountDue: 'Due', amountPaid: 'Paid', ratio: 'Share', months: '{n} months',
  payments: 'Repayment and plan', paymentsNone: 'No payments or instalments', result: 'Kept', instalment: { paid: 'outside the plan', kept: 'kept', late: '{n} days late', short: 'not in full', missed: 'missed', ahead: 'not yet due' }, paidAll: 'Repaid {n} (¥10k)', planKept: 'Kept {n}/{d}',
  warnings: 'Warnings', warningsNone: 'No warnings', rule: 'Rule', article: 'Article', penalty: 'Penalty', level: 'Level', start: 'Since', timer: 'Clock', parts: 'n/d', text: 'Text', early: 'Not in arrears; by rule',
  cases: 'Clues', casesNone: 'No clues', actions: 'Tasks and enforcement', actionsNone: 'No tasks or enforcement', events: 'Incidents',
  score: 'Score', scoreNone: 'Not among the risks', scoreOf: 'Score {n}',
  related: { contractor: 'Other projects of the contractor', owner: 'Other projects of the owner' }, relatedNone: 'No other projects', relatedOpen: '{n} projects, {open} open', firm: 'Company', timesOver: '{n} times in arrears (marked from {limit})', listedFirm: 'Blacklisted until {until}',
  notes: 'Notes', noNote: 'No notes',
  missing: {
    title: 'This snapshot has no project {id}', lost: 'No longer listed: open on {last} ({grade}, {amount} × ¥10k unpaid), since then neither listed nor closed. {place} and {dept} are to report it.', absent: 'Not listed since {last}; it was not open then.', looking: 'Looking in the other snapshots…',
    elsewhere: 'These snapshots list the project:', open: 'Open week {n} ({on})', nowhere: 'None of the {n} published snapshots lists this number.', unread: '{n} snapshots could not be read.', nearest: 'Projects with a similar number:', list: 'Look in the list of projects',
  },
  projects: {
    title: 'Projects', count: '{n} projects', search: 'Search projects, firms, people', hint: 'Name, number, place, dept., firm, leader, person', scope: 'Which', managed: 'Under oversight', all: 'All', allHint: 'settled ones too', steps: 'History', stepsUnit: 'snapshots open', sum: 'Total', sumOpen: '{n} open', none: 'No project under these conditions', noneSearch: 'No project matches “{q}”', clearSearch: 'Clear the search', more: 'Show {n} more (of {all})', stripLabel: 'History: open in {n} snapshots', never: 'Never open', searchIdle: 'The search acts on the list only, not on indicators',
  },
};
export default en;
