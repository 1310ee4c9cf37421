import { describe, expect, test } from 'vitest';
import { isOpen, ledgerOf, ledgers, onTimeIn } from './testing.ts';
import { DEPARTMENTS, placeCodeOf } from './units.ts';

const byDept = (week: number): Record<string, string> => Object.fromEntries(DEPARTMENTS.map((d) => [d.short_name ?? '', onTimeIn(week, (c) => c.dept_code === d.dept_code)]));

describe('clues closed in time', () => {
  test('of the county, week by week', () => {
    expect([38, 39, 41, 42, 43, 44, 45, 46, 47].map((week) => onTimeIn(week))).toEqual(['60/84', '66/89', '73/92', '78/95', '84/99', '91/104', '97/108', '103/112', '112/119']);
    expect(onTimeIn(22)).toBe('51/72');
  });

  test('by department: the ranks of weeks 46 and 47', () => {
    expect(byDept(47)).toEqual({ 住建局: '46/48', 交通局: '16/18', 水利局: '9/11', 教育局: '8/8', 农业农村局: '11/11', 自然资源局: '3/3', 重点工程处: '7/7', 经开区管委会: '11/12', 卫健局: '1/1', 文旅局: '0/0', 城管局: '0/0' });
    const rate = (n_d: string) => { const [n = 0, d = 0] = n_d.split('/').map(Number); return d >= 5 ? n / d : null; };
    const ranks = (week: number) => { const rates = Object.entries(byDept(week)).map(([name, n_d]) => [name, rate(n_d)] as const); return Object.fromEntries(rates.flatMap(([name, r]) => (r === null ? [] : [[name, 1 + rates.filter(([, other]) => other !== null && other > r).length]]))); };
    expect(ranks(46)).toEqual({ 农业农村局: 1, 重点工程处: 1, 住建局: 3, 经开区管委会: 4, 交通局: 5, 教育局: 6, 水利局: 7 });
    expect(ranks(47)).toEqual({ 农业农村局: 1, 教育局: 1, 重点工程处: 1, 住建局: 4, 经开区管委会: 5, 交通局: 6, 水利局: 7 });
  });

  test('by place in week 47', () => {
    const wanted = { 城关街道: '16/17', 东湖街道: '11/11', 文峰街道: '12/12', 经开区: '14/15', 高教科创城: '10/10', 湖滨社管中心: '7/8', 清源镇: '7/7', 太平镇: '6/7', 五里铺镇: '3/5', 石桥镇: '4/4', 柳林镇: '3/4', 白马镇: '2/2', 龙泉镇: '5/5', 双河镇: '3/3', 青山乡: '1/1', 沙河镇: '5/5', 中营镇: '3/3', 云台乡: '0/0' };
    expect(Object.fromEntries(Object.keys(wanted).map((place) => [place, onTimeIn(47, (c) => c.place_code === placeCodeOf(place))]))).toEqual(wanted);
  });

  test('the four still open past their day', () => {
    const { as_of, tables } = ledgerOf(47);
    const late = tables.cases.filter((c) => c.closed_on === null && c.due_on !== null && c.due_on < as_of);
    expect(late.map((c) => [c.project_id, c.due_on])).toEqual([['AL-022', '2026-09-20'], ['AL-031', '2026-10-17'], ['AL-032', '2026-11-11'], ['AL-036', '2026-11-14']]);
  });

  test('a clue never changes but by new days and what they decide', () => {
    const changed = ledgers.slice(1).flatMap((later, k) => {
      const now = new Map(later.tables.cases.map((c) => [c.case_id, c]));
      return (ledgers[k]?.tables.cases ?? []).flatMap((before) => {
        const after = now.get(before.case_id);
        return Object.entries(before).flatMap(([column, value]) => (value === null || after?.[column as keyof typeof after] === value ? [] : [`${before.case_id} ${column}`]));
      });
    });
    expect(changed).toEqual([]);
  });
});

describe('tasks of the meetings', () => {
  test('last meeting: 11, 8 done; two of the three undone were given the week before', () => {
    const actions = ledgerOf(47).tables.actions.filter((a) => a.kind === '交办' && a.meeting_on !== null && (a.meeting_on === '2026-11-16' || a.done_on === null || a.done_on >= '2026-11-16'));
    expect([actions.length, actions.filter((a) => a.done_on !== null).length]).toEqual([11, 8]);
    expect(actions.filter((a) => a.done_on === null).map((a) => [a.meeting_on, a.project_id, a.content, a.unit, a.responsible, a.due_on])).toEqual([
      ['2026-11-09', 'AL-022', '补建专户台账', '交通局', '刘卫东', '2026-11-13'], ['2026-11-09', 'AL-031', '公示分账协议', '水利局', '赵长河', '2026-11-13'],
      ['2026-11-16', 'AL-057', '专户开立', '卫健局', '许静', '2026-11-20'],
    ]);
    const taiping = actions.filter((a) => ledgerOf(47).tables.projects.find((p) => p.project_id === a.project_id)?.place_code === placeCodeOf('太平镇'));
    expect([taiping.length, taiping.filter((a) => a.done_on !== null).length]).toEqual([2, 1]);
  });

  test('none before 2026-09-21', () => {
    expect(ledgerOf(38).tables.actions).toEqual([]);
    expect(ledgerOf(39).tables.actions[0]?.meeting_on).toBe('2026-09-21');
  });
});

describe('returns', () => {
  test('城管局 sent nothing in week 47 but did in week 46; all others were on time', () => {
    const { returns } = ledgerOf(47).tables;
    const due = returns.filter((r) => r.period === '2026W47');
    expect(due).toHaveLength(29);
    expect(due.filter((r) => r.received_on === null).map((r) => [r.unit_code, r.rows_due, r.rows_in])).toEqual([['D11', 1, 0]]);
    expect(due.every((r) => r.received_on === null || (r.due_on !== null && r.received_on <= r.due_on && r.rows_in === r.rows_due))).toBe(true);
    expect(returns.find((r) => r.period === '2026W46' && r.unit_code === 'D11')?.rows_in).toBe(1);
  });

  test('湖滨印象 was due in week 31 and did not come', () => {
    expect(ledgerOf(31).tables.returns.filter((r) => r.period === '2026W31' && r.rows_in !== r.rows_due).map((r) => [r.unit_code, r.rows_due, r.rows_in])).toEqual([['990101-SGZX', 3, 2], ['D01', 21, 20]]);
  });

  test('projects of both axes add up to the same 66', () => {
    const sum = (axis: string) => ledgerOf(47).tables.returns.filter((r) => r.period === '2026W47' && r.axis === axis && r.unit_code !== 'D11').reduce((total, r) => total + (r.rows_in ?? 0), 0);
    expect([sum('属地'), sum('主管部门'), ledgerOf(47).tables.projects.filter((p) => p.stage !== '已完工已结算' || isOpen(p)).length]).toEqual([66, 66, 66]);
  });
});
