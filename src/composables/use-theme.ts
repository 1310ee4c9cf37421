import { computed, onScopeDispose, shallowRef, watch, type ComputedRef } from 'vue';
import { useViewStore } from '../stores/view.ts';
import { storedChoice } from './stored-choice.ts';

/** 浅色 / 深色（投影）/ 跟随系统, in the order of the menu and of the key T. */
export const THEMES = ['light', 'dark', 'system'] as const;
export type ThemeChoice = (typeof THEMES)[number];
export type Theme = 'light' | 'dark';

const choice = storedChoice<ThemeChoice>('qq.theme', THEMES);
const systemDark = shallowRef(false);

/** The theme on screen: the link's, else this browser's choice. Charts and maps read `theme` and redraw when it changes. */
export function useTheme(): { readonly theme: ComputedRef<Theme>; readonly choice: ComputedRef<ThemeChoice>; readonly choose: (to: ThemeChoice) => void; readonly next: () => void } {
  const views = useViewStore();
  const chosen = computed((): ThemeChoice => views.view.theme ?? choice.value);
  const choose = (to: ThemeChoice): void => {
    choice.value = to;
    if (views.view.theme !== null) views.set({ theme: null });
  };
  return {
    theme: computed(() => (chosen.value === 'system' ? (systemDark.value ? 'dark' : 'light') : chosen.value)),
    choice: chosen,
    choose,
    next: () => choose(THEMES[(THEMES.indexOf(chosen.value) + 1) % THEMES.length]!),
  };
}

/** Puts the theme on <html>, before anything that reads colours from it. Call once, in the shell. */
export function applyTheme(): void {
  const media = matchMedia('(prefers-color-scheme: dark)');
  const follow = (): void => {
    systemDark.value = media.matches;
  };
  follow();
  media.addEventListener('change', follow);
  onScopeDispose(() => media.removeEventListener('change', follow));
  const { theme } = useTheme();
  watch(theme, (now) => document.documentElement.setAttribute('data-theme', now), { immediate: true, flush: 'sync' });
}
