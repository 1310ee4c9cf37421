import { expect, it } from 'vitest';
import { firmRanks, firmTotals, rolesIn } from './company-model.ts';

const row = (open: boolean, grade_now: string, unpaid_wages: number | null, roles: Record<string, boolean>, managed = true) => ({ open, grade_now, unpaid_wages, unpaid_workers: 2, managed, is_contractor: false, is_owner_unit: false, is_subcontractor: false, is_supervisor: false, ...roles });

it('counts each project once, open ones with their amounts, roles apart', () => {
  const rows = [row(true, '严重', 300, { is_contractor: true }), row(true, '一般', null, { is_contractor: true, is_owner_unit: true }), row(false, '无欠薪', 999, { is_subcontractor: true }, false)];
  expect(firmTotals(rows)).toEqual({ projects: 3, managed: 2, open: 2, severe: 1, unpaid: 300, workers: 4, roles: [{ role: 'contractor', n: 2 }, { role: 'owner_unit', n: 1 }, { role: 'subcontractor', n: 1 }] });
  expect(rolesIn(rows[1]!)).toEqual(['contractor', 'owner_unit']);
});
it('ranks among contractors; a firm that is none has no place', () => {
  const contractors = [{ firm: 'A', mine: false, unpaid: 500, open: 1 }, { firm: 'B', mine: true, unpaid: 200, open: 1 }, { firm: 'C', mine: false, unpaid: 0, open: 0 }];
  const times = [{ company_code: 'B', times_in_arrears: 3 }, { company_code: 'C', times_in_arrears: 1 }];
  expect(firmRanks(contractors, times, ['B']).map((r) => [r.by, r.value, r.rank])).toEqual([
    ['unpaid', 200, { rank: 2, tied: false, of: 3 }], ['open', 1, { rank: 1, tied: true, of: 3 }], ['times', 3, { rank: 1, tied: false, of: 2 }],
  ]);
  expect(firmRanks(contractors.map((c) => ({ ...c, mine: false })), [], []).every((r) => r.rank === null && r.value === null)).toBe(true);
});
