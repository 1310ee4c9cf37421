/** 项目档案 and the list of projects. */
export default {
  yes: '是', no: '否', units: { 人: '人', '%': '%', 天: '天', 周: '周', 次: '次', 分: '分', 户: '户', 分钟: '分钟', 件: '件' },
  home: '一张图', list: '项目', trail: '位置', previous: '上一个', next: '下一个', position: '{n}/{all}', outside: '不在当前列表中', order: '上一个、下一个按项目列表的筛选和次序；本页数字不按筛选', print: '打印 A4',
  keys: { previous: '上一个项目', next: '下一个项目' },
  since: '较第{n}周', sinceLast: '较上周', noCompare: '不对比', owedSince: '自 {on}', promisedFor: '承诺 {on}', noPromise: '未承诺', moved: '改期 {n} 次', closedOn: '{on} 销号', toPromise: '距承诺', overdue: '已逾期', eight: '八个100%', items: '项', notOpen: '已无未销号欠薪', neverOpen: '从未列为未销号', flags: '标记',
  place: '位置', placeLabel: '{name}在{place}的位置', unplaced: '未落图：{reason}', noBoundaries: '无边界', point: '经度 {lon}，纬度 {lat}', source: '坐标来源 {source}',
  facts: '基本情况与责任链', head: '{name}　{head}', share: '{part} / {whole} 万元 = {rate}%', noCode: '未填代码',
  payroll: '工资支付 · 按月', owed: '欠{n}', month: '{n}月', monthOf: '{year}年{n}月', payrollFinding: '工资支付按月：{months} 个月，应发 {due} 万元，实发 {paid} 万元，尚欠 {owed} 万元。', payrollSum: '应发 {due} − 实发 {paid} = 欠 {owed} 万元', payrollPayments: '另有清偿 {paid} 万元，台账未支付 {unpaid} 万元', due: '应发', paid: '实发', gap: '欠', kept: '按应付日', keptWords: { kept: '按期', late: '晚 {n} 天', early: '提前 {n} 天', unpaid: '未付', part: '未付足', unknown: '—' }, payrollNone: '没有工资支付记录',
  amounts: '未支付金额与等级历程', weekTick: '{n}周', week: '第{n}周', unpublished: '第{weeks}周未发布', amountsFinding: '未支付工资与隐患等级，{n} 期快照：{first}；最近 {last}。', amountAt: '第{n}周 {grade} {amount}', lostWord: '漏报', noneWord: '无欠薪', tip: '第{n}周（{on}）{grade} {amount} {event}', amountsNone: '没有历次快照', column: { week: '周', asOf: '数据日', grade: '等级', amount: '未支付工资', workers: '涉及人数', event: '变动', promise: '承诺化解日期' },
  checklist: '八个100%', state: { pass: '已落实', fail: '未落实', none: '未采集' }, evidence: '{parts} · {evidence}', notCollected: '未采集', passed: '{n}/{d}', systems: '制度落实率',
  history: '制度落实历次', historyNote: '每格一期快照；共 {n} 期', historyLoading: '正在读取各期制度落实…', historyMissing: '{n} 期未导入或读不出', historyNone: '没有制度落实记录', historyCell: '第{n}周 {item} {state} {parts}', historyLabel: '{item}：{n} 期，落实 {pass}，未落实 {fail}', historyNow: '本期', notImportedWord: '未导入',
  remaining: '剩余', clocks: '时钟', calendar: '按 {year} 年节假日表', calendarUnknown: '{year} 年假期未公布，只除周末', left: '剩 {n} 天', leftWork: '剩 {n} 工作日', over: '超 {n} 天', overWork: '超 {n} 工作日', today: '今日到期', ends: '{on} 届满', clockNone: '没有在走的时钟', clock: { case: '案件调查 {what}', promise: '承诺化解', action: '{what}', clear: '清零时限', hearing: '开庭', instalment: '还款计划', warning: '{what}' }, workLimit: '{article} {n} 工作日',
  timeline: '处置经过', timelineNone: '没有记录', groups: { all: '全部', risk: '隐患', task: '交办', law: '执法', pay: '支付', case: '线索' }, groupLabel: '看哪一类', by: '{unit} {person}', dueOn: '期限 {on}', done: '已办结', overdueTask: '逾期未办结', openTask: '未办结',
  happened: {
    added: '列为{grade}', reopened: '反弹，列为{grade}', found: '找回，列为{grade}', opening: '期初列为{grade}', closed: '销号', lost: '漏报：应补报', raised: '升级为{grade}', lowered: '降级为{grade}', grown: '增欠 {by} 万元', partPaid: '部分清偿 {by} 万元',
    promised: '承诺 {day} 化解', moved: '承诺改期 {before} → {day}', court: '司法程序：{value}', action: '{value}', payment: '支付 {amount} 万元', received: '线索受理：{value}', caseClosed: '线索办结：{value}', event: '突发事件：{value}',
  },
  detail: { amount: '{n} 万元', people: '{n} 人' },
  funds: '人工费、工程款与保障', labourShare: '人工费已拨', progressShare: '进度款已付', accountMonths: '专户可发月数', depositShare: '保证金占造价', fundsShare: '资金到位', what: '项目', amountDue: '应付', amountPaid: '已付', ratio: '比例', months: '{n} 个月',
  payments: '清偿与还款计划', paymentsNone: '没有清偿流水与还款计划', result: '兑现', instalment: { paid: '计划外清偿', kept: '按期', late: '晚 {n} 天', short: '未付足', missed: '逾期未付', ahead: '未到期' }, paidAll: '已清偿 {n} 万元', planKept: '兑现 {n}/{d} 期',
  warnings: '预警', warningsNone: '没有预警', rule: '规则', article: '依据', penalty: '罚则', level: '级别', start: '起始', timer: '时钟', parts: '分子/分母', text: '说明', early: '尚未欠薪，按规则提示',
  cases: '线索案件', casesNone: '没有线索案件', actions: '交办与执法', actionsNone: '没有交办与执法', events: '突发事件',
  score: '评分构成', scoreNone: '不在风险清单中', scoreOf: '评分 {n}',
  related: { contractor: '同一施工总承包的其他项目', owner: '同一建设单位的其他项目' }, relatedNone: '没有其他项目', relatedOpen: '{n} 个，未销号 {open} 个', firm: '企业档案', timesOver: '欠薪 {n} 次（{limit} 次及以上标记）', listedFirm: '失信名单至 {until}',
  notes: '备注', noNote: '无备注',
  missing: {
    title: '本快照没有编号为 {id} 的项目', lost: '漏报：{last} 时未销号（{grade}，未支付 {amount} 万元），此后台账没有列出，也没有销号。应由{place}、{dept}补报。', absent: '{last} 以后台账不再列出，当时已无未销号欠薪。', looking: '正在其他快照中查找…',
    elsewhere: '以下快照里有这个项目：', open: '打开第{n}周（{on}）', nowhere: '已发布的 {n} 份快照都没有这个编号。', unread: '{n} 份快照没能读取。', nearest: '编号相近的项目：', list: '到项目列表查找',
  },
  projects: {
    title: '项目', count: '{n} 个项目', search: '搜索项目、企业、责任人', hint: '名称、编号、属地、部门、企业、包案领导、责任人', scope: '范围', managed: '在管', all: '全部', allHint: '含已完工已结算', steps: '历程', stepsUnit: '期未销号', sum: '合计', sumOpen: '未销号 {n}', none: '没有符合条件的项目', noneSearch: '没有项目符合“{q}”', clearSearch: '清除搜索', more: '再显示 {n} 个（共 {all}）', stripLabel: '历程：未销号 {n} 期', never: '从未列为未销号', searchIdle: '搜索只作用于名单，不影响指标',
  },
} as const;
