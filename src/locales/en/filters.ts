export default {
  bar: 'Filters and comparison', asOf: 'Data as of', compare: 'Against', snapshot: 'Choose a snapshot', week: 'W{n}', missing: 'week {n} not published', missingHoliday: 'week {n} not published ({holiday})', missingWeeks: 'weeks {from}—{to} not published', holidays: { national: 'National Day', spring: 'Spring Festival' }, superseded: 'corrected since', openTrend: '{n} open',
  compareTitle: 'Compare with', compareWeek: 'Last week, W{n} {day}', comparePrevious: 'Previous, W{n} {day}', compareOpening: 'Opening, W{n} {day}', compareChosen: 'W{n} {day}', compareOff: 'None', compareFirst: 'None (first)',
  previousOption: 'Last week (the snapshot published before)', openingOption: 'Opening ({campaign})', any: 'Any', noOpening: 'No earlier snapshot since the campaign began',
  all: 'All', none: 'None', more: 'More', andMore: '+{n}', filter: 'Filters', remove: 'Clear {name}', search: 'Search', searchIn: 'Search {name}', noMatch: 'No option matches', selectAll: 'All', invert: 'Invert', clear: 'Clear', clearAll: 'Clear', removeValue: 'Remove {value}', countHint: 'Numbers are projects under the other filters',
  unfiltered: 'Not filtered · {all}/{all} projects', filtered: 'Filtered {on}/{all} projects', chips: 'Selected conditions',
  historical: 'An earlier snapshot; the newest is week {n}', toNewest: 'To the newest',
  accepted: 'Published with {n} accepted problem(s)', acceptedHint: 'Blocking checks let through at publication: {checks}',
  freshness: 'Cut-off of each table', freshnessShort: 'Cut-off', late: 'A table is older than the snapshot', lateDays: '{n} days late', table: 'Table', latest: 'Newest record', notImported: 'not imported', noDates: '—', reporting: 'Units that reported {n}/{d}',
  tables: {
    places: 'Places', departments: 'Departments', projects: 'Projects', cases: 'Leads and cases', payroll: 'Payroll', payments: 'Payments and plans', compliance: 'Systems in place', companies: 'Companies', actions: 'Assigned tasks and enforcement', inspections: 'Inspections', events: 'Incidents', returns: 'Returns', assessments: 'Monthly assessment', stated: 'Stated figures',
  },
} as const;
