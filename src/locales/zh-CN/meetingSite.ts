/** Site screens of the 调度会, and its decisions. */
export default {
  screen: '第 {n} 屏，共 {all} 屏', notImported: '未导入', none: '没有记录', unknown: '台账中没有这个项目',
  more: '另有 {n} 项', moreRows: '另有 {n} 条',
  facts: {
    label: '五项事实', overdue: '已逾期', notOverdue: '未逾期', promise: '距承诺 {on}', promiseOver: '已超承诺 {on}', noPromise: '未承诺', moved: '改期 {n} 次', notMoved: '未改期', days: '天', today: '今日到期',
    lastWeek: '较上周', first: '期初快照', same: '持平', better: '减少', worse: '增加', new: '本期新增', reopened: '本期反弹', found: '本期找回', closed: '已销号', closedOn: '{on} 销号', unknown: '—',
    unchanged: '连续 {n} 周未动',
  },
  map: { title: '位置', offMap: '未落图', noBoundaries: '无边界', label: '{name}在{place}的位置', labelOff: '{name}未落图', here: '坐标已核' },
  who: { title: '谁负责', leader: '包案领导', dept: '主管部门', place: '属地', responsible: '责任人', contractor: '总包', owner: '建设单位', promise: '承诺清偿', first: '首次 {on}' },
  payroll: { title: '每月工资 应发 / 实发', labour: '人工费 应拨 / 实拨', owed: '欠{n}', month: '{m}月', due: '应发', paid: '实发', labourDue: '应拨', labourPaid: '实拨', gap: '欠', label: '近 {n} 个月应发 {due} 万元，实发 {paid} 万元', labourLabel: '累计应拨 {due} 万元，实拨 {paid} 万元', labourSum: '累计 应拨 {due} · 实拨 {paid}', short: '欠拨 {n}', full: '已足额', column: '月份' },
  weeks: {
    title: '未支付金额与等级', week: '{n}周', allSame: '{n} 次快照均为{grade}', same: '近 {n} 次快照为{grade}', since: '第{week}周起金额未变', changed: '本周金额有变动', lost: '漏报', label: '近 {n} 次快照的未支付金额与等级',
  },
  eight: { title: '八个100%', pass: '落实', fail: '未落实', none: '未采集',
    /** For the slide, where the catalogue's name is too long; '' where it fits. */
    short: { contract: '', realname: '', injury: '', deposit: '', account: '', bankpay: '', ontime: '', notice: '' } },
  actions: { title: '上周交办', done: '办结', open: '未办结', over: '超 {n} 天', others: '其他措施 {n} 项，未办结 {open} 项', empty: '上次调度会没有交办本项目' },
  payments: { title: '清偿到账', last: '最近 {on} 到账 {n} 万元', empty: '没有到账记录', times: '{n} 笔', unstated: '来源未填' },
  plan: { title: '还款计划', kept: '兑现', late: '逾期付清', short: '未付足', missed: '未付', ahead: '未到期', paid: '已付 {n}', due: '{on} 应付 {n}', empty: '没有还款计划', rate: '按期兑现 {n}/{d}' },
  cases: { title: '线索案件', closed: '办结 {n}/{d}', group: '群体性 {n} 件', open: '未办结', done: '已办结', over: '超 {n} 天', amount: '{n} 万元', workers: '{n} 人', groupMark: '群体性', empty: '没有线索' },
  warnings: { title: '预警', count: '{n} 条', penalty: '罚则 {article}', empty: '没有预警' },
  cause: { title: '拖欠原因与司法程序', cause: '原因', origin: '性质', since: '拖欠起始', court: '司法程序', hearing: '开庭', noCourt: '未进入司法程序', unstated: '未填', note: '备注', clearBy: '清零时限' },
  decide: {
    title: '交办事项', key: '录入', label: '新交办', labelEdit: '修改交办', content: '交办事项', placeholder: '写明做什么、做到什么程度', unit: '责任单位', responsible: '责任人', due: '期限', note: '备注', taskForce: '专班', otherUnit: '其他单位', depts: '主管部门', places: '属地',
    record: '记下', change: '改好', cancel: '放弃', left: '还可写 {n} 字', before: '{on} 前', noDue: '未定期限', county: '全县', noUnit: '未定单位',
    recorded: '已记下「{content}」', changed: '已改「{content}」', removed: '已删除「{content}」', undo: '撤销', edit: '修改', remove: '删除', editing: '正在修改', listed: '本页已记 {n} 项', required: '先写交办事项',
    unexported: '未导出 {n} 项', fullShort: '浏览器存储已满', blockedShort: '浏览器不允许存储', full: '浏览器存储已满：交办只留在本页内存里，请马上下载交办文件', blocked: '浏览器不允许存储：交办只留在本页内存里，请马上下载交办文件', help: 'Enter 记下，Esc 收起；每次按键都已保存',
  },
  list: {
    title: '本次交办 {n} 项', titleNone: '本次还没有交办事项', number: '序号', content: '交办事项', project: '项目', unit: '责任单位', responsible: '责任人', due: '期限', act: '操作', projectId: '项目编号', id: '交办编号', sheet: '下载 XLSX', download: '下载 {name}', print: '打印交办单', page: '第 {n} / {all} 页',
    how: '把下载的文件交给发布人，下期快照加 --decisions 并入，成为“上周交办”', empty: '按 N 录入；在项目页录入的会带上项目和主管部门',
  },
  leave: '有 {n} 项交办还没有导出；它们留在这台电脑的浏览器里，交给发布人要先下载。',
  leaveLost: '有 {n} 项交办没有导出，浏览器也没有存下：离开就没有了，请先下载。',
  sheet: {
    title: '{county}根治欠薪调度会交办单', meeting: '调度会 {on}', data: '数据截至 {on}（第{week}周）', snapshot: '快照 {id} · 清单 SHA-256 {sha}', count: '共 {n} 项', sign: '签收', issuer: '交办单位：{publisher}', date: '日期：', sample: '示例数据，仅供演示', note: '备注：{note}',
  },
} as const;
