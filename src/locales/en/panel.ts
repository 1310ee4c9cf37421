export default {
  chart: 'Chart', table: 'Table', showTable: 'Show as table', showChart: 'Show as chart', csv: 'Export CSV', png: 'Export PNG', more: 'More', definition: 'Definition: {name}',
  loading: 'Computing…', updating: 'Updating…', failed: 'This panel could not be computed', retry: 'Retry', copy: 'Copy details', copied: 'Copied',
  empty: 'No project matches', clear: 'Clear filters', notImported: 'Not imported', idle: 'Not filtered by {filters}', none: 'none',
} as const;
