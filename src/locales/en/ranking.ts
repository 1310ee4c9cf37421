/** Rankings. */
export default {
  title: '{unit} · {metric}', by: 'Rank by', tabs: { dept: 'Dept.', place: 'Place', leader: 'Leader', contractor: 'Firm' }, rank: 'Rank', tied: '=', tiedWith: 'tied', rate: 'Rate', parts: 'n/d', sinceLast: 'Week', since: 'vs W{n}', state: 'Note',
  target: 'target {value}%', up: 'up {n}', down: 'down {n}', level: 'unchanged', new: 'new', small: 'Too few', unknown: 'No data', unreported: 'Not returned this week', blank: 'not ranked', unnamed: 'Blank',
  noProjects: 'No project under oversight, not ranked', noClues: 'No clue due, not ranked', neverReturned: 'never returned', lastReturned: 'last return {period}', returned: '{last} · {due} due, {received} received',
  filter: 'Filter by {name}', clear: 'Stop filtering by {name}', sort: 'Sort by {column}',
  note: { dept: 'Ties share a rank; d < {minimum} is not ranked; each project once', place: 'Ties share a rank; d < {minimum} is not ranked; each project once', leader: 'Ties share a rank; d < {minimum} is not ranked; names are not filters', contractor: 'Ties share a rank; d < {minimum} is not ranked; names are not filters' },
  noteCount: { dept: 'Ties share a rank, most in need first; each project once', place: 'Ties share a rank, most in need first; each project once', leader: 'Ties share a rank, most in need first; names are not filters', contractor: 'Ties share a rank, most in need first; names are not filters' },
  axes: 'Never add places to departments; follows the map indicator', notBy: '“{metric}” cannot be told by {unit}; the share without arrears is listed', more: 'The first {shown} of {all}; all of them in the table', empty: 'Nobody to rank',
} as const;
