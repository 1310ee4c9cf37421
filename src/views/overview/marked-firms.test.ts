import { expect, it } from 'vitest';
import { markedFirms } from './marked-firms.ts';

const firm = (name: string | null, times: number | null, names: readonly string[] = name === null ? [] : [name]) => ({ firm: `code of ${name}`, name, names: names.join('\u001f'), times_in_arrears: times, listed_on: '2026-01-01', listed_until: null });
const of = (...rows: ReturnType<typeof firm>[]) => Object.fromEntries(markedFirms(rows, 3, '2026-11-20'));

it('three or more times in arrears, by the county’s limit; a firm only on the blacklist is not marked for times', () =>
  expect(of(firm('甲', 3), firm('乙', 2), firm('丙', null), firm('丁', 7))).toEqual({ 甲: 3, 丁: 7 }));
it('under every name a firm stands under; of namesakes the highest', () => expect(of(firm('甲公司', 3, ['甲公司', '甲有限公司']), firm('甲公司', 5))).toEqual({ 甲公司: 5, 甲有限公司: 3 }));
it('nobody when the rule is off', () => expect(markedFirms([firm('甲', 9)], null, '2026-11-20').size).toBe(0));
it('hostile names are keys like others', () => expect([...markedFirms([firm('__proto__', 4), firm('<b>', 4)], 3, '2026-11-20').keys()]).toEqual(['__proto__', '<b>']));
