import { createI18n } from 'vue-i18n';
import { MESSAGES, type Language } from '../locales/messages.ts';

/** Chinese is the default; English is complete (its keys are checked by type). */
export const i18n = createI18n({ legacy: false, locale: 'zh-CN' as Language, fallbackLocale: 'zh-CN', messages: MESSAGES });

/** The language on screen. */
export const language = i18n.global.locale;
