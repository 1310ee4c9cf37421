import { createI18n } from 'vue-i18n';
import { describe, expect, test } from 'vitest';
import { MESSAGES } from '../locales/messages.ts';
import { compileMessage } from './message-format.ts';

const said = (message: string, named: Record<string, unknown> = {}): string => {
  const { t } = createI18n({ legacy: false, locale: 'x', messageCompiler: compileMessage, messages: { x: { message } } }).global;
  return t('message', named);
};

const texts = (words: object): string[] => Object.values(words).flatMap((word) => (typeof word === 'string' ? [word] : texts(word as object)));

describe('UI strings', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['没有变量', {}, '没有变量'],
    ['第{week}周 {n}/{d}', { week: 47, n: 64, d: 66 }, '第47周 64/66'],
    ['{n}', { n: 0 }, '0'],
    ['缺 {n} 个', {}, '缺  个'],
    ['{a}{a}', { a: '{b}', b: 'x' }, '{b}{b}'],
    ['{name}', { name: '<b>&“|@:x”</b>' }, '<b>&“|@:x”</b>'],
  ])('%s', (message, named, expected) => {
    expect(said(message, named)).toBe(expected);
  });

  test('use nothing but {name}, in both languages with the same names', () => {
    const names = (text: string): string => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!))].toSorted().join();
    for (const words of Object.values(MESSAGES)) expect(texts(words).filter((text) => /[{}]| \| |@[:.]/.test(text.replaceAll(/\{\w+\}/g, '')))).toEqual([]);
    const byArea = (words: object): object => Object.fromEntries(Object.entries(words).sort(([a], [b]) => (a < b ? -1 : 1)));
    const [chinese, english] = [texts(byArea(MESSAGES['zh-CN'])), texts(byArea(MESSAGES.en))];
    expect(chinese.length).toBeGreaterThan(300);
    expect(chinese.flatMap((text, n) => (names(text) === names(english[n] ?? '') ? [] : [`${text} ≠ ${english[n]}`]))).toEqual([]);
  });
});
