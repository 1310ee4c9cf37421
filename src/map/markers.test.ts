import { expect, it } from 'vitest';
import { kindOf, located, markCounts, marksOf } from './markers.ts';

const site = (project_id: string, more: Record<string, unknown> = {}) => ({ project_id, name: `项目${project_id}`, place_code: 'P1', grade_now: '无欠薪', open: false, closed_now: false, court_stage: null, supervised: false, unpaid_wages: 0, unpaid_workers: 0, lon: 110, lat: 35, inside: true, ...more });
const severe = { open: true, grade_now: '严重' };
const general = { open: true, grade_now: '一般' };
const hostile = '<img src=x onerror=alert(1)>\u202e';

it.each([
  ['严重', severe, 'severe'], ['一般', general, 'general'], ['本周销号', { closed_now: true }, 'closed'], ['无欠薪', {}, 'none'], ['open wins over closed', { ...general, closed_now: true }, 'general'], ['open without a grade', { open: true, grade_now: null }, 'general'],
])('%s', (_, more, kind) => expect(kindOf(site('1', more))).toBe(kind));

it.each([[{}, true], [{ lon: null }, false], [{ lat: null }, false], [{ lon: 200 }, false], [{ lat: 90 }, false], [{ lon: Number.NaN }, false], [{ lon: '110' }, false]])('%j has a point: %s', (more, want) => expect(located(site('1', more))).toBe(want));

it('numbers are the positions of the open ones in the list; draw order is 无欠薪, 销号, 一般, 严重, the first on top', () => {
  const sites = [site('s2', severe), site('s1', severe), site('g', general), site('c', { closed_now: true }), site('n'), site('x', { lon: null })];
  const risks = [{ project_id: 's1', open: true }, { project_id: 'w', open: false }, { project_id: 's2', open: true }, { project_id: 'g', open: true }];
  expect(marksOf(sites, risks).map((m) => [m.id, m.number])).toEqual([['n', null], ['c', null], ['g', 3], ['s2', 2], ['s1', 1]]);
});

it('court and 挂牌督办 mark open projects only, names stay as they are, outside is faded', () => {
  const [closed, open] = marksOf([site('a', { ...severe, court_stage: '立案', supervised: true, name: hostile, inside: false, unpaid_wages: 3_864_000, unpaid_workers: 127 }), site('b', { court_stage: '立案', supervised: true })], []);
  expect(open).toMatchObject({ name: hostile, court: true, supervised: true, faded: true, number: null, unpaid: 3_864_000, workers: 127 });
  expect(closed).toMatchObject({ court: false, supervised: false, faded: false });
});

it('counts what is inside the filters, located or not; 销号 is within 无欠薪', () => {
  const sites = [site('1', severe), site('2', { ...general, court_stage: '执行', supervised: true }), site('3', { closed_now: true }), site('4', { lon: null }), site('5', { ...severe, inside: false })];
  expect(markCounts(sites)).toEqual({ severe: 1, general: 1, none: 2, closed: 1, court: 1, supervised: 1, total: 4 });
});
