import { expect, it } from 'vitest';
import { csvOf } from '../../export/csv.ts';
import type { Row } from '../../engine/rows.ts';
import { cellText } from '../../model/table-model.ts';
import { DEFAULT_RULES } from '../../model/rules.ts';
import { riskItems, warningItems } from './risk-model.ts';
import { riskTable } from './risk-table.ts';

const AS_OF = '2026-11-20';
const rows: Row[] = [
  { project_id: 'A', name: '甲', open: true, grade_now: '一般', score: 45, part_grade: 15, unpaid_wages: 1_286_000, unpaid_workers: 46, days_overdue: 71, promised_on: null, promise_changes: 0, unchanged_weeks: 2, leader: null, place_code: 'P1', dept_code: null },
  { project_id: 'B', name: '=乙', open: true, grade_now: '严重', score: 40, part_grade: 30, unpaid_wages: null, unpaid_workers: null, days_overdue: null, promised_on: '2026-12-10', promise_changes: 1, unchanged_weeks: 0, leader: '李', place_code: null, dept_code: 'D1' },
  { project_id: 'C', name: '丙', open: false, grade_now: '无欠薪', score: 0, part_grade: 0, unpaid_wages: 0, unpaid_workers: 0, days_overdue: null, promised_on: null, promise_changes: 0, unchanged_weeks: 0, leader: null, place_code: 'P1', dept_code: 'D1' },
];
const warnings: Row[] = ['红', '黄'].map((level) => ({ project_id: 'C', rule_id: 'labour_cost_cycle', level, since: null, due_on: null, text: `${level}说明`, open: false, name: '丙', place_code: 'P1', dept_code: 'D1' }));
const table = riskTable(rows, riskItems(rows, AS_OF, 'score'), warningItems(warnings, AS_OF, DEFAULT_RULES), {
  t: (key) => key, value: (text) => text ?? '未填', dimension: (id) => id, placeName: (code) => code ?? '—', deptName: (code) => code ?? '—', amount: { title: '未支付工资', unit: '万元', decimals: 1 },
});
const cells = (key: string): string[] => table.rows.map((row) => cellText(table.columns.find((c) => c.key === key)!, row));

it.each([
  ['name', ['=乙', '甲', '丙']], ['number', ['2', '1', '—']], ['grade_now', ['严重', '一般', '无欠薪']], ['place_code', ['—', 'P1', 'P1']], ['unpaid_wages', ['—', '128.6', '0.0']], ['unpaid_workers', ['—', '46', '0']],
  ['days_overdue', ['—', '71', '—']], ['promised_on', ['2026-12-10', '—', '—']], ['score', ['40', '45', '0']], ['part_grade', ['30', '15', '0']], ['warnings', ['0', '0', '2']], ['warning_text', ['—', '—', '红说明；黄说明']],
])('%s: 严重 first, the map\'s numbers, warned sites last', (key, want) => expect(cells(key)).toEqual(want));

it('goes into the CSV with its units and without running anything', () => {
  const csv = csvOf(table, ['x']);
  expect(csv).toContain('未支付工资（万元）');
  expect(csv).toContain("\r\n'=乙,2,严重,");
});
