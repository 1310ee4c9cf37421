/** 制度与线索 · 报送与考核. */
export default {
  kind: '报送类型', all: '全部', period: '报送期', basis: '未报送只以报送台账为准；“·”表示该单位本期没有应报的表；属地与主管部门两轴不可相加', noTable: '没有报送台账：不能判断哪个单位未报送', title: '报送 · {axis}', week: '第{n}周', noReturns: '本期没有应报的报表',
  status: { onTime: '按期', late: '迟报 {n} 天', missing: '未报送', pending: '未到期', undated: '已报' }, none: '无应报', noneDue: '本期没有应报的表', receivedOn: '{day} 收到', dueOn: '{day} 应报', rows: '{rowsIn}/{rowsDue} 项', short: '少报 {n} 项',
  lastPeriods: '近 {n} 期', openUnit: '{unit}：历次报送', openPoints: '{unit}：历月得分', rate: '按期报送', counts: { late: '迟报', missing: '未报送' }, rowsTotal: '实报/应报项数',
  table: '报表', state: '状态', lateDays: '迟报天数', due: '应报日期', received: '实报日期', rowsDue: '应报数', rowsIn: '实报数',
  assessments: '月考核', month: '考核月份', pointsBasis: '按得分排名，同分并列；得分为各考核项目之和', pointsTitle: '月考核 · {axis}', noPoints: '没有这个月的考核', rank: '名次', points: '得分', full: '满分', why: '失分项目与原因', lost: '{item} {points}', lostFor: '{item} {points}（{reason}）', nothingLost: '未失分',
  lists: { history: '{unit} · 历次报送', due: '{unit} · 本期应报', on_time: '{unit} · 按期', late: '{unit} · 迟报', missing: '{unit} · 未报送', points: '{unit} · 历月得分' },
} as const;
