import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL, formatTerm, parseTerm, type Term, termOf } from './term.ts';

describe('the list in the link', () => {
  it.each<[string, Term]>([
    ['', ALL], ['closed', termOf('closed')], ['closed.w2026-10-23', termOf('closed', { day: '2026-10-23' })], ['opening.g2', termOf('opening', { grade: '严重' })], ['closing.w2026-10-23.g1', termOf('closing', { day: '2026-10-23', grade: '一般' })],
    ['lost.u990101001', termOf('lost', { unit: '990101001' })], ['closed.ua.b.c', termOf('closed', { unit: 'a.b.c' })], ['closed.n', termOf('closed', { unit: null })], ['field.leader', termOf('field', { field: 'leader' })],
    ['band.2-1-', termOf('band', { states: ['严重', '一般', null] })], ['band.-0-c', termOf('band', { states: [null, '无欠薪', '司法程序'] })], ['band.x--x', termOf('band', { states: ['漏报', null, '漏报'] })],
  ])('%s', (text, term) => {
    expect(formatTerm(term)).toBe(text);
    expect(parseTerm(text)).toEqual(term);
  });
  it.each(['nonsense', 'band.', 'band.1-2', 'field.<script>', 'field.', 'all'])('%s opens the whole list', (text) => expect(parseTerm(text)).toEqual(ALL));
  it('never throws', () => expect(() => fc.assert(fc.property(fc.string(), (text) => void parseTerm(text)))).not.toThrow());
});
