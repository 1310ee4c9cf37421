import type zh from '../zh-CN/meetingSite.ts';
import type { Words } from '../words.ts';

const en: Words<typeof zh> = {
  screen: 'Screen {n} of {all}', notImported: 'Not imported', none: 'No records', unknown: 'This project is not in the ledger',
  more: '{n} more', moreRows: '{n} more',
  facts: {
    label: 'Five facts', overdue: 'Overdue', notOverdue: 'Not overdue', promise: 'To promise {on}', promiseOver: 'Past promise {on}', noPromise: 'No promise', moved: 'moved: {n}', notMoved: 'not moved', days: 'days', today: 'due today',
    lastWeek: 'Since last week', first: 'First snapshot', same: 'unchanged', better: 'less', worse: 'more', new: 'New', reopened: 'Re-opened', found: 'Found again', closed: 'Closed', closedOn: 'Closed {on}', unknown: '—',
    unchanged: 'unchanged for {n} weeks',
  },
  map: { title: 'Location', offMap: 'Not on the map', noBoundaries: 'No boundaries', label: 'Where {name} lies in {place}', labelOff: '{name} is not on the map', here: 'Coordinates checked' },
  who: { title: 'Who is responsible', leader: 'Leader', dept: 'Department', place: 'Place', responsible: 'In charge', contractor: 'Contractor', owner: 'Owner', promise: 'Promised', first: 'first {on}' },
  payroll: { title: 'Wages due / paid by month', labour: 'Labour cost', owed: '−{n}', month: 'M{m}', due: 'Due', paid: 'Paid', labourDue: 'Due', labourPaid: 'Paid', gap: 'Owed', label: 'Last {n} months: {due} due, {paid} paid (¥10k)', labourLabel: 'In all {due} due, {paid} paid (¥10k)', labourSum: 'In all due {due} · paid {paid}', short: '{n} short', full: 'paid in full', column: 'Month' },
  weeks: {
    title: 'Unpaid amount and grade', week: 'W{n}', allSame: '{grade} in all {n} snapshots', same: '{grade} in the last {n} snapshots', since: 'same amount since W{week}', changed: 'amount changed this week', lost: 'Missing', label: 'Unpaid amount and grade in the last {n} snapshots',
  },
  eight: { title: 'Eight 100% items', pass: 'in place', fail: 'not in place', none: 'not collected', short: { contract: 'Contracts', realname: 'Real-name', injury: 'Injury cover', deposit: 'Wage deposit', account: 'Wage account', bankpay: 'Paid by bank', ontime: 'Paid in full', notice: 'Notice board' } },
  actions: { title: 'Tasks of last week', done: 'Done', open: 'Not done', over: '{n} days over', others: '{n} other measures, {open} not done', empty: 'The last meeting gave no task on this project' },
  payments: { title: 'Money received', last: 'Last {on}: {n} ¥10k', empty: 'No payments', times: 'payments: {n}', unstated: 'Source not stated' },
  plan: { title: 'Repayment plan', kept: 'Kept', late: 'Paid late', short: 'Short', missed: 'Not paid', ahead: 'Not due', paid: '{n} paid', due: '{n} due {on}', empty: 'No repayment plan', rate: 'Kept in time {n}/{d}' },
  cases: { title: 'Clues', closed: 'Closed {n}/{d}', group: '{n} group events', open: 'Open', done: 'Closed', over: '{n} d over', amount: '{n} ¥10k', workers: '{n} people', groupMark: 'Group', empty: 'No clues' },
  warnings: { title: 'Warnings', count: '{n}', penalty: 'Penalty {article}', empty: 'No warnings' },
  cause: { title: 'Cause and court', cause: 'Cause', origin: 'Kind', since: 'Owed since', court: 'Court', hearing: 'Hearing', noCourt: 'Not in court', unstated: 'Not stated', note: 'Note', clearBy: 'Clear by' },
  decide: {
    title: 'Decisions', key: 'new', label: 'New task', labelEdit: 'Change task', content: 'Task', placeholder: 'What is to be done, and how far', unit: 'Unit', responsible: 'Person', due: 'By', note: 'Note', taskForce: '专班', otherUnit: 'Other unit', depts: 'Departments', places: 'Places',
    record: 'Record', change: 'Save', cancel: 'Discard', left: '{n} characters left', before: 'by {on}', noDue: 'No day set', county: 'County', noUnit: 'No unit',
    recorded: 'Recorded “{content}”', changed: 'Changed “{content}”', removed: 'Deleted “{content}”', undo: 'Undo', edit: 'Edit', remove: 'Delete', editing: 'Editing', listed: '{n} recorded here', required: 'Write the task first',
    unexported: '{n} not exported', fullShort: 'Storage full', blockedShort: 'Storage blocked', full: "Browser storage is full: tasks are only in this page's memory; download the file now", blocked: "The browser allows no storage: tasks are only in this page's memory; download the file now", help: 'Enter records, Esc closes; every keystroke is saved',
  },
  list: {
    title: 'Tasks of this meeting: {n}', titleNone: 'No tasks yet', number: 'No.', content: 'Task', project: 'Project', unit: 'Unit', responsible: 'Person', due: 'By', act: 'Actions', projectId: 'Project no.', id: 'Task no.', sheet: 'Download XLSX', download: 'Download {name}', print: 'Print task sheet', page: 'Page {n} / {all}',
    how: "Give the file to the publisher: the next snapshot merges it with --decisions, and it becomes last week's tasks", empty: "Press N to record; on a project's screen the project and its department are filled in",
  },
  leave: "{n} tasks are not exported; they stay in this computer's browser, but the publisher needs the file. ",
  leaveLost: '{n} tasks are neither exported nor stored by the browser: they are lost when you leave. ',
  sheet: {
    title: '{county}: task sheet of the wage-arrears meeting', meeting: 'Meeting {on}', data: 'Data as of {on} (week {week})', snapshot: 'Snapshot {id} · manifest SHA-256 {sha}', count: '{n} tasks', sign: 'Signed', issuer: 'Issued by: {publisher}', date: 'Date:', sample: 'Sample data, for demonstration only', note: 'Note: {note}',
  },
};
export default en;
