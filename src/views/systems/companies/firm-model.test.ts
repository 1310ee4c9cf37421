import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../composables/use-words.ts';
import { cellText } from '../../../model/table-model.ts';
import type { Row } from '../../../engine/rows.ts';
import { finds, firmsOf, firmTable, nameNote, shownFirms } from './firm-model.ts';

const row = (change: Record<string, unknown> = {}): Row => ({
  firm: 'C1', code: 'C1', name: '甲建设', names: '甲建设', same_name: 1, registered: true, review_grade: 'A', times_in_arrears: 0, listed_on: null, listed_until: null, liaison: null, monitored: false, sites: 1, projects_n: 2, open_risk_n: 1, unpaid_wages_n: 5_150_000, unpaid_workers_n: 12, ...change,
}) as Row;
const MARKS: Readonly<Record<string, string>> = { 'marks.list': '、', 'marks.clause': '；' };
const words = wordsOf({ t: (key, named = {}) => MARKS[key] ?? `${key.split('.').pop()!}${Object.values(named).map((v) => ` ${String(v)}`).join('')}`, te: () => false, locale: { value: 'zh-CN' } });
const one = (change: Record<string, unknown>, limit: number | null = 3) => firmsOf([row(change)], limit, '2026-11-20')[0]!;

describe('marks', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['three times in arrears', { times_in_arrears: 3 }, ['repeat']], ['twice', { times_in_arrears: 2 }, []],
    ['on the list', { listed_on: '2026-11-05', listed_until: '2027-11-04' }, ['listed']], ['on its last day', { listed_on: '2025-11-21', listed_until: '2026-11-20' }, ['listed']],
    ['over the day before', { listed_on: '2025-11-20', listed_until: '2026-11-19' }, []], ['not yet', { listed_on: '2026-11-21' }, []], ['without an end', { listed_on: '2026-01-01' }, ['listed']],
    ['review failed', { review_grade: '不合格' }, ['failed']], ['monitored', { monitored: true }, ['monitored']], ['unknown', { monitored: null, times_in_arrears: null, review_grade: null }, []],
    ['two names', { names: '甲建设\u001f甲建设集团' }, ['names']], ['two codes', { same_name: 2 }, ['names']],
  ])('%s', (_, change, marks) => expect([...one(change).marks]).toEqual(marks));

  it('of times in arrears follow the county’s rule', () => {
    expect([...one({ times_in_arrears: 2 }, 2).marks]).toEqual(['repeat']);
    expect([...one({ times_in_arrears: 9 }, null).marks]).toEqual([]);
  });
});

it('tells was, is and never on the list apart', () => {
  expect([one({}).listed, one({ listed_on: '2025-01-01', listed_until: '2025-12-31' }).listed, one({ listed_on: '2026-01-01' }).listed, one({ listed_on: '2026-12-31' }).listed]).toEqual([null, { now: false, until: '2025-12-31' }, { now: true, until: '—' }, null]);
});

it('leads to a page by code, else by name, as text', () => {
  expect([one({}).path, one({ code: null, name: '甲/乙 <b>?#' }).path]).toEqual(['/company/C1', '/company/%E7%94%B2%2F%E4%B9%99%20%3Cb%3E%3F%23']);
});

it('says other names and namesakes', () => {
  expect(nameNote(one({ names: '甲建设集团\u001f甲建设\u001f甲公司', same_name: 2 }), words.t)).toBe('otherNames 甲建设集团、甲公司；namesakes 2');
  expect(nameNote(one({}), words.t)).toBe('');
});

it('is found by any name or code, all words of the search', () => {
  const firm = one({ names: '甲建设\u001f宏远集团', code: '91AB' });
  expect(['', '宏远', '91ab', '甲 集团', '乙', '甲 乙'].map((s) => finds(firm, s))).toEqual([true, true, true, true, false, false]);
  expect(shownFirms([firm, one({ monitored: true })], 'monitored', '').map((f) => f.name)).toEqual(['甲建设']);
});

it('writes — for unknown, 0 for none, marks in words, money in 万元', () => {
  const { columns, rows } = firmTable([one({ times_in_arrears: 4 }), one({ times_in_arrears: null, monitored: null, review_grade: null, unpaid_wages_n: 0 })], words, 3);
  const read = (key: string) => rows.map((r) => cellText(columns.find((c) => c.key === key)!, r));
  expect([read('times_in_arrears'), read('monitored'), read('review_grade'), read('unpaid_wages'), read('listed'), read('projects')]).toEqual([['times 4', '—'], ['no', '—'], ['A', '—'], ['515.0', '0.0'], ['—', '—'], ['2', '2']]);
});
