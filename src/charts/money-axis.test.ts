import { expect, it } from 'vitest';
import { WAN } from '../shared/format.ts';
import { moneyAxis } from './money-axis.ts';

it.each([
  [252, ['0', '100', '200', '300']], [1120, ['0', '500', '1,000', '1,500']], [180, ['0', '50', '100', '150', '200']], [0.3, ['0.0', '0.1', '0.2', '0.3']], [0, ['0.00']],
] as const)('%s 万元 has the ticks %j', (most, ticks) => {
  const axis = moneyAxis(most * WAN);
  expect(axis.ticks.slice(0, ticks.length).map((t) => t.text)).toEqual(ticks);
  expect(axis.top).toBeGreaterThanOrEqual(most * WAN);
  expect(axis.ticks.length).toBeLessThanOrEqual(5);
});
