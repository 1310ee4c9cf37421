/** Trend panel. */
export default {
  title: '走势', tick: '{n}周', week: '第{n}周', weekOf: '第{n}周 · {day}', gap: '第{n}周未发布', gaps: '第{from}—{to}周未发布', unpublished: '未发布', ahead: '在所看快照之后',
  target: '目标 {value}%', targetBy: '目标 {value}%（{by} 前）', campaign: '行动启动', yearEnd: '年底', newYearsEve: '除夕', added: '新增{n}', reopened: '反弹{n}', closed: '销号{n}',
  points: '{n} 个百分点', unknown: '{name} · 未导入', opening: '（行动启动）',
  single: '{name}第{n}周 {text}', span: '{name}第{from}周 {first}，第{to}周 {last}', grades: '严重 {severe} 个、一般 {general} 个', join: '；', sentence: '走势：{parts}。', nothing: '走势：没有可用的数据。',
  column: { week: '周', day: '数据日', parts: '{name} 分子/分母', added: '新增', reopened: '反弹', closed: '销号', open: '快照' }, open: '打开这一期', opened: '正在看',
  brush: { label: '选择周', from: '起始周', to: '结束周', move: '整段移动', all: '全部', reset: '恢复' },
} as const;
