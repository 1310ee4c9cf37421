import { createI18n } from 'vue-i18n';
import { chinese } from '../locales/chinese.ts';
import type { Language, MESSAGES } from '../locales/messages.ts';
import { compileMessage } from './message-format.ts';
import { learnEnglish } from './use-words.ts';

/** Chinese is the default and comes with the page; English is complete (its keys are checked by type) and comes when it is chosen. */
export const i18n = createI18n({ legacy: false, locale: 'zh-CN' as Language, fallbackLocale: 'zh-CN', messageCompiler: compileMessage, messages: { 'zh-CN': chinese } as unknown as typeof MESSAGES });

/** The language on screen. */
const language = i18n.global.locale;

let newest = 0;

/** Fetches a language's words if need be, then puts it on screen; the newest call wins. Rejects, and changes nothing, when they cannot be fetched. */
export async function showLanguage(to: Language): Promise<void> {
  const turn = ++newest;
  if (to === 'en' && Object.keys(i18n.global.getLocaleMessage('en')).length === 0) {
    const [{ english }, { inEnglish }] = await Promise.all([import('../locales/english.ts'), import('../model/catalogue-english.ts')]);
    learnEnglish(inEnglish);
    i18n.global.setLocaleMessage('en', english as (typeof MESSAGES)['en']);
  }
  if (turn === newest) language.value = to;
}
