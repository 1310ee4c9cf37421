/** Rankings. */
export default {
  title: '{unit} · {metric}', by: 'Rank by', tabs: { dept: 'Dept.', place: 'Place', leader: 'Leader', contractor: 'Contractor' }, rank: 'Rank', tied: '=', tiedWith: 'tied', rate: 'Rate', parts: 'n/d', sinceLast: 'Week', since: 'vs W{n}', state: 'Note',
  target: 'target {value}%', up: 'up {n}', down: 'down {n}', level: 'unchanged', new: 'new', small: 'Too few', unknown: 'No data', unreported: 'Not returned this week', blank: 'not ranked', unnamed: 'Blank',
  noProjects: 'No project under oversight, not ranked', noClues: 'No clue due, not ranked', neverReturned: 'never returned', lastReturned: 'last return {period}', returned: '{last} · {due} due, {received} received',
  filter: 'Filter by {name}', clear: 'Stop filtering by {name}', sort: 'Sort by {column}',
  note: { dept: 'Equal rates share a rank; denominators below {minimum} are not ranked; by department, each project once', place: 'Equal rates share a rank; denominators below {minimum} are not ranked; by place, each project once', leader: 'Equal rates share a rank; denominators below {minimum} are not ranked; by leader, names are not filters', contractor: 'Equal rates share a rank; denominators below {minimum} are not ranked; by contractor, names are not filters' },
  noteCount: { dept: 'Equal values share a rank, most in need of attention first; by department, each project once', place: 'Equal values share a rank, most in need of attention first; by place, each project once', leader: 'Equal values share a rank, most in need of attention first; by leader, names are not filters', contractor: 'Equal values share a rank, most in need of attention first; by contractor, names are not filters' },
  axes: 'Places and departments are two axes, never added; the indicator follows the map', notBy: '“{metric}” cannot be told by {unit}; the share without arrears is listed', more: 'The first {shown} of {all}; all of them in the table', empty: 'Nobody to rank',
} as const;
