import { expect, it } from 'vitest';
import { computed } from 'vue';
import { addMessages, i18n, showLanguage } from './i18n.ts';

const t = i18n.global.t as (key: string, named?: Record<string, unknown>) => string;

it('says a plain text in the language on screen, and again after it changes', async () => {
  addMessages({ memo: { word: '词', of: '第{n}周' } }, { memo: { word: 'word', of: 'week {n}' } });
  const said = computed(() => [t('memo.word'), t('memo.of', { n: 7 })]);
  expect(said.value).toEqual(['词', '第7周']);
  await showLanguage('en');
  expect(said.value).toEqual(['word', 'week 7']);
  await showLanguage('zh-CN');
  expect([said.value, t('memo.of', { n: 8 })]).toEqual([['词', '第7周'], '第8周']);
});

it('asks again for words that come later with a page', () => {
  expect(t('memoLate.word')).toBe('memoLate.word');
  addMessages({ memoLate: { word: '后到' } }, { memoLate: { word: 'late' } });
  expect(t('memoLate.word')).toBe('后到');
});
