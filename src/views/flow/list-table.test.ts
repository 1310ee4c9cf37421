import { describe, expect, it } from 'vitest';
import { csvOf } from '../../export/csv.ts';
import { listTable } from './list-table.ts';
import { moverOf } from './movers-model.ts';

const words = { t: (key: string, named?: Record<string, unknown>) => (key === 'flow.list.arrow' ? `${String(named!['before'])} → ${String(named!['after'])}` : key === 'flow.list.times' ? `第${String(named!['n'])}周` : key === 'marks.clause' ? '；' : key.split('.').at(-1)!), placeName: (c: string | null) => `镇${c}`, deptName: (c: string | null) => `局${c}`, fieldTitle: (f: string) => f, week: () => 39 };
const M = moverOf({ project_id: 'P', name: '=1+1', place_code: 'A', dept_code: null, state_from: '严重', state_to: '无欠薪', leader_now: '乙', unpaid_from: 12_000_000, unpaid_to: null, workers_from: 386, history: '2026-09-18|延续|严重|严重|1|1;2026-09-25|销号|严重|无欠薪|12000000|0' });
const CHANGES = new Map([['P', [{ field: 'leader', before: '甲', after: '乙' }, { field: 'workers', before: '1', after: '2' }]]]);

describe('the list of projects', () => {
  const table = listTable([M], '2026-09-18', CHANGES, words, '历程');
  it('tells both ends, when it was closed and every change', () => expect(table.rows[0]).toMatchObject({ place: '镇A', dept: null, leader: '甲 → 乙', grade: '严重 → 无欠薪', tag: 'closed', unpaidFrom: 1200, unpaidTo: 0, workers: '386→0', closedOn: '第39周 09-25', changes: 'leader 甲 → 乙；workers 1 → 2', changesBrief: 'leader 甲 → 乙', changeCount: 2 }));
  it('says nothing of changes that are not known yet', () => expect(listTable([M], '2026-09-18', null, words, '历程').rows[0]).toMatchObject({ changes: 'comparing', changeCount: 0, leader: '乙' }));
  it('is written as CSV without formulas', () => expect(csvOf(table, ['x']).split('\r\n')[2]).toMatch(/^'=1\+1,镇A,—,甲 → 乙,/));
});
