export default {
  title: 'Four bottom lines', kept: 'held', broken: 'broken', unknown: 'not imported', openList: 'open the list', paid: 'Paid this week', paidSince: 'Paid in the period', paidWorkers: 'Workers paid', basis: 'after {from} up to {to}', from: 'Paid from: {source}', nobody: 'Nothing paid', first: 'first snapshot, nothing earlier',
  idle: 'not by {filters}: {figures}',
  item: 'Item', value: 'Value', unit: 'Unit',
} as const;
