import type { Arrears, Step } from './arrears-step.ts';

const arrears = (no: number, owed: string, found: string, closed: number, cause: string, promised: string, steps: readonly Step[]): Arrears =>
  ({ id: `AL-${String(no).padStart(3, '0')}`, owed, found, closed, cause, promises: [[found, promised]], steps });

/** Arrears closed before the campaign: projects under way in weeks 22–36, then, long settled, those paid off before the first week. */
export const EARLIER_ARREARS: readonly Arrears[] = [
  arrears(14, '2026-04-20', '2026-04-24', 26, '建设单位工程款拨付不到位', '2026-06-30', [[22, 64.0, 41, '一般']]),
  arrears(42, '2026-05-12', '2026-05-19', 28, '施工总承包资金周转困难', '2026-07-15', [[22, 38.5, 26, '一般']]),
  arrears(19, '2026-05-08', '2026-05-14', 30, '分包截留、人工费未分账', '2026-07-31', [[22, 52.0, 34, '一般']]),
  arrears(56, '2026-04-25', '2026-04-29', 33, '工程量结算争议', '2026-08-15', [[22, 88.0, 57, '一般'], [29, 50.0, 32, '一般']]),
  arrears(23, '2026-06-08', '2026-06-16', 35, '建设单位工程款拨付不到位', '2026-08-31', [[25, 46.0, 30, '一般']]),
  arrears(45, '2026-06-20', '2026-07-01', 36, '施工总承包资金周转困难', '2026-09-10', [[27, 57.6, 37, '一般']]),
  arrears(67, '2026-01-10', '2026-01-12', 7, '建设单位工程款拨付不到位', '2026-02-13', [[3, 738.6, 268, '严重']]),
  arrears(68, '2026-01-12', '2026-01-15', 6, '施工总承包资金周转困难', '2026-02-13', [[3, 486.0, 214, '严重']]),
  arrears(70, '2026-01-08', '2026-01-13', 7, '工程量结算争议', '2026-02-13', [[3, 548.0, 239, '严重']]),
  arrears(73, '2026-01-15', '2026-01-20', 6, '分包截留、人工费未分账', '2026-02-13', [[4, 152.0, 96, '一般']]),
];
