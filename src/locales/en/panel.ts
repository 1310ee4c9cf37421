export default {
  chart: 'Chart', map: 'Map', table: 'Table', twin: '{title}: chart or table', showTable: 'Show as table', actions: '{title}: more actions', csv: 'Export CSV', csvOf: '{title} CSV', png: 'Export PNG', definition: 'Definition: {name}',
  loading: 'Computing…', failed: 'This panel could not be computed', retry: 'Retry', previous: 'Open the week before, W{n}', copy: 'Copy details', copied: 'Copied', notSaved: 'Not exported, please retry',
  empty: 'No project matches', clear: 'Clear filters', notImported: 'Not imported', idle: 'Not filtered by {filters}', none: 'none', week: 'W{n}',
  file: { snapshot: 'Snapshot {id}', compare: 'Compared with {id}', noCompare: 'No comparison', filters: 'Filters {filters}', unfiltered: 'unfiltered', rules: 'Definitions {version}', exported: 'Exported {time}', sample: 'Sample data', gone: 'The screen has changed, please export again', updating: 'The numbers are being updated, please print again in a moment' },
} as const;
