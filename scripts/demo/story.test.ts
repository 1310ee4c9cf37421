import { describe, expect, test } from 'vitest';
import { isManaged, isOpen, ledgerOf, ledgers, openIn, owedIn, severeIn, stepOf } from './testing.ts';
import { DEPARTMENTS, placeCodeOf } from './units.ts';

const WEEKS = [38, 39, 41, 42, 43, 44, 45, 46, 47];
const steps = WEEKS.slice(1).map((week, k) => stepOf(ledgerOf(WEEKS[k] ?? 38), ledgerOf(week)));
const project = (week: number, name: string) => ledgerOf(week).tables.projects.find((p) => p.name === name);
const wanOf = (week: number, name: string) => (project(week, name)?.unpaid_wages ?? 0) / 10_000;
/** 严 一 无 per week. */
const strip = (name: string) => WEEKS.map((week) => { const p = project(week, name); return p && isOpen(p) ? p.risk_grade?.[0] : '无'; }).join('');

describe('the 66 projects', () => {
  test('are the same in weeks 38–47; before, they grow from 58', () => {
    const managed = (week: number) => ledgerOf(week).tables.projects.filter(isManaged).map((p) => p.project_id).sort();
    for (const week of WEEKS) expect(managed(week)).toEqual(managed(47));
    expect(managed(47)).toHaveLength(66);
    expect(managed(22)).toHaveLength(58);
    expect(ledgerOf(47).tables.projects.filter((p) => p.stage === '已完工已结算')).toHaveLength(12);
  });

  test('no-arrears share, grades, money and people of every week', () => {
    expect(WEEKS.map((week) => 66 - openIn(week).length)).toEqual([40, 42, 45, 48, 51, 50, 55, 60, 64]);
    expect([38, 43, 46, 47].map((week) => [severeIn(week).length, openIn(week).length - severeIn(week).length])).toEqual([[8, 18], [5, 10], [4, 2], [1, 1]]);
    expect(owedIn(38)).toEqual([8100, 4002]);
    expect(owedIn(46)).toEqual([1268, 412]);
    expect(owedIn(47)).toEqual([515, 173]);
    expect(openIn(47).map((p) => [p.name, (p.unpaid_wages ?? 0) / 10_000, p.unpaid_workers, p.court_stage])).toEqual([
      ['安澜大道东延工程（二标）', 386.4, 127, '立案'], ['五里铺河道治理工程', 128.6, 46, '执行'],
    ]);
  });

  test('投资性质: 37 of government, 9 private, 20 not filled in', () => {
    const kinds = ledgerOf(47).tables.projects.filter(isManaged).map((p) => (p.invest_kind === null ? '未填' : p.invest_kind === '社会投资' ? '社会类' : '政府类'));
    expect(['政府类', '社会类', '未填'].map((kind) => kinds.filter((k) => k === kind).length)).toEqual([37, 9, 20]);
  });

  test('two are not on the map', () => {
    const unmapped = ledgerOf(47).tables.projects.filter((p) => p.lon === null || p.lat === null);
    expect(unmapped.map((p) => p.name)).toEqual(['沙河排涝泵站', '农村公路提升（南片）']);
  });

  test('department × place in week 43, departments and places in week 38', () => {
    const share = (week: number, of: (p: { dept_code: string | null; place_code: string | null }) => boolean) => {
      const some = ledgerOf(week).tables.projects.filter((p) => isManaged(p) && of(p));
      return `${some.filter((p) => !isOpen(p)).length}/${some.length}`;
    };
    const byDept = (week: number) => DEPARTMENTS.map((d) => share(week, (p) => p.dept_code === d.dept_code)).join(' ');
    expect(byDept(43)).toBe('16/21 7/9 5/7 4/5 6/8 2/3 6/6 3/5 2/2 0/0 0/0');
    expect(byDept(38)).toBe('11/21 5/9 4/7 3/5 6/8 2/3 5/6 3/5 1/2 0/0 0/0');
    const places = ['城关街道', '东湖街道', '文峰街道', '经开区', '高教科创城', '湖滨社管中心', '清源镇', '太平镇', '五里铺镇', '石桥镇', '柳林镇', '白马镇', '龙泉镇', '双河镇', '青山乡', '沙河镇', '中营镇', '云台乡'];
    const byPlace = (week: number) => places.map((place) => share(week, (p) => p.place_code === placeCodeOf(place))).join(' ');
    expect(byPlace(43)).toBe('9/10 6/7 4/5 6/8 4/5 1/3 3/4 2/4 1/3 1/2 3/3 2/2 3/3 2/2 0/1 2/2 2/2 0/0');
    expect(byPlace(38)).toBe('5/10 4/7 3/5 6/8 3/5 1/3 4/4 2/4 1/3 1/2 1/3 2/2 1/3 2/2 0/1 2/2 2/2 0/0');
    const cell = (dept: string, place: string) => share(43, (p) => p.dept_code === DEPARTMENTS.find((d) => d.short_name === dept)?.dept_code && p.place_code === placeCodeOf(place));
    expect([cell('住建局', '城关街道'), cell('住建局', '湖滨社管中心'), cell('水利局', '五里铺镇'), cell('经开区管委会', '经开区'), cell('教育局', '高教科创城')]).toEqual(['6/7', '0/2', '0/2', '3/5', '1/2']);
  });
});

describe('the account 38→47', () => {
  test('sum of the weekly steps: 26 + 3 + 1 − 28 = 2', () => {
    expect(steps.map((s) => [s.added.length, s.back.length, s.found.length, s.closed.length, s.missing.length])).toEqual([
      [0, 0, 0, 2, 0], [0, 0, 0, 3, 0], [0, 0, 0, 3, 0], [1, 0, 0, 4, 0], [1, 1, 0, 1, 0], [1, 0, 0, 6, 0], [0, 0, 0, 5, 0], [0, 0, 0, 4, 0],
    ]);
    expect(steps.flatMap((s) => s.back)).toEqual(['中央公园商住楼']);
    expect(steps.flatMap((s) => s.raised)).toEqual(['翰林府邸二期']);
    expect(steps.flatMap((s) => s.lowered).sort()).toEqual(['东湖壹号院二期', '安澜干流防洪提升工程'].sort());
    const closed = steps.flatMap((s) => s.closed);
    expect([closed.length, new Set(closed).size]).toEqual([28, 27]);
    expect(closed.filter((name) => name === '中央公园商住楼')).toHaveLength(2);
    const moved = new Set([...openIn(38).map((p) => p.name), ...steps.flatMap((s) => [...s.added, ...s.back, ...closed])]);
    expect(moved.size).toBe(29);
  });

  test('by grade: 严重 8+1−2−6 = 1, 一般 18+3+1−1+2−22 = 1', () => {
    const before = (name: string, step: number) => project(WEEKS[step] ?? 38, name)?.risk_grade;
    const closedSevere = steps.flatMap((s, k) => s.closed.filter((name) => before(name, k) === '严重'));
    expect(closedSevere).toHaveLength(6);
    expect(steps.flatMap((s) => s.closed).length - closedSevere.length).toBe(22);
    expect(steps.flatMap((s) => [...s.added, ...s.back]).map((name) => WEEKS.map((w) => project(w, name)).findLast((p) => p && isOpen(p))?.risk_grade)).toEqual(['一般', '一般', '一般', '一般']);
  });

  test('of those open on 09-18: 24/26, 严重 7/8, 一般 17/18', () => {
    const gone = (grade: string) => { const then = openIn(38).filter((p) => p.risk_grade === grade); return `${then.filter((p) => !openIn(47).some((q) => q.project_id === p.project_id)).length}/${then.length}`; };
    expect([gone('严重'), gone('一般')]).toEqual(['7/8', '17/18']);
  });

  test('every closure has its day in the step and its evidence', () => {
    WEEKS.slice(1).forEach((week, k) => {
      const from = ledgerOf(WEEKS[k] ?? 38).as_of;
      for (const name of steps[k]?.closed ?? []) {
        const now = project(week, name);
        const day = now?.closed_on ?? '';
        expect(day > from && day <= ledgerOf(week).as_of, `${name} ${day}`).toBe(true);
        expect(now?.closing_evidence).toBe('清偿凭证 · 三册核对');
      }
    });
  });

  test('grade strips and amounts of the pictured projects', () => {
    expect([strip('安澜大道东延工程（二标）'), strip('五里铺河道治理工程'), strip('安澜花园三期'), strip('县职教中心实训楼'), strip('安澜干流防洪提升工程'), strip('翰林府邸二期'), strip('东湖壹号院二期'), strip('经开区标准厂房三期')])
      .toEqual(['严严严严严严严严严', '一一一一一一一一一', '严严严严严严严严无', '严严严严严严严严无', '严严严严一一一一无', '一一一一严严严严无', '严严严严一一一无无', '严严严严严严严无无']);
    expect([strip('南关棚改安置房'), strip('中央公园商住楼'), strip('安澜万象广场'), strip('太平镇安置小区'), strip('太平镇高标准农田')])
      .toEqual(['严严无无无无无无无', '一一一无无一一无无', '一一一一无无无无无', '无无无无无一一无无', '一一一一一一无无无']);
    expect(WEEKS.map((week) => wanOf(week, '安澜大道东延工程（二标）'))).toEqual([1120, 1120, 980, 640, 408.4, 386.4, 386.4, 386.4, 386.4]);
    expect(severeIn(38).map((p) => [p.name, (p.unpaid_wages ?? 0) / 10_000, p.unpaid_workers, p.promised_on, p.leader]).sort((a, b) => Number(b[1]) - Number(a[1]))).toEqual([
      ['安澜大道东延工程（二标）', 1120, 386, '2026-11-02', '副县长 李文涛'], ['安澜花园三期', 960, 402, '2026-10-18', '副县长 周明远'], ['东湖壹号院二期', 780, 341, '2026-10-28', '副县长 周明远'],
      ['县职教中心实训楼', 690, 312, '2026-10-18', '副县长 宋雅琴'], ['S221 省道改线工程', 640, 268, '2026-11-02', '副县长 李文涛'], ['南关棚改安置房', 560, 297, '2026-10-28', '副县长 周明远'],
      ['经开区标准厂房三期', 530, 258, '2026-10-18', '经开区主任 何志刚'], ['安澜干流防洪提升工程', 420, 236, '2026-11-02', '副县长 高振华'],
    ]);
    expect([wanOf(43, '安澜花园三期'), project(43, '安澜花园三期')?.unpaid_workers, wanOf(38, '五里铺河道治理工程'), wanOf(38, '翰林府邸二期')]).toEqual([523.6, 219, 147.8, 131.4]);
  });
});

describe('the weeks before', () => {
  const early = ledgers.filter((l) => l.week <= 38);
  test('open projects rise from 10 to 26', () => {
    expect(early.map((l) => openIn(l.week).length)).toEqual([10, 10, 11, 12, 12, 14, 14, 15, 16, 16, 18, 19, 21, 23, 23, 25, 26]);
  });

  test('one project is left out in week 31 and found in week 32; one is raised', () => {
    const counts = early.slice(1).map((l, k) => stepOf(early[k] ?? l, l));
    expect(counts.flatMap((c, k) => c.missing.map((name) => [early[k + 1]?.week, name]))).toEqual([[31, '湖滨印象']]);
    expect(counts.flatMap((c, k) => c.found.map((name) => [early[k + 1]?.week, name]))).toEqual([[32, '湖滨印象']]);
    expect(counts.flatMap((c) => c.raised)).toEqual(['安澜大道东延工程（二标）']);
    expect(counts.flatMap((c) => c.back)).toEqual([]);
    expect(counts.flatMap((c) => c.closed)).toHaveLength(6);
  });
});
