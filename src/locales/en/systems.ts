import type zh from '../zh-CN/systems.ts';
import type { Words } from '../words.ts';

const en: Words<typeof zh> = {
  tabsLabel: 'Systems and leads', tabs: { matrix: 'Systems', clues: 'Clues', companies: 'Firms', returns: 'Returns', enforcement: 'Enforcement' },
  onlyTab: 'Only “{tab}” is printed here. There are also {others}: “Export → Print / PDF” prints all.', and: ', ',
  county: 'County', total: 'Total', projects: 'Projects', wan: '¥10k', parts: '{name} n/d', changeOf: '{name} change', doneOfTotal: 'In place/required', gap: 'Missing', blank: 'Not stated', close: 'Close',
  matrix: {
    filterUnit: 'Only {unit}; once more: all',
    title: 'Systems in place · {set}', all: 'All items', set: 'Set of items', by: 'Columns', axes: { place: 'Places', dept: 'Departments' }, measure: 'Counted', measures: { done: 'In place', projects: 'Projects in full' },
    corner: 'Item', wholeSet: '{set}, all items', trend: 'Trend: {name}', none: 'no project under oversight', uncollected: 'not collected', cell: '{unit} {item} {value} {parts}, {lacking}', lacking: 'not in full on {n} projects', full: 'all in place', empty: '{unit} {item} {state}',
    legend: 'Shade = {word}', legendNone: '· no project under oversight', legendUncollected: '— not collected', axis: 'Places and departments are two axes, never added; totals come from the same query, rates are not averaged', state: 'State', rate: 'Rate',
    keys: 'Arrow keys move, Enter lists the projects that lack it', rest: '{n} others at 100%', restUncollected: '{n} not collected', allFull: 'all {n} at 100%', column: { item: 'Item', n: 'n', d: 'd', lacking: 'Projects not in full' },
  },
  lack: {
    title: '{unit} · {item}', summary: '{n} rows not in place · {value} {parts}', none: 'Nothing is missing: {value} {parts}', cut: 'First {shown} of {all} rows', csv: 'Export CSV', label: 'Projects that lack it', rows: '{n} projects', nothing: 'No such project',
  },
  trend: { title: 'Trend · {name}', meta: 'all {n} weeks' },
  deposits: {
    title: 'Wage deposits', form: 'Form', unstated: 'Form not stated', none: 'No deposit on record', stated: 'Amount stated', amount: 'Deposit', share: 'Share of contract', parts: 'Deposit/contract (10k yuan)', below: 'Below {percent}%', judged: 'Judged',
    rule: 'Rule: deposit of at least {percent}% of the contract ({article}), except {except}; shares over projects that state both', ruleAll: 'Rule: deposit of at least {percent}% of the contract ({article}); shares over projects that state both', off: 'The county has switched off the deposit rule; shares over projects that state both',
    list: 'Deposits · {name}', listBelow: 'Deposits below {percent}%', open: 'Projects: {name}', meta: 'projects under oversight',
  },
  bulletin: {
    title: 'Three rates for the bulletin', copy: 'Copy text', copied: 'Copied', copyFailed: 'Could not copy, use the table', unit: 'Unit', head: 'As of {day} (week {week}){filters}:', filtered: ', {filters}', line: '{name} {text}{change}; {rest}.', lineNone: '{name} not collected.',
    of: '{name} {text}', and: ', ', same: ', unchanged', up: ', up {n} percentage points', down: ', down {n} percentage points', below: 'not full: {list}; the other {n} ({unit}) are at 100%', onlyBelow: 'not full: {list}', allFull: 'all {n} collected ({unit}) are at 100%', since: 'Change (points)', none: 'None of the three is collected',
  },
  firms: {
    title: 'Firms · {role}', role: 'Which firms', count: '{shown}/{all} firms', notImported: 'The ledger of firms was not imported: these are named by projects; times in arrears, blacklist, review and monitoring are not known', search: 'Search firm or code', only: 'Only',
    marks: { repeat: '{limit} or more times in arrears', listed: 'On the blacklist', failed: 'Review failed', monitored: 'Monitored', names: 'Names or codes differ' }, times: '{n} times · repeatedly', list: 'Blacklist', listed: 'on it', listedUntil: 'until {day}', wasListed: 'ended {day}', yes: 'yes', no: 'no', note: 'Names and codes',
    otherNames: 'same code, also named {names}', namesakes: '{n} codes under this name, please check', nobody: 'No such firm', rule: 'Marked from {limit} times in arrears ({article}).', ruleOff: 'The county has switched off the mark for times in arrears.', scope: 'Projects, unpaid wages and people follow the filters; with filters only firms with a project inside are listed; what the ledger of firms says does not change.',
  },
};
export default en;
