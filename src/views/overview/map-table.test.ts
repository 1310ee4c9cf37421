import { describe, expect, it } from 'vitest';
import '../../composables/late-words.ts';
import { i18n } from '../../composables/i18n.ts';
import { wordsOf } from '../../composables/use-words.ts';
import type { Mark } from '../../map/markers.ts';
import { placeValues } from '../../map/place-values.ts';
import { indicatorOf } from '../../model/indicators.ts';
import { DEFAULT_RULES } from '../../model/rules/defaults.ts';
import { cellText } from '../../model/table-model.ts';
import { mapTable } from './map-table.ts';
import { findingOf, mapWords } from './map-words.ts';

const words = wordsOf(i18n.global as never);
const day = '2026-11-20';
const cell = (as_of: string, place_code: string, n: number, d: number) => ({ as_of, place_code, clue_on_time_rate_n: n, clue_on_time_rate_d: d, unpaid_wages_n: 3_864_000, projects_n: d });
const places = ['太平镇', '青山乡', '云台乡', '<b>镇</b>'].map((name) => ({ place_code: name, name }));
const i = indicatorOf('clue_on_time_rate');
const values = placeValues(i, DEFAULT_RULES, { places, asOf: day, compare: '2026-11-13', returns: [{ axis: '属地', unit_code: '<b>镇</b>', due: 1, received: 0 }], sites: [{ place_code: '太平镇', open: true, grade_now: '严重' }], byPlace: [cell(day, '太平镇', 6, 7), cell('2026-11-13', '太平镇', 5, 7), cell(day, '青山乡', 1, 1), cell(day, '<b>镇</b>', 5, 5)] });
const said = mapWords(words, i, (code) => code ?? '—');
const mark: Mark = { id: 'AL', name: '<script>1</script>', place: '太平镇', kind: 'severe', lon: 110, lat: 35, number: 1, court: true, supervised: true, faded: false, unpaid: 3_864_000, workers: 127 };

describe('what the map writes', () => {
  it('a value has n/d, a small denominator n/d alone, the others a word', () => {
    expect(values.map(said.value)).toEqual(['85.7% 6/7', '1/1', '无到期线索', '未报送']);
    expect(values.map(said.state)).toEqual(['', '分母<3', '无到期线索', '未报送']);
  });
  it('cards and call-outs: names as they are, change with arrow and word', () => {
    expect(said.placeLines(values[0]!)).toEqual(['按期办结率 85.7% 6/7', '较上期 ▲ 14.3 个百分点 好转', '无欠薪 6/7 · 未支付 386.4 万元', '未销号 1（严重 1）']);
    expect(said.callout(mark)).toEqual({ title: '① <script>1</script>', text: '严重 · 386.4 万元 · 127 人' });
    expect(said.markLines(mark)).toEqual(['严重 · 太平镇 · 图上 1 号', '386.4 万元 · 127 人', '司法程序 · 挂牌督办']);
  });
  it('the finding names the worst places and the open projects', () => expect(findingOf(words, said, i, values, { severe: 1, general: 0 })).toBe('属地分布图，线索按期办结率：4 个属地，最需关注 太平镇 85.7% 6/7。未销号项目：严重 1 个，一般 0 个。'));
  it('the twin has every place, a value only where the map has one, and the reason', () => {
    const { columns, rows } = mapTable(words, said, i, values, 1);
    expect(rows.map((row) => columns.map((c) => cellText(c, row)))).toEqual([
      ['太平镇', '85.7', '6/7', '7', '1', '1', '386.4', '—'], ['青山乡', '—', '1/1', '1', '0', '0', '386.4', '分母<3'], ['云台乡', '—', '0/0', '0', '0', '0', '—', '无到期线索'], ['<b>镇</b>', '—', '—', '5', '0', '0', '386.4', '未报送'],
    ]);
  });
});
