import { describe, expect, test } from 'vitest';
import { UnitIndex, abbreviates, withoutOffice } from './match-unit.ts';
import { listUnits } from './unit-list.ts';

const places = new UnitIndex('places', [
  { code: '420922100', name: '太平镇' }, { code: '420922101', name: '城关镇' }, { code: '420922001', name: '城关街道' }, { code: 'Z1', name: '经济开发区', aliases: ['园区'] }, { code: '420922200', name: '东新乡' },
]);
const departments = new UnitIndex('departments', [
  { code: 'D1', name: '住房和城乡建设局', shortName: '县住建局' }, { code: 'D2', name: '交通运输局' }, { code: 'D3', name: '经开区管委会' }, { code: 'D4', name: '水利和湖泊局' }, { code: 'D5', name: '农业农村局' },
]);

describe('what a cell means', () => {
  test.each<[string, string | null]>([
    ['太平镇', '420922100'], ['太平', '420922100'], ['太平镇人民政府', '420922100'], [' 太 平 镇 ', '420922100'], ['大悟县太平镇', '420922100'], ['孝感市大悟县太平镇人民政府', '420922100'], ['420922100', '420922100'], ['４２０９２２１００', '420922100'], ['420922100000', '420922100'],
    ['东新乡政府', '420922200'], ['城关街道办事处', '420922001'], ['城关街道办', '420922001'], ['经开区', 'Z1'], ['经济开发区管委会', 'Z1'], ['园区', 'Z1'],
    ['太平乡', null], ['城关', '?'], ['太平镇、城关镇', '?'], ['新平镇', null], ['大太平镇', null],
  ])('place %s', (cell, code) => {
    const found = places.find(cell);
    expect(found === null ? null : 'code' in found ? found.code : '?').toBe(code);
  });

  test.each<[string, string | null, boolean]>([
    ['住建局', 'D1', true], ['住房和城乡建设局', 'D1', false], ['县住建局', 'D1', false], ['大悟县住房和城乡建设局', 'D1', false], ['交通局', 'D2', true], ['经开区', 'D3', false], ['水利局', 'D4', true], ['农业农村', 'D5', false],
    ['住建局/交通局', '?', false], ['教育局', null, false], ['局', null, false],
  ])('department %s', (cell, code, guessed) => {
    const found = departments.find(cell);
    expect(found === null ? null : 'code' in found ? found.code : '?').toBe(code);
    if (found && 'code' in found) expect(found.guessed).toBe(guessed);
  });

  test('an ambiguous name says between whom', () => {
    expect(places.find('城关')).toEqual({ problem: '可能是城关镇、城关街道，分不清是哪一个' });
  });
});

test('offices and abbreviations', () => {
  expect(['太平镇人民政府', '城关街道办事处', '经开区管委会', '政府'].map(withoutOffice)).toEqual(['太平镇', '城关街道', '经开区', '政府']);
  expect(abbreviates('住建局', '住房和城乡建设局')).toBe(true);
  expect(abbreviates('建住局', '住房和城乡建设局')).toBe(false);
  expect(abbreviates('水利局', '水利局')).toBe(false);
});

describe('a list made from the cells', () => {
  const cells = ['太平镇人民政府', '太平', '城关街道办', '经开区管委会', '太平镇', '420922105', '太平镇；城关街道'].map((cell, i) => ({ cell, name: cell, src: 1, row: i + 2 }));

  test('codes in order of first appearance, later spellings find it', () => {
    const { meanings, created } = listUnits('places', [], cells, true);
    expect(created.map((u) => [u.code, u.name, u.kind])).toEqual([['X001', '太平镇', '镇'], ['X002', '城关街道', '街道'], ['X003', '经开区管委会', '功能区'], ['420922105', '420922105', '功能区']]);
    expect(meanings.map((m) => m.code)).toEqual(['X001', 'X001', 'X002', 'X003', 'X001', '420922105', null]);
    expect(meanings.at(-1)?.problem).toContain('不止一个');
  });

  test('known units keep their codes and are not made again', () => {
    const { meanings, created } = listUnits('places', [{ code: 'X001', name: '城关街道' }], cells, true);
    expect(created.map((u) => [u.code, u.name])).toEqual([['X002', '太平镇'], ['X003', '经开区管委会'], ['420922105', '420922105']]);
    expect(meanings[2]?.code).toBe('X001');
  });

  test('with a list in the ledger nothing is made', () => {
    const { meanings, created } = listUnits('departments', [{ code: 'D1', name: '住建局' }], [{ cell: '教育局', name: '教育局', src: 1, row: 2 }], false);
    expect(created).toEqual([]);
    expect(meanings[0]).toMatchObject({ code: null, problem: '主管部门名册里没有这个部门' });
  });
});
