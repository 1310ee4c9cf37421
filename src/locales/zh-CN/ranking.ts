/** Rankings. */
export default {
  title: '{unit}排名 · {metric}', by: '按什么排名', tabs: { dept: '部门', place: '属地', leader: '包案', contractor: '总承包' }, rank: '名次', tied: '并', tiedWith: '并列', rate: '比率', parts: '分子/分母', sinceLast: '较上周', since: '较{n}周', state: '说明',
  target: '目标 {value}%', up: '上升 {n} 名', down: '下降 {n} 名', level: '名次不变', new: '新进', small: '样本过小', unknown: '无数据', unreported: '本周未报送', blank: '不参加排名', unnamed: '未填',
  noProjects: '无在管项目，不参加排名', noClues: '无到期线索，不参加排名', neverReturned: '从未报送', lastReturned: '上次报送 {period}', returned: '{last} · 应报 {due} 项，实报 {received} 项',
  filter: '按{name}筛选', clear: '取消按{name}筛选', sort: '按{column}排序',
  note: { dept: '同率并列；分母 <{minimum} 不排名；按行业主管部门归口，每个项目只计一次', place: '同率并列；分母 <{minimum} 不排名；按属地归口，每个项目只计一次', leader: '同率并列；分母 <{minimum} 不排名；按包案领导归口，名称不可点选', contractor: '同率并列；分母 <{minimum} 不排名；按施工总承包归口，名称不可点选' },
  noteCount: { dept: '同值并列，最需关注的在前；按行业主管部门归口，每个项目只计一次', place: '同值并列，最需关注的在前；按属地归口，每个项目只计一次', leader: '同值并列，最需关注的在前；按包案领导归口，名称不可点选', contractor: '同值并列，最需关注的在前；按施工总承包归口，名称不可点选' },
  axes: '属地与部门两轴不可相加；指标与地图联动', notBy: '「{metric}」不能按{unit}计算，改列无欠薪比例', more: '只列前 {shown} 名，共 {all} 名，全部见表格', empty: '没有可排名的单位',
} as const;
