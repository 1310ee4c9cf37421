/** 销号账. */
export default {
  from: '期初', to: '期末', mid: '中点', pickFrom: '选择期初', at: '{day} · 第{n}周', week: '第{n}周', weekDay: '第{n}周 {day}', later: '不早于期末', droppedFrom: '链接里的期初 {id} 不早于期末或未发布，已改用第{n}周',
  unit: '计量', units: { projects: '项目数', money: '金额' }, count: '个', wan: '万元', times: '次',
  balanced: '账平：{equation}', unbalanced: '账不平：{equation}，期末台账 {closing} {unit}', offHead: '账不平：按逐周变动应为 {sum} {unit}，期末台账为 {closing} {unit}，相差 {off} {unit}。请核对以下项目后再发布。',
  offProject: '{name}：按变动{due}，台账{is}', offMoney: '{name}：按变动应欠 {due} 万元，台账 {is} 万元', openYes: '未销号', openNo: '已不在未销号之列', openMany: '计 {n} 次未销号', offNone: '没有单个项目对不上：请核对期初与各周之间的衔接。', unchained: '第{n}周的期初与上一期的期末不一致。', allOff: '另有分组不平：{list}',
  terms: { opening: '期初未销号', added: '新增', reopened: '反弹', found: '找回', grown: '增欠', part_paid: '部分清偿', closed: '销号', lost: '漏报', closing: '期末未销号' },
  moneyTerms: { closed: '销号清偿' },
  definitions: {
    opening: '期初快照中隐患等级为一般或严重且无销号日期的项目；进入司法程序的仍计入', added: '逐周相比：这一期未销号、上一期不是、以前从未销号过的项目，按次累计', reopened: '逐周相比：这一期未销号、上一期不是、以前销号过的项目，按次累计', found: '这一期未销号、最后一次出现时记为漏报的项目',
    grown: '前后两期都未销号的项目，未支付工资增加的部分', part_paid: '前后两期都未销号的项目，未支付工资减少的部分', closed: '逐周相比：上一期未销号、这一期仍在台账而不再未销号的项目，按次累计；金额为销号前的未支付工资', lost: '上一期未销号、这一期台账中没有、也没有销号的项目；须补报，不从账上抹去', closing: '期末快照中未销号的项目，按台账本身计数',
  },
  grades: '严重 {severe} · 一般 {general}', wayIn: '一般 {general} · 严重 {severe}', allInCourt: '均在司法程序', inCourt: '司法程序 {n}', projectsBehind: '涉及 {n} 个项目', closedOf: '期初存量 {stock} + 新增 {added} + 反弹 {reopened}', open: '{term} {value} {unit}，打开名单', rate: '期初存量销号率', rateOf: '按所选期初 第{n}周', rateGrades: '严重 {severe} · 一般 {general}', noOpening: '期初没有未销号项目',
  lostTitle: '漏报 {n} 个，须补报', lostAllBack: '漏报 {n} 个，均已补报', lostLine: '{place}、{dept} 补报「{name}」', lostAsk: '最后出现在 {day}，当时{grade}、未支付 {amount} 万元；已销号的也要列出并填销号日期和依据', lostBack: '已于第{n}周找回', lostStill: '至今未补报', lostListed: '已补报，不再未销号', lostClosed: '已补报，{on} 销号', lostBefore: '期初以前漏报、至今未补报 {n} 个',
  idleNote: '流向按项目数绘制', grouped: '按期末时的属地、主管部门、投资性质和阶段归口',
  flow: { title: '等级流向', meta: '带宽 = 项目数，{n} 个全量 · 灰带为期间始终无欠薪', label: '等级流向：期初严重 {severe}、一般 {general}、无欠薪 {none}；期末未销号 {open}、无欠薪 {noneTo}。', band: '{from} → {to} {n} 个', bandOf: '{side}：{from} → {to} {n} 个，打开名单', node: '{column} {state} {n} 个，打开名单', half1: '期初到中点', half2: '中点到期末', whole: '期初到期末', more: '等 {n} 个', unit: '{n} 个', tip: '点按列出项目', count: '项目数' },
  states: { 严重: '严重', 一般: '一般', 无欠薪: '无欠薪', 漏报: '漏报', 司法程序: '司法程序' },
  weekly: {
    title: '逐周进出', gap: '第{n}周未发布', gapMeta: '第{n}周未发布，并入下一期', gapsMeta: '{n} 个周未发布，并入下一期', up: '增加', down: '减少', sum: '算式', closing: '期末', bar: '{term} {value}', open: '第{n}周 {term} {value} {unit}，打开名单', openClosing: '第{n}周期末 {value} {unit}，打开名单', grade: '等级', check: '校验', even: '平', odd: '不平', upgraded: '升级', downgraded: '降级', total: '合计', none: '无变动', chain: '期初 = 上期期末',
    label: '逐周进出：{list}', one: '第{n}周 {sum} = {closing}', scroll: '逐周进出，可左右滚动',
  },
  axis: { title: '分项账', by: '按', place: '属地', dept: '主管部门', invest: '投资性质', unit: '单位', total: '合计', note: '属地与部门两轴不可相加；每个项目在每个轴上只计一次', empty: '没有未销号项目进出' },
  net: {
    title: '净变动', meta: '第{from}周与第{to}周两份台账直接相比', gone: '不再未销号', entered: '新成为未销号', stayed: '两端都未销号', missing: '期初未销号、期末台账没有', net: '净变动', money: '未支付工资',
    why: '两端相比：{opening} → {closing}，净变动 {net}，即 {entered} 个新成为、{gone} 个不再未销号；逐周累计为 {steps}。{twice}', twice: '相差 {n} 个来回：期间进来又销号的（或销号后又反弹的）两端都看不见，逐周账各记一进一出。', same: '期间没有项目来回进出，两种算法逐项相同。', fields: '逐项变化的项目数', fieldsMore: '其他 {n} 项', fieldsLess: '收起', none: '两份台账没有不同', inLedger: '台账是否列有', field: '{field} {n} 个项目变化，打开名单', dup: '{field}（{n}）', loading: '正在比对两份台账…',
  },
  list: {
    title: '变动项目', all: '全部', tabs: '名单', meta: '期间有账的 {all} 个项目；销号 {closures} 次、{closed} 个', of: '{name} {n} 个', more: '再列 {n} 个', cut: '名单过长，只列前 {n} 个，共 {all} 个', name: '项目', grade: '等级 期初→期末', history: '历程', tag: '变动', unpaidFrom: '期初金额', unpaidTo: '期末金额', workers: '人数 期初→期末', promised: '承诺化解日期', closedOn: '销号周', evidence: '销号依据', changes: '变化', changed: '{n} 项', changedOf: '{name}：{n} 项变化，逐项对照', unchanged: '无变化', comparing: '…', arrow: '{before} → {after}', court: '{grade}（司法程序）', strip: '{week} {state}', stripAmount: '{week} {state} {amount} 万元',
    states: { open: '未销号' }, projects: '{n} 个项目', back: '看全部', empty: '这一项没有项目', stripHead: '历程 {from}→{to}周 高=严重 中=一般 低=无', detail: '逐项对照 · {name}', detailMeta: '第{from}周 → 第{to}周，{n} 项不同', fieldColumn: '字段', beforeColumn: '期初', afterColumn: '期末', file: '打开项目档案', steps: '逐步记录', stepDay: '周', stepEvent: '变动', stepGrade: '等级', stepMoney: '未支付', rest: '其余 {n} 项没有变化', sum: '合计', workersUnit: '人', times: '第{n}周',
  },
  tags: { open: '未销号', added: '新增', reopened: '反弹', found: '找回', closed: '销号', closedAfterDown: '降级后销号', closedAfterUp: '升级后销号', closedAgain: '反弹后销号', lost: '漏报', none: '无变动' },
  titles: { opening: '期初未销号', added: '新增', reopened: '反弹', found: '找回', grown: '增欠', part_paid: '部分清偿', closed: '销号', lost: '漏报', closing: '期末未销号', upgraded: '升级', downgraded: '降级', gone: '不再未销号', entered: '新成为未销号', opening_closed: '期初存量已销号', all: '全部', field: '{field}有变化' },
  stale: {
    title: '逐周账有 {n} 步不是按更正后的快照算的', line: '第{n}周（{day}）的快照后来更正为 r{newest}；到第{next}周的这一步发布时按 r{used} 算出，没有计入更正。', mend: '请按先后重新发布第{from}周至第{to}周（npm run snapshot），各步即按更正后的数据重算；此前期初、期末与逐周变动可能对不上。',
    mendOne: '请重新发布第{n}周（npm run snapshot），这一步即按更正后的数据重算；此前期初、期末与逐周变动可能对不上。', unread: '没能核对各步所依据的快照：{reason}',
  },
  file: { label: '销号账 XLSX', title: '销号账', since: '自{week}', about: '{county} 销号账 · 期初 {from} → 期末 {to}', short: '{about} · {filters}', equation: '总账', term: '项', history: '历程', id: '项目编号', changes: '逐项对照', changesCut: '变化过多，只列前 {n} 处，共 {all} 处' },
  parts: { flow: '等级流向', weekly: '逐周进出', axis: '分项账', net: '净变动' }, part: '看哪一块',
  first: '这是最早的一份快照，没有更早的可比', firstDetail: '期末未销号 {n} 个；从下一份快照起可以记账。', firstOpen: '打开最新快照', zero: '期初、期末与期间都没有未销号项目',
  noFrom: '期初快照打不开，逐项比对暂缺', yes: '是', no: '否',
} as const;
