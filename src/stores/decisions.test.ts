import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DECISION_ID, decisionId } from '../model/decision-id.ts';
import { type BookOptions, type DecisionFields, type KeyValue, openBook, randomId } from './decision-book.ts';

/** A storage that can be full or blocked; `listen` hears what one tab writes, as another tab would. */
function fakeStorage() {
  const kept = new Map<string, string>();
  let [room, blocked] = [Number.POSITIVE_INFINITY, false];
  const listeners: ((key: string, value: string | null) => void)[] = [];
  const used = (): number => [...kept].reduce((sum, [k, v]) => sum + k.length + v.length, 0);
  const denied = (): void => {
    if (blocked) throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  const storage: KeyValue = {
    get length() {
      denied();
      return kept.size;
    },
    key: (i) => [...kept.keys()][i] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      denied();
      if (used() - (kept.has(key) ? key.length + kept.get(key)!.length : 0) + key.length + value.length > room) throw new DOMException('exceeded the quota', 'QuotaExceededError');
      kept.set(key, value);
      for (const hear of listeners) hear(key, value);
    },
    removeItem: (key) => {
      denied();
      kept.delete(key);
      for (const hear of listeners) hear(key, null);
    },
  };
  return { storage, kept, listen: (hear: (key: string, value: string | null) => void) => listeners.push(hear), fill: () => (room = used()), free: () => (room = Number.POSITIVE_INFINITY), block: () => (blocked = true) };
}

let ids = 0;
const options = (storage: KeyValue | null, more: Partial<BookOptions> = {}): BookOptions => ({ county: '990101', snapshot: '2026-11-20', storage, newId: () => `N${(ids += 1)}`, ...more });
const fields = (content: string, more: Partial<DecisionFields> = {}): DecisionFields => ({ content, unit: '交通局', responsible: '刘卫东', dueOn: '2026-11-27', note: null, ...more });
const contents = (book: ReturnType<typeof openBook>): string[] => book.entries().map((e) => e.content);
const ON = '2026-11-23';

describe('a book of decisions', () => {
  it('is there again after a reload: entries in their order, drafts as typed', () => {
    const { storage } = fakeStorage();
    const book = openBook(options(storage));
    book.record('AL-022', ON, fields('动用保证金'));
    book.record(null, ON, fields('各镇排查'));
    book.setDraft('AL-022', { ...fields('约谈建设单'), editing: null });
    const again = openBook(options(storage));
    expect([contents(again), again.draft('AL-022')?.content, again.draft('AL-031'), again.draft(null), again.keeping()]).toEqual([['动用保证金', '各镇排查'], '约谈建设单', null, null, 'kept']);
    // What was left behind is taken over, stored once, and gone when it is done.
    again.setDraft('AL-022', { ...fields('约谈建设单位'), editing: null });
    again.setDraft('AL-022', null);
    expect([again.draft('AL-022'), openBook(options(storage)).draft('AL-022')]).toEqual([null, null]);
  });

  it('keeps counties and snapshots apart, and projects whose ids begin alike', () => {
    const { storage } = fakeStorage();
    openBook(options(storage)).record('AL-022', ON, fields('甲'));
    expect([contents(openBook(options(storage, { county: '990102' }))), contents(openBook(options(storage, { snapshot: '2026-11-20-r2' })))]).toEqual([[], []]);
    const book = openBook(options(storage));
    book.setDraft('A:1', { ...fields('x'), editing: null });
    expect([book.draft('A'), book.draft('A:1')?.content, book.draft(null)]).toEqual([null, 'x', null]);
  });

  it('changes, takes back and undoes', () => {
    const book = openBook(options(fakeStorage().storage));
    const first = book.record('AL-022', ON, fields(' 动用保证金\n清偿 '))!;
    expect([first.content, book.record(null, ON, fields('  \n')), book.amend('none', fields('x'))]).toEqual(['动用保证金 清偿', null, null]);
    book.amend(first.id, fields('动用保证金'));
    expect(contents(book)).toEqual(['动用保证金']);
    book.restore(first.id, first);
    expect(contents(book)).toEqual(['动用保证金 清偿']);
    book.remove(first.id);
    expect(contents(book)).toEqual([]);
    book.restore(first.id, first);
    expect(contents(book)).toEqual(['动用保证金 清偿']);
    book.restore(first.id, null);
    expect(contents(book)).toEqual([]);
  });

  it('counts what no saved file holds: new, changed, taken back', () => {
    const { storage } = fakeStorage();
    const book = openBook(options(storage));
    const [a, b] = [book.record(null, ON, fields('甲'))!, book.record(null, ON, fields('乙'))!];
    expect(book.unexported()).toBe(2);
    book.markExported(book.entries());
    expect([book.unexported(), openBook(options(storage)).unexported()]).toEqual([0, 0]);
    book.amend(a.id, fields('甲'));
    expect(book.unexported()).toBe(0);
    book.amend(a.id, fields('甲二'));
    expect(book.unexported()).toBe(1);
    book.remove(b.id);
    expect([book.unexported(), contents(book)]).toEqual([2, ['甲二']]);
    book.markExported(book.entries());
    expect([book.unexported(), contents(openBook(options(storage)))]).toEqual([0, ['甲二']]);
    const now = book.get(a.id)!;
    book.amend(a.id, fields('甲三'));
    book.markExported(book.entries());
    book.restore(a.id, now);
    expect(book.unexported()).toBe(1);
  });

  it('of two tabs: neither loses what the other wrote', () => {
    const shared = fakeStorage();
    const [left, right] = [openBook(options(shared.storage)), openBook(options(shared.storage))];
    const mine = left.record('AL-022', ON, fields('左'))!;
    right.record('AL-022', ON, fields('右'));
    left.setDraft('AL-022', { ...fields('左草稿'), editing: null });
    right.setDraft('AL-022', { ...fields('右草稿'), editing: null });
    expect([left.draft('AL-022')?.content, right.draft('AL-022')?.content]).toEqual(['左草稿', '右草稿']);
    expect(contents(openBook(options(shared.storage))).sort()).toEqual(['右', '左'].sort());
    for (const [key, value] of shared.kept) for (const tab of [left, right]) tab.take(key, value);
    expect([contents(left).sort(), contents(right).sort()]).toEqual([['右', '左'].sort(), ['右', '左'].sort()]);
    // Killed now, both drafts are still there, one after the other.
    const next = openBook(options(shared.storage));
    const first = next.draft('AL-022')!.content;
    next.setDraft('AL-022', null);
    expect([first, next.draft('AL-022')!.content].sort()).toEqual(['右草稿', '左草稿'].sort());
    left.remove(mine.id);
    right.take(`${left.prefix}e:${mine.id}`, null);
    expect(contents(right)).toEqual(['右']);
    right.take(`${left.prefix}e:other`, '{"id":"other"}');
    right.take('someone else', 'x');
    expect(contents(right)).toEqual(['右']);
  });

  it('says that storage is full, keeps everything in memory, and stores it when there is room', () => {
    const shared = fakeStorage();
    const book = openBook(options(shared.storage));
    book.record(null, ON, fields('甲'));
    shared.fill();
    book.record(null, ON, fields('乙'));
    book.setDraft(null, { ...fields('丙'), editing: null });
    expect([book.keeping(), contents(book), book.draft(null)?.content, contents(openBook(options(shared.storage)))]).toEqual(['full', ['甲', '乙'], '丙', ['甲']]);
    shared.free();
    book.setDraft(null, { ...fields('丙丁'), editing: null });
    expect([book.keeping(), contents(openBook(options(shared.storage))), openBook(options(shared.storage)).draft(null)?.content]).toEqual(['kept', ['甲', '乙'], '丙丁']);
  });

  it('says that storage is blocked, from the start or later, and works on', () => {
    const none = openBook(options(null));
    none.record(null, ON, fields('甲'));
    expect([none.keeping(), contents(none)]).toEqual(['blocked', ['甲']]);
    const shared = fakeStorage();
    shared.block();
    const book = openBook(options(shared.storage));
    book.record(null, ON, fields('甲'));
    book.setDraft(null, { ...fields('乙'), editing: null });
    expect([book.keeping(), contents(book), book.draft(null)?.content]).toEqual(['blocked', ['甲'], '乙']);
  });

  it('leaves out what is damaged, and only that', () => {
    const { storage, kept } = fakeStorage();
    const book = openBook(options(storage));
    book.record(null, ON, fields('甲'));
    for (const [i, bad] of ['{', 'null', '[]', '{"id":"x"}', '"甲"'].entries()) kept.set(`${book.prefix}e:bad${i}`, bad);
    kept.set(`${book.prefix}d::w`, '{"content":1}');
    const again = openBook(options(storage));
    expect([contents(again), again.draft(null)]).toEqual([['甲'], null]);
  });

  it('gives back any text as it was typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.option(fc.string({ unit: 'grapheme' })), fc.option(fc.string({ unit: 'grapheme' })), (content, project, note) => {
      const { storage } = fakeStorage();
      const book = openBook(options(storage));
      const made = book.record(project, ON, fields(content, { note }));
      book.setDraft(project, { ...fields(content), editing: made?.id ?? null });
      const again = openBook(options(storage));
      expect(again.entries()).toEqual(made ? [made] : []);
      expect(again.draft(project)).toEqual({ ...fields(content), editing: made?.id ?? null });
    }), { numRuns: 40 });
  });
  it.each(['=HYPERLINK("http://x")', '<img src=x onerror=alert(1)>', '👷‍♀️🏗️', '\u202eمشروع الطريق', `'); DROP TABLE actions; --`])('takes %s as words', (text) => {
    const book = openBook(options(fakeStorage().storage));
    expect(book.record(null, ON, fields(text))?.content).toBe(text);
  });
  it('makes ids that a ledger spells no other way, and that the pipeline knows again', () => {
    expect(randomId((bytes) => bytes.map((_, i) => i * 21))).toMatch(/^[2-9A-HJKMNP-TV-Z]{12}$/);
    expect(decisionId('2026-11-20', randomId())).toMatch(new RegExp(DECISION_ID));
  });
});
