export default {
  strip: 'Key figures', open: 'open lists and proof',
  lastWeek: 'last week', against: 'against week {week}', againstYear: 'against week {week} of {year}', first: 'first snapshot, no earlier data',
  points: '{by} pp', better: 'better', worse: 'worse', same: 'unchanged', below: 'under {least}',
  gap: '{by} below target', reached: 'target {value}% met', pair: '{word} {n}', court: 'in court {n}/{d}', involved: '{n} projects', unfinished: 'not done {n}',
  noProjects: 'No projects under oversight', noDue: 'No clues due', noTasks: 'No tasks at the last meeting',
  yearEnd: '31 Dec, government', eve: 'Lunar NY Eve ({day}) in {n} days', evePast: 'Lunar NY Eve ({day}) {n} days ago', eveUnknown: 'Lunar NY Eve not published', over: 'over by',
  idle: 'not by {filters}', idleShort: 'not filtered', late: 'data up to {day}, {n} days late', week: 'week {n}',
  nouns: {
    个项目: 'projects', 件: 'clues', 项: 'items', 条: 'warnings', 人: 'workers', 期: 'instalments', 户: 'employers', 份: 'returns', 起: 'events', 万元: '¥10k', 天: 'days', 个月: 'months', '个/周': 'per week',
  },
  units: {
    '%': '%', 个: 'projects', 件: 'clues', 项: 'items', 条: 'warnings', 人: 'workers', 万元: '¥10k', 天: 'days', 个月: 'months', 次: 'times', 户: 'employers', '个/周': 'per week', 起: 'events',
  },
  id: 'Indicator id', version: 'Rules version', decimals: 'Decimals', minimum: 'Smallest denominator ranked', cutoff: 'Data up to', source: 'Source', filters: 'Filters that act', allFilters: 'No filter acts on it', close: 'Close',
  numerator: 'Numerator', denominator: 'Denominator', seeN: 'Numerator: {n}', seeD: 'Denominator: {n}', seeList: 'List: {n}',
  list: 'List', proof: 'Proof', rowsOf: '{title}: {rows} rows', sumOf: 'total {sum}', cut: 'first {shown} of {all} rows', noList: 'Computed from dates; there is no list', listEmpty: 'Nothing is counted here',
  unrounded: 'Unrounded', rounded: 'Shown', asOf: 'Data as of', snapshot: 'Snapshot', manifest: 'Manifest SHA-256', sqlNumber: 'SQL of numerator and denominator', sqlList: 'SQL of the list: {part}', sqlPage: 'SQL that painted the page (all indicators at once)',
  recount: 'Recount from rows', recountSame: 'equals the page', recountDiffers: 'differs from the page', copySql: 'Copy SQL', copied: 'Copied', copyFailed: 'Could not copy; select the text instead',
  unknownProject: '(no project)',
} as const;
