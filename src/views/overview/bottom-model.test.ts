import { createI18n } from 'vue-i18n';
import { compileMessage } from '../../composables/message-format.ts';
import { expect, it } from 'vitest';
import { wordsOf } from '../../composables/use-words.ts';
import { MESSAGES } from '../../locales/messages.ts';
import { cellText } from '../../model/table-model.ts';
import { SOURCE_IDS } from '../../model/indicators/money.ts';
import { bottomTable, counters, paidBySource } from './bottom-model.ts';

const words = wordsOf(createI18n({ legacy: false, locale: 'zh-CN', messageCompiler: compileMessage, messages: MESSAGES }).global);
const unpaid = (n: number | null) => Object.fromEntries(Object.values(SOURCE_IDS).map((id) => [`paid_${id}_n`, n]));
const week = (as_of: string, owner: number | null, court: number, workers: number, unstated = 0) => ({ as_of, paid_week_n: owner === null ? null : owner + court + unstated, paid_week_workers_n: workers, ...unpaid(owner === null ? null : 0), paid_owner_n: owner, paid_court_n: court, bottom_group_n: 0, bottom_opinion_n: 1, bottom_government_n: null, bottom_notified_n: 0 });
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
it('what has no stated source is a line of its own, so that the lines add up to the total: in panel, table and CSV', () => {
  const series = [week('2026-11-13', 1, 1, 1), week('2026-11-20', 40_000.1, 20_000.2, 3, 40_000)];
  const paid = paidBySource(series, '2026-11-20', null, words);
  expect(paid.sources.map((s) => `${s.id} ${s.label} ${s.parts.n} ${s.amount}`)).toEqual(['paid_owner 建设单位 40000.1 4.0', 'paid_court 法院执行 20000.2 2.0', 'unstated 未填 40000 4.0']);
  expect(bottomTable([], paid, words).rows.map((r) => `${r['item']} ${r['value']}`).slice(2)).toEqual(['清偿来源：建设单位 4.00001', '清偿来源：法院执行 2.00002', '清偿来源：未填 4']);
  expect(paidBySource([week('2026-11-13', 1, 1, 1), week('2026-11-20', 0, 0, 1, 9)], '2026-11-20', null, words).sources).toMatchObject([{ id: 'unstated', width: 100 }]);
});
it('has a table twin with the same numbers', () => {
  const { columns, rows } = bottomTable(counters(SERIES, '2026-11-20', words), paidBySource(SERIES, '2026-11-20', null, words), words);
  expect(rows.map((r) => columns.map((c) => cellText(c, r)).join(' '))).toEqual(['群体性极端事件 0 起', '重大舆情 1 起', '政府项目欠薪 — 个', '被上级通报 0 起', '本周清偿 75.0 万元', '清偿人数 5 人', '清偿来源：法院执行 75.0 万元']);
});
