import { type Measure, NAME_FONT, VALUE_FONT } from './labels.ts';

/** Widths of words in the theme's font, each measured once; `forget` when the font has come. */
export function textWidths(font: () => string): { readonly measure: Measure; readonly forget: () => void } {
  const context = document.createElement('canvas').getContext('2d');
  const widths = new Map<string, number>();
  return {
    forget: () => widths.clear(),
    measure: (text, part) => {
      const face = `${part === 'name' ? NAME_FONT : VALUE_FONT} ${font()}`;
      const key = face + text;
      const known = widths.get(key);
      if (known !== undefined || !context) return known ?? text.length * 13;
      context.font = face;
      const { width } = context.measureText(text);
      widths.set(key, width);
      return width;
    },
  };
}
