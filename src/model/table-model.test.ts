import { expect, it } from 'vitest';
import { columnTitle } from './table-model.ts';

it.each([
  ['未支付工资', '万元', '未支付工资（万元）'], ['形象进度', '%', '形象进度（%）'], ['Unpaid wages', '¥10k', 'Unpaid wages (¥10k)'], ['Project', '', 'Project'],
])('%s in %s is headed %s', (title, unit, heading) => expect(columnTitle({ key: 'k', title, unit })).toBe(heading));
