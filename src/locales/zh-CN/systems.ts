/** 制度与线索: tabs, 制度落实, 企业. */
const zh = {
  tabsLabel: '制度与线索', tabs: { matrix: '制度落实', clues: '线索', companies: '企业', returns: '报送与考核', enforcement: '执法与检查' },
  onlyTab: '本页只印“{tab}”；另有 {others}：用“导出 → 打印 / PDF”一并打印。', and: '、',
  county: '全县', total: '合计', projects: '项目数', wan: '万元', parts: '{name} 分子/分母', changeOf: '{name} 较上期', doneOfTotal: '落实/应落实', gap: '未落实', blank: '未填', close: '关闭',
  matrix: {
    filterUnit: '只看{unit}；再点一次取消',
    title: '制度落实 · {set}', all: '全部项目', set: '项目集', by: '按什么列', axes: { place: '属地', dept: '主管部门' }, measure: '按什么算', measures: { done: '落实数', projects: '达标项目' },
    corner: '制度项目', wholeSet: '{set} 合计', trend: '看走势：{name}', none: '无在管项目', uncollected: '未采集', cell: '{unit} {item} {value} {parts}，{lacking}', lacking: '未达标 {n} 个项目', full: '全部落实', empty: '{unit} {item} {state}',
    legend: '底色 = {word}', legendNone: '· 无在管项目', legendUncollected: '— 未采集', axis: '属地与部门两轴不可相加；合计由同一查询得出，不取平均', state: '状态', rate: '落实率',
    keys: '方向键移动，回车看未落实的项目', rest: '其余 {n} 个 100%', restUncollected: '未采集 {n} 个', allFull: '全部 {n} 个 100%', column: { item: '制度项目', n: '分子', d: '分母', lacking: '未达标项目' },
  },
  lack: {
    title: '{unit} · {item}', summary: '未落实 {n} 行 · {value} {parts}', none: '没有未落实的项目：{value} {parts}', cut: '只列前 {shown} 行，共 {all} 行', csv: '导出 CSV', label: '未落实的项目', rows: '共 {n} 个项目', nothing: '没有这样的项目',
  },
  trend: { title: '走势 · {name}', meta: '全部 {n} 周' },
  deposits: {
    title: '工资保证金', form: '形式', unstated: '形式未填', none: '无保证金记录', stated: '填报金额', amount: '保证金', share: '占合同造价', parts: '保证金/合同造价（万元）', below: '低于 {percent}%', judged: '参与判断',
    rule: '规则：保证金不低于合同造价 {percent}%（{article}），{except}除外；占比按两项都填报的项目合计', ruleAll: '规则：保证金不低于合同造价 {percent}%（{article}）；占比按两项都填报的项目合计', off: '县规则未启用保证金比例；占比按两项都填报的项目合计',
    list: '保证金 · {name}', listBelow: '保证金低于 {percent}%', open: '看项目：{name}', meta: '在管项目',
  },
  bulletin: {
    title: '周通报三率', copy: '复制文字', copied: '已复制', copyFailed: '没能复制，请用表格', unit: '单位', head: '截至{day}（第{week}周）{filters}：', filtered: '，{filters}', line: '{name}{text}{change}；{rest}。', lineNone: '{name}未采集。',
    of: '{name}{text}', and: '、', same: '，与上期持平', up: '，较上期上升{n}个百分点', down: '，较上期下降{n}个百分点', below: '未满的有{list}，其余 {n} 个{unit}为100%', onlyBelow: '未满的有{list}', allFull: '已采集的 {n} 个{unit}均为100%', since: '较上期（百分点）', none: '三率都未采集',
  },
  firms: {
    title: '企业 · {role}', role: '按哪种企业', count: '{shown}/{all} 家', notImported: '企业台账未导入：下列企业取自项目台账，欠薪次数、失信名单、劳动年审和重点监控不详', search: '搜索企业名称或代码', only: '只看',
    marks: { repeat: '欠薪 {limit} 次及以上', listed: '失信名单在列', failed: '年审不合格', monitored: '重点监控', names: '名称或代码不一' }, times: '{n} 次 · 多次欠薪', list: '失信名单', listed: '在列', listedUntil: '在列至 {day}', wasListed: '已于 {day} 到期', yes: '是', no: '否', note: '名称与代码',
    otherNames: '同一代码另有名称：{names}', namesakes: '同名 {n} 个代码，请核对', nobody: '没有符合条件的企业', rule: '欠薪 {limit} 次及以上标记（{article}）。', ruleOff: '县规则未启用欠薪次数标记。', scope: '项目数、未支付工资和人数按筛选计算；有筛选时只列有项目在内的企业；企业台账的内容不随筛选变化。',
  },
} as const;
export default zh;
