import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionsSchema } from '../model/decisions.ts';
import { type Decision, openBook } from '../stores/decision-book.ts';
import { decisionsFile, decisionsName, decisionsText, meetingDay } from './decisions.ts';

const FACTS = { county: '990101', snapshot: '2026-11-20', asOf: '2026-11-20', sha256: 'a'.repeat(64) };
const entry = (more: Partial<Decision> = {}): Decision => ({ id: 'JY20261120-A', projectId: 'AL-022', content: '动用保证金', unit: '交通局', responsible: null, dueOn: '2026-11-27', note: null, on: '2026-11-23', order: 1, revision: 1, exported: null, gone: false, ...more });

describe('the file of a meeting', () => {
  it('names county, snapshot, its seal and the day; entries without what only the browser needs', () => {
    expect(decisionsFile([entry()], FACTS, '2026-11-24')).toEqual({
      format: 1, county: '990101', snapshot: '2026-11-20', manifest_sha256: 'a'.repeat(64), meeting_on: '2026-11-23',
      entries: [{ id: 'JY20261120-A', project_id: 'AL-022', content: '动用保证金', unit: '交通局', responsible: null, due_on: '2026-11-27', note: null }],
    });
    expect(decisionsName('2026-11-20')).toBe('交办-2026-11-20.json');
  });
  it.each([[[], '2026-11-24', '2026-11-24'], [['2026-11-24', '2026-11-23'], '2026-11-25', '2026-11-23'], [['2026-11-01'], '2026-11-01', '2026-11-20'], [[], '2020-01-01', '2026-11-20']])('the meeting of entries from %j on %s is on %s', (days, today, want) =>
    expect(meetingDay(days.map((on) => ({ on })), '2026-11-20', today)).toBe(want));
  it('refuses what could not be merged', () => {
    expect(() => decisionsFile([entry({ content: '' })], FACTS, '2026-11-24')).toThrow();
    expect(() => decisionsFile([entry({ dueOn: '下周' })], FACTS, '2026-11-24')).toThrow();
  });
  it('any text goes through browser, file and reader unchanged', () => {
    fc.assert(fc.property(fc.array(fc.record({ content: fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), note: fc.option(fc.string({ unit: 'grapheme', maxLength: 80 })), project: fc.option(fc.string({ unit: 'grapheme' })) }), { maxLength: 6 }), (given) => {
      let n = 0;
      const book = openBook({ county: '1', snapshot: 's', storage: null, newId: () => `N${(n += 1)}` });
      for (const { content, note, project } of given) book.record(project, '2026-11-23', { content, unit: null, responsible: null, dueOn: null, note });
      const read = decisionsSchema.parse(JSON.parse(decisionsText(decisionsFile(book.entries(), FACTS, '2026-11-23'))));
      expect(read.entries.map((e) => [e.id, e.project_id, e.content, e.note])).toEqual(book.entries().map((e) => [e.id, e.projectId, e.content, e.note]));
    }), { numRuns: 40 });
  });
});
