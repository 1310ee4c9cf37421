import { createI18n } from 'vue-i18n';
import { chinese } from '../locales/chinese.ts';
import type { Language, MESSAGES } from '../locales/messages.ts';
import type { Words } from '../locales/words.ts';
import { compileMessage } from './message-format.ts';
import { learnEnglish } from './use-words.ts';

/** Chinese is the default and comes with the page; English is complete (its keys are checked by type) and comes when it is chosen. */
export const i18n = createI18n({ legacy: false, locale: 'zh-CN' as Language, fallbackLocale: 'zh-CN', messageCompiler: compileMessage, messages: { 'zh-CN': chinese } as unknown as typeof MESSAGES });

/** The language on screen. */
const language = i18n.global.locale;
rememberPlain();

/** A text without values is looked up once per language: pages say hundreds of them at every drawing. A key that is not there yet is asked again. */
function rememberPlain(): void {
  const { global } = i18n;
  const speak = global.t as (key: string, ...named: unknown[]) => string;
  const said = new Map<string, Map<string, string>>();
  const t = (key: string, ...named: unknown[]): string => {
    if (named.length > 0) return speak(key, ...named);
    const spoken = language.value;
    let texts = said.get(spoken);
    if (!texts) said.set(spoken, (texts = new Map()));
    const known = texts.get(key);
    if (known !== undefined) return known;
    const text = speak(key);
    if (text !== key) texts.set(key, text);
    return text;
  };
  global.t = t as typeof global.t;
}

let newest = 0;
let hasEnglish = false;

/** Adds the words of a page, which come with its chunk: `{ flow: zh }, { flow: en }`. */
export function addMessages<T extends object>(inChinese: T, inEnglish: Words<T>): void {
  i18n.global.mergeLocaleMessage('zh-CN', inChinese);
  i18n.global.mergeLocaleMessage('en', inEnglish);
}

/** Fetches a language's words if need be, then puts it on screen; the newest call wins. Rejects, and changes nothing, when they cannot be fetched. */
export async function showLanguage(to: Language): Promise<void> {
  const turn = ++newest;
  if (to === 'en' && !hasEnglish) {
    const [{ english }, { inEnglish }] = await Promise.all([import('../locales/english.ts'), import('../model/catalogue-english.ts')]);
    learnEnglish(inEnglish);
    i18n.global.mergeLocaleMessage('en', english);
    hasEnglish = true;
  }
  if (turn === newest) language.value = to;
}
