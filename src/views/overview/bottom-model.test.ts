import { createI18n } from 'vue-i18n';
import { compileMessage } from '../../composables/message-format.ts';
import { expect, it } from 'vitest';
import { wordsOf } from '../../composables/use-words.ts';
import { MESSAGES } from '../../locales/messages.ts';
import { cellText } from '../../model/table-model.ts';
import { bottomTable, counters, paidBySource } from './bottom-model.ts';

const words = wordsOf(createI18n({ legacy: false, locale: 'zh-CN', messageCompiler: compileMessage, messages: MESSAGES }).global);
const week = (as_of: string, owner: number | null, court: number, workers: number) => ({ as_of, paid_week_n: owner === null ? null : owner + court, paid_week_workers_n: workers, paid_owner_n: owner, paid_court_n: court, paid_contractor_n: 0, bottom_group_n: 0, bottom_opinion_n: 1, bottom_government_n: null, bottom_notified_n: 0 });
const SERIES = [week('2026-10-30', 0.1, 0, 1), week('2026-11-06', 1_000_000.1, 0, 10), week('2026-11-13', 2_000_000.2, 500_000, 20), week('2026-11-20', 0, 750_000, 5)];

it('0 is held, above 0 broken, not imported neither', () => {
  expect(counters(SERIES, '2026-11-20', words).map((c) => [c.label, c.shown.value, c.state])).toEqual([['群体性极端事件', '0', 'good'], ['重大舆情', '1', 'bad'], ['政府项目欠薪', '—', 'unknown'], ['被上级通报', '0', 'good']]);
});
it.each([
  ['2026-11-13', '2026-11-13', 750_000, 5, ['法院执行 75.0 100']],
  ['2026-10-30', '2026-10-30', 4_250_000.3, 35, ['建设单位 300.0 100', '法院执行 125.0 42']],
  [null, '2026-11-13', 750_000, 5, ['法院执行 75.0 100']],
])('compared with %s it adds up the steps after %s', (compare, since, total, workers, sources) => {
  const paid = paidBySource(SERIES, '2026-11-20', compare, words);
  expect([paid.since, paid.total.n, paid.workers.n, paid.sources.map((s) => `${s.label} ${s.amount} ${Math.round(s.width)}`)]).toEqual([since, total, workers, sources]);
});
it('the first snapshot has nothing to add up, and a week that is unknown makes the sum unknown', () => {
  expect(paidBySource(SERIES.slice(0, 1), '2026-10-30', null, words)).toMatchObject({ since: null, total: { n: null }, sources: [] });
  expect(paidBySource([SERIES[0]!, week('2026-11-06', null, 0, 0), SERIES[2]!], '2026-11-13', '2026-10-30', words).total.n).toBeNull();
});
it('has a table twin with the same numbers', () => {
  const { columns, rows } = bottomTable(counters(SERIES, '2026-11-20', words), paidBySource(SERIES, '2026-11-20', null, words), words);
  expect(rows.map((r) => columns.map((c) => cellText(c, r)).join(' '))).toEqual(['群体性极端事件 0 起', '重大舆情 1 起', '政府项目欠薪 — 个', '被上级通报 0 起', '本周清偿 75.0 万元', '清偿人数 5 人', '清偿来源：法院执行 75.0 万元']);
});
