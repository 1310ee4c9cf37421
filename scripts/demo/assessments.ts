import type { AssessmentRow } from '../../src/model/tables.ts';
import { addDays } from '../../src/shared/dates.ts';
import { addMonths, monthOf } from './days.ts';
import { PLACES } from './geography.ts';
import { sourceOf } from './random.ts';
import { DEPARTMENTS } from './units.ts';

const ITEMS: readonly (readonly [item: string, full: number, reasons: readonly string[]])[] = [
  ['线索按期办结', 40, ['线索超期办结', '退回重办', '回复不及时']],
  ['制度落实', 35, ['实名制更新不及时', '专户台账不全', '告示牌信息不全']],
  ['信息报送', 25, ['周报迟报', '台账漏项', '数据前后不一致']],
];
const UNITS: readonly (readonly [AssessmentRow['axis'], string])[] = [
  ...PLACES.map((p) => ['属地', p.place_code] as const), ...DEPARTMENTS.map((d) => ['主管部门', d.dept_code] as const),
];
/** Scores of a month are settled by the 10th of the next one. */
const SETTLED_AFTER = 10;

/** 月考核 of the last three settled months: every unit, with the reason wherever points were lost. */
export function assessmentRows(asOf: string): AssessmentRow[] {
  const newest = addMonths(monthOf(addDays(asOf, -SETTLED_AFTER)), -1);
  return [-2, -1, 0].flatMap((back) => UNITS.flatMap(([axis, unit_code]) => ITEMS.map(([item, points_full, reasons]) => {
    const month = addMonths(newest, back);
    const source = sourceOf(`考核 ${axis} ${unit_code} ${month} ${item}`);
    const lost = source.chance(30) ? source.int(1, 6) : 0;
    return { axis, unit_code, month, item, points_full, points: points_full - lost, reason: lost > 0 ? source.pick(reasons) : null };
  })));
}
