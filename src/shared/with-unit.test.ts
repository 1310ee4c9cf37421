import { expect, it } from 'vitest';
import { withUnit } from './with-unit.ts';

it.each([
  ['未支付工资', '万元', '未支付工资（万元）'], ['形象进度', '%', '形象进度（%）'], ['Unpaid wages', '¥10k', 'Unpaid wages (¥10k)'], ['Project', '', 'Project'], ['项目', '', '项目'],
])('%s in %s is headed %s', (title, unit, heading) => expect(withUnit(title, unit)).toBe(heading));
