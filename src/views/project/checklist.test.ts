import { expect, it } from 'vitest';
import { EIGHT } from '../../model/compliance.ts';
import { checklistOf, inPlace, passed } from './checklist.ts';

const row = (item: string, done: number | null, total: number | null, evidence: string | null = null) => ({ item, done, total, evidence });

it('passes what is done in full, fails what is not, leaves out what was not collected', () => {
  const items = checklistOf([row('劳动合同签订', 127, 127, '127/127 人'), row('实名制考勤', 5, 127), row('工伤保险', null, 127), row('工资保证金', 0, 0), row('银行代发', 0, 1, ''), row('总监到岗', 1, 1)], EIGHT);
  expect(items.map((i) => i.item)).toEqual(EIGHT);
  expect(items.map((i) => i.state)).toEqual(['pass', 'fail', 'none', 'none', 'none', 'fail', 'none', 'none']);
  expect([items[0]!.evidence, items[5]!.evidence]).toEqual(['127/127 人', null]);
  expect(passed(items)).toEqual({ n: 1, d: 3 });
  expect(inPlace(items)).toEqual({ n: 132, d: 255 });
});
