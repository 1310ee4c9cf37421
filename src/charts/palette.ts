import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';

const TOKENS = ['text', 'text-2', 'text-3', 'surface', 'line', 'grid', 's-1', 's-2', 's-3', 's-target', 'risk-severe', 'risk-general', 'risk-general-mark', 'worse', 'font-sans'] as const;
export type Token = (typeof TOKENS)[number];

/** Values of the tokens on screen or on paper. */
export type Palette = Readonly<Record<Token, string>>;

/** Computed custom properties of the page. */
function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  return Object.freeze(Object.fromEntries(TOKENS.map((t) => [t, style.getPropertyValue(`--${t}`).trim()])) as Record<Token, string>);
}

/** Tokens as charts need them, read again when the theme changes and before and after printing (then synchronously: the printer does not wait). */
export function usePalette(): Readonly<ShallowRef<Palette>> {
  const palette = shallowRef(readPalette());
  const read = (): void => {
    palette.value = readPalette();
  };
  const themes = new MutationObserver(read);
  themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-mode'] });
  const print = window.matchMedia('print');
  print.addEventListener('change', read);
  window.addEventListener('beforeprint', read);
  window.addEventListener('afterprint', read);
  onScopeDispose(() => {
    themes.disconnect();
    print.removeEventListener('change', read);
    window.removeEventListener('beforeprint', read);
    window.removeEventListener('afterprint', read);
  });
  return palette;
}
