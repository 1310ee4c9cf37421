export default {
  title: 'Wage Arrears Map', overview: 'Overview', asOf: 'Data as of', week: 'week {n}', sample: 'Sample data', loading: 'Reading and checking the snapshot…', failed: 'The snapshot could not be opened', retry: 'Retry',
  published: 'Published by {publisher}', snapshot: 'Snapshot {id}', noPersonal: 'No ID, phone or bank account numbers on this page', axes: 'Places and departments overlap: never add them up',
} as const;
