import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILTERS, FILTER_IDS, parseFilter, serialiseFilter } from './filters.ts';

const valueOf = (id: (typeof FILTER_IDS)[number]) => {
  const { keys } = FILTERS[id];
  return fc.option(keys ? fc.constantFrom(...Object.values(keys)) : fc.string({ minLength: 1, unit: fc.constantFrom(',', '-', '%', '2', 'D', '工', "'", '\u202e') }), { nil: null });
};

describe.each(FILTER_IDS)('filter %s', (id) => {
  it('reads back what it writes, hostile codes included', () => {
    fc.assert(fc.property(fc.uniqueArray(valueOf(id), { maxLength: 6 }), (values) => {
      expect(parseFilter(id, serialiseFilter(id, values))).toEqual({ values, problems: [] });
    }));
  });
  it('never throws, and tells codes it does not know', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(',', '-', '%', '2', '1', 'Z', '工', '\u0000') }), (text) => {
      const { values, problems } = parseFilter(id, text);
      expect(values.length + problems.length).toBeLessThanOrEqual(text.split(',').length);
    }));
  });
});

it.each([
  ['g', '2,1', ['严重', '一般'], []], ['g', '2,2', ['严重'], []], ['g', '9,1', ['一般'], ['9']], ['g', 'constructor', [], ['constructor']], ['inv', '-', [null], []], ['area', '990101001,%ZZ', ['990101001'], ['%ZZ']], ['dept', '', [], []],
] as const)('%s=%s', (id, text, values, problems) => expect(parseFilter(id, text)).toEqual({ values, problems }));
it('refuses to write a value that is none', () => expect(() => serialiseFilter('g', ['红'])).toThrow(/隐患等级 没有取值 红/));
