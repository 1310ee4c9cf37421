/** 制度与线索 · 线索. */
export default {
  strip: '线索主要指标', basis: '按受理日期计入；按期办结按应办结日期，移送公安按移送日期', by: '按什么统计', byTitle: '线索 · 按{axis}', axes: { channel: '渠道', place: '属地', dept: '主管部门', month: '月份' }, openList: '打开名单',
  short: { clues_received: '受理', clue_replied_rate: '回复', clue_verified_rate: '查实', clue_close_rate: '办结', clue_on_time_rate: '按期办结', verified_clear_rate: '查实清零', clues_open: '未办结' },
  byReceived: '期间受理', byDue: '期间应办结', target: '目标 {value}%', unset: '未设', unsetReply: '县未设回复时限',
  monthNote: '受理、回复、查实、办结按受理月份；按期办结按应办结月份', channelNote: '点数字打开名单；— 表示没有可算的线索', axesNote: '属地与主管部门两轴不可相加；点数字打开名单；— 表示没有可算的线索',
  clocks: '未办结线索时钟', clocksMeta: '未办结 {n} 件，超期时钟 {over} 个', noClocks: '没有正在计时的线索', kinds: { investigation: '立案调查', due: '应办结', reply: '回复', handling: '办理' },
  rules: { investigation: '{article} {n} 工作日', due: '台账应办结日期', county: '县定时限 {n} 天' }, days: '天', workdays: '工作日', left: '剩 {n} {unit}', over: '超 {n} {unit}', today: '今日到期', ends: '{day} 届满', extended: '经批准可至 {day}',
  lawNote: '{article}：立案之日起 {n} 个工作日（立案当日不计），经批准可延长 {more} 个工作日；按规则中的节假日和调休计', noLaw: '县规则未启用立案调查时限', countyNote: '县定回复时限：{reply}；县定办理时限：{handling}', limit: '{n} 天', calendarNote: '{years}年假期未公布，按周末推算',
  supervised: '挂牌督办', group: '群体性', more: '只列前 {shown} 个，共 {all} 个，全部见表格',
  special: '群体性、一案三查、移送与援助', measure: '指标', value: '数值', industries: '行业集中度', industry: '行业', industryShare: '人数占比', clues: '线索（件）',
  events: '突发事件', stages: '按阶段', noEvents: '期间没有突发事件', people: '{n} 人', escalated: '越级', late: '迟报',
  columns: { clue: '线索编号', project: '项目', clock: '时钟', start: '起算', end: '届满', left: '剩余', unit: '单位', extended: '延长后届满', rule: '依据' },
} as const;
