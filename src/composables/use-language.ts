import { computed, watch, type ComputedRef } from 'vue';
import type { Language } from '../locales/messages.ts';
import { useViewStore } from '../stores/view.ts';
import { i18n, showLanguage } from './i18n.ts';
import { storedChoice } from './stored-choice.ts';
import { useToast } from './use-toast.ts';

/** Languages in the order of the switch; the first is the default. */
export const LANGUAGES: readonly [Language, ...Language[]] = ['zh-CN', 'en'];

const choice = storedChoice<Language>('qq.language', LANGUAGES);

/** The language on screen: the link's, else this browser's choice. */
export function useLanguage(): { readonly language: ComputedRef<Language>; readonly choose: (to: Language) => void } {
  const views = useViewStore();
  return {
    language: computed(() => views.view.language ?? choice.value),
    choose: (to) => {
      choice.value = to;
      if (views.view.language !== null) views.set({ language: null });
    },
  };
}

/** Puts the language on the messages, <html lang> and the window's title; where its words do not come, the one on screen stays the chosen one and a notice says so. Call once, in the shell. */
export function applyLanguage(): void {
  const { language: now, choose } = useLanguage();
  const { show: tell } = useToast();
  const { global } = i18n;
  const show = async (to: Language): Promise<void> => {
    await showLanguage(to).catch(() => {
      if (now.value !== to) return;
      choose(global.locale.value);
      tell({ text: global.t('shell.languageLost') });
    });
    document.documentElement.lang = global.locale.value;
    document.title = global.t('shell.title');
  };
  watch(now, (to) => void show(to), { immediate: true, flush: 'sync' });
}
