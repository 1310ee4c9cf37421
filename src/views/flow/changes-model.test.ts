import { describe, expect, it } from 'vitest';
import { changesByProject, fieldTitle, sideText } from './changes-model.ts';
import { netOf } from './net-model.ts';
import { figuresOf } from './account-model.ts';
import { columnCounts, courtGrades, flowData, openingClosure } from './bands-model.ts';

const words = { placeName: (c: string | null) => `镇${c}`, deptName: (c: string | null) => `局${c}`, value: (v: string) => v, yes: '是', no: '否' };

describe('a change as printed', () => {
  it.each([
    ['unpaid_wages', '1478000.00', '147.8'], ['unpaid_workers', '4002', '4,002'], ['progress_pct', '68.00', '68'], ['progress_pct', '68.50', '68.5'], ['promised_on', '2026-12-15', '2026-12-15'], ['supervised', 'true', '是'], ['supervised', 'false', '否'],
    ['place_code', '1', '镇1'], ['dept_code', 'D02', '局D02'], ['grade_now', '严重', '严重'], ['note', '<b>', '<b>'], ['leader', null, '—'], ['in_ledger', 'true', '是'], ['lon', '110.123456', '110.123456'],
  ])('%s %s → %s', (field, given, text) => expect(sideText(field, given, words)).toBe(text));
  it('comes by project, what a meeting asks for first', () => {
    const found = changesByProject([{ project_id: 'P', field: 'workers', before: '112', after: '115' }, { project_id: 'P', field: 'leader', before: '甲', after: '乙' }, { project_id: 'P', field: 'grade_now', before: '严重', after: '无欠薪' }], words);
    expect(found.get('P')!.map((c) => c.field)).toEqual(['grade_now', 'leader', 'workers']);
    expect(fieldTitle('leader')).toBe('包案领导');
  });
});

describe('net change', () => {
  it('38→47: −24, four round trips', () => expect(netOf({ opening: 26, closing: 2, entered: 0, gone: 24 }, figuresOf({ opening: 26, added: 3, reopened: 1, closed: 28, closing: 2 }, 'projects'))).toMatchObject({ netText: '−24', stepsText: '+3 +1 −28', trips: 4 }));
  it('nothing moved', () => expect(netOf({ opening: 2, closing: 2, entered: 0, gone: 0 }, figuresOf({}, 'projects'))).toMatchObject({ netText: '0', stepsText: '0', trips: 0 }));
});

describe('bands', () => {
  const rows = [
    { state_from: '严重', state_mid: '一般', state_to: '一般', court: true, n: 1 }, { state_from: '严重', state_mid: '严重', state_to: '无欠薪', court: false, n: 3 }, { state_from: '一般', state_mid: '一般', state_to: '漏报', court: false, n: 2 }, { state_from: '无欠薪', state_mid: '无欠薪', state_to: '无欠薪', court: false, n: 30 },
  ];
  it('merge by column; in court stands by itself at the end', () => {
    const { links } = flowData(rows);
    expect(links[0]).toEqual([{ from: '严重', to: '一般', n: 1, quiet: false }, { from: '严重', to: '严重', n: 3, quiet: false }, { from: '一般', to: '一般', n: 2, quiet: false }, { from: '无欠薪', to: '无欠薪', n: 30, quiet: true }]);
    expect(Object.fromEntries(columnCounts(rows, 2))).toEqual({ 司法程序: 1, 无欠薪: 33, 漏报: 2 });
    expect(Object.fromEntries(courtGrades(rows))).toEqual({ 一般: 1 });
  });
  it('give the closure rate of the opening: what was lost is not closed', () => expect([openingClosure(rows, null), openingClosure(rows, '严重'), openingClosure(rows, '一般')]).toEqual([{ n: 3, d: 6 }, { n: 3, d: 4 }, { n: 0, d: 2 }]));
  it('have two columns without a middle', () => expect(flowData([{ state_from: '严重', state_mid: null, state_to: '严重', court: false, n: 1 }]).columns).toHaveLength(2));
});
