import { countOf, indicator, sumOf } from '../indicator.ts';
import { GOVERNMENT_KINDS } from '../tables/projects.ts';

/** 在管项目: not settled, or still open. */
export const MANAGED = `(stage IS DISTINCT FROM '已完工已结算' OR open)`;
const GOVERNMENT = `invest_kind IN (${GOVERNMENT_KINDS.map((k) => `'${k}'`).join(', ')})`;
const managed = countOf('projects', () => MANAGED);

const GRADE_ENGLISH = { 严重: 'severe', 一般: 'general' } as const;

/** Of those open at the campaign's first snapshot; a project the ledger no longer lists counts as it was last seen. */
const opening = (id: string, name: string, english: string, grade: keyof typeof GRADE_ENGLISH | null) => {
  const then = grade ? `opening_grade = '${grade}'` : 'opening_grade IS NOT NULL';
  return indicator({
    id, name, english, scope: 'ungraded', noun: '个项目', unit: '%', better: 'up', source: '专项行动首份快照',
    definition: `专项行动首份快照时未销号${grade ? `且为${grade}` : ''}的项目中，现已销号的 ÷ 当时未销号的`,
    englishDefinition: `Projects open${grade ? ` and ${GRADE_ENGLISH[grade]}` : ''} at the campaign's first snapshot that are not open now ÷ those open then`,
    n: [countOf('projects', () => `${then} AND NOT open`), countOf('absent', () => `${then} AND NOT open`)],
    d: [countOf('projects', () => then), countOf('absent', () => then)],
  });
};

const bottom = (id: string, kind: string, english: string) => indicator({
  id, name: kind, english, englishDefinition: `${english} during the campaign`,
  scope: 'case', noun: '起', unit: '起', better: 'down', source: '四个底线', definition: `专项行动期间发生的${kind}`,
  n: [countOf('events', (s) => `kind = '${kind}' AND happened_on >= ${s.campaignFrom} AND happened_on <= ${s.campaignTo}`)],
});

/** Projects that took this step of the 销号账 since the snapshot before (domain §4). */
const step = (id: string, event: string, english: string, better: 'up' | 'down') => indicator({
  id: `step_${id}`, name: `本期${event}`, english, scope: 'ungraded', noun: '个项目', unit: '个', better, source: '销号账', dimensions: ['place', 'dept', 'invest', 'stage', 'grade'],
  definition: `上一份快照之后到数据日${event}的项目`, englishDefinition: `Projects that became so between the last snapshot and the data day: ${english.toLowerCase()}`, n: [countOf('flow', (s) => `event = '${event}' AND as_of = ${s.asOf}`)],
});

export const RISK_INDICATORS = [
  indicator({ id: 'projects', name: '在管项目', english: 'Projects under oversight', scope: 'project', noun: '个项目', unit: '个', source: '项目台账',
    definition: '项目阶段不是已完工已结算的项目，以及虽已结算但仍未销号的项目', englishDefinition: 'Projects whose stage is not settled, and settled ones that are still open', n: [managed] }),
  indicator({ id: 'no_arrears_rate', name: '无欠薪比例', english: 'Projects without arrears', scope: 'ungraded', noun: '个项目', unit: '%', better: 'up', source: '项目台账',
    definition: '在管项目中没有未销号欠薪隐患的项目 ÷ 在管项目', englishDefinition: 'Projects under oversight without an open wage-arrears risk ÷ projects under oversight', n: [countOf('projects', () => `${MANAGED} AND NOT open`)], d: [managed] }),
  indicator({ id: 'open_risk', name: '未销号项目', english: 'Open projects', scope: 'project', noun: '个项目', unit: '个', better: 'down', source: '项目台账',
    definition: '隐患等级为一般或严重且无销号日期的项目；进入司法程序的仍计入', englishDefinition: 'Projects graded general or severe without a closing date; those in court still count', n: [countOf('projects', () => 'open')] }),
  indicator({ id: 'severe_open', name: '严重隐患项目', english: 'Severe open projects', scope: 'project', noun: '个项目', unit: '个', better: 'down', source: '项目台账',
    definition: '未销号且隐患等级为严重的项目', englishDefinition: 'Open projects graded severe', n: [countOf('projects', () => `open AND grade_now = '严重'`)] }),
  indicator({ id: 'court_open', name: '司法程序项目', english: 'Open projects in court', scope: 'project', noun: '个项目', unit: '个', source: '项目台账',
    definition: '未销号且已进入仲裁、立案、审理或执行的项目', englishDefinition: 'Open projects in arbitration, filed, in trial or in enforcement', n: [countOf('projects', () => 'open AND court_stage IS NOT NULL')] }),
  opening('opening_closure_rate', '期初存量销号率', 'Closure rate of the opening stock', null),
  opening('opening_closure_severe', '期初严重销号率', 'Closure rate, severe at opening', '严重'),
  opening('opening_closure_general', '期初一般销号率', 'Closure rate, general at opening', '一般'),
  indicator({ id: 'unpaid_wages', name: '未支付工资', english: 'Unpaid wages', scope: 'project', noun: '万元', unit: '万元', better: 'down', source: '项目台账',
    definition: '未销号项目截至数据日未支付的工资合计', englishDefinition: 'Unpaid wages of open projects as of the data day, added up', n: [sumOf('projects', 'unpaid_wages', () => 'open')] }),
  indicator({ id: 'unpaid_workers', name: '涉及农民工', english: 'Workers owed', scope: 'project', noun: '人', unit: '人', better: 'down', source: '项目台账',
    definition: '未销号项目涉及的农民工人数合计', englishDefinition: 'Workers owed wages on open projects, added up', n: [sumOf('projects', 'unpaid_workers', () => 'open')] }),
  indicator({ id: 'unpaid_per_head', name: '人均未支付', english: 'Unpaid per worker', scope: 'project', kind: 'ratio', noun: '人', unit: '万元', decimals: 2, better: 'down', source: '项目台账',
    definition: '未支付工资 ÷ 涉及农民工', englishDefinition: 'Unpaid wages ÷ workers owed', n: [sumOf('projects', 'unpaid_wages', () => 'open')], d: [sumOf('projects', 'unpaid_workers', () => 'open')] }),
  indicator({ id: 'labour_short_rate', name: '人工费未拨付或不足占比', english: 'Labour cost unpaid or short', scope: 'project', noun: '个项目', unit: '%', better: 'down', source: '《保障农民工工资支付条例》第24条',
    definition: '在管且填报应拨人工费的项目中，实拨小于应拨的 ÷ 填报应拨人工费的', englishDefinition: 'Projects under oversight that state a labour cost due and paid less than due ÷ those that state one', n: [countOf('projects', () => `${MANAGED} AND labour_cost_paid < labour_cost_due`)],
    d: [countOf('projects', () => `${MANAGED} AND labour_cost_due IS NOT NULL`)] }),
  indicator({ id: 'reported_rate', name: '应报尽报率', english: 'Share reported to the system', scope: 'project', noun: '个项目', unit: '%', better: 'up', source: '监管系统比对',
    definition: '在管项目中已报送监管系统的 ÷ 在管项目', englishDefinition: 'Projects under oversight reported to the supervision system ÷ projects under oversight', n: [countOf('projects', () => `${MANAGED} AND reported`)], d: [managed] }),
  indicator({ id: 'account_months', name: '专户可发月数', english: 'Months the wage account lasts', scope: 'project', kind: 'ratio', noun: '个月', unit: '个月', nType: 'DECIMAL(18,2)', dType: 'DECIMAL(18,2)', decimals: 1, better: 'up', source: '53号文',
    definition: '在管项目专户余额合计 ÷ 其最近一个月应发工资合计；缺任一项的项目不计', englishDefinition: 'Wage-account balances of projects under oversight ÷ their wages due in the latest month; projects lacking either are left out',
    n: [sumOf('accounts', 'account_balance', () => `${MANAGED} AND last_wages_due > 0`)], d: [sumOf('accounts', 'last_wages_due', () => `${MANAGED} AND account_balance IS NOT NULL`)] }),
  indicator({ id: 'pace', name: '每周销号 需要/实际', english: 'Closures per week, needed and actual', scope: 'ungraded', kind: 'ratio', noun: '个/周', unit: '个/周', nType: 'DOUBLE', dType: 'DOUBLE', decimals: 1, cube: false, additive: false, source: '冬季专项行动',
    dimensions: ['place', 'dept', 'invest', 'stage', 'leader'], definition: '需要：未销号项目按各自清零时限所剩周数分摊，除夕日期未公布的按12月31日；实际：统计窗口内每周平均销号数', englishDefinition: "Needed: open projects spread over the weeks left to their clear-by dates, by 31 December where Lunar New Year's Eve is not published; actual: mean closures per week in the window",
    n: [{ fact: 'projects', sql: (s) => `CASE WHEN open THEN 7.0::DOUBLE / greatest(1, date_diff('day', ${s.asOf}, coalesce(CASE WHEN NOT coalesce(${GOVERNMENT}, TRUE) THEN ${s.newYearsEve} END, ${s.yearEnd}))) ELSE 0 END` }],
    d: [{ fact: 'flow', sql: (s) => `CASE WHEN event = '销号' AND as_of > ${s.windowFrom} AND as_of <= ${s.asOf} THEN 1.0::DOUBLE / ${s.windowWeeks} ELSE 0 END` }] }),
  indicator({ id: 'days_to_clear', name: '距清零时限', english: 'Days to the clear-by date', scope: 'county', noun: '天', unit: '天', additive: false, cube: false, source: '冬季专项行动', better: null,
    definition: '数据日到12月31日的天数（政府类项目清零时限）', englishDefinition: 'Days from the data day to 31 December, the clear-by date of government projects', n: [{ fact: 'calendar', sql: (s) => `date_diff('day', ${s.asOf}, ${s.yearEnd})` }] }),
  indicator({ id: 'days_to_new_year', name: '距除夕', english: "Days to Lunar New Year's Eve", scope: 'county', noun: '天', unit: '天', additive: false, cube: false, source: '冬季专项行动', better: null,
    definition: '数据日到除夕的天数（其他项目清零时限）', englishDefinition: "Days from the data day to Lunar New Year's Eve, the clear-by date of the other projects", n: [{ fact: 'calendar', sql: (s) => `date_diff('day', ${s.asOf}, ${s.newYearsEve})` }] }),
  step('added', '新增', 'New since the last snapshot', 'down'),
  step('reopened', '反弹', 'Re-opened since the last snapshot', 'down'),
  step('closed', '销号', 'Closed since the last snapshot', 'up'),
  step('lost', '漏报', 'No longer listed', 'down'),
  step('found', '找回', 'Listed again', 'up'),
  bottom('bottom_group', '群体性极端事件', 'Extreme group events'),
  bottom('bottom_opinion', '重大舆情', 'Major public-opinion events'),
  indicator({ id: 'bottom_government', name: '政府项目欠薪', english: 'Arrears on government projects', scope: 'project', noun: '个项目', unit: '个', better: 'down', source: '四个底线',
    definition: '投资性质为政府投资、国企或PPP的未销号项目', englishDefinition: 'Open projects financed by government, state-owned firms or PPP', n: [countOf('projects', () => `open AND ${GOVERNMENT}`)] }),
  bottom('bottom_notified', '被上级通报', 'Criticised by superiors'),
];
