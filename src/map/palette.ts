import { type Level, LEVELS } from './classes.ts';

/** Colours of the map, read from the tokens; canvas knows no custom properties. */
export interface Palette {
  readonly ramp: Readonly<Record<Level, string>>;
  readonly rampText: Readonly<Record<Level, string>>;
  readonly of: (token: string) => string;
  readonly font: string;
}

const TOKENS = ['--map-line', '--map-outline', '--map-water', '--map-halo', '--map-sel', '--nodata', '--nodata-stripe', '--surface', '--surface-2', '--text', '--text-2', '--text-3', '--line-strong',
  '--risk-severe', '--on-severe', '--risk-general', '--risk-general-mark', '--on-general-mark', '--risk-none', '--on-none', '--judicial', '--focus'];

/** Custom properties that paper changes, out of the style sheets' print rules: while `beforeprint` runs, computed styles are still those of the screen. */
export function printTokens(sheets: Iterable<Pick<CSSStyleSheet, 'cssRules'>>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { cssRules } of sheets) {
    for (const rule of cssRules) {
      const media = rule as CSSMediaRule;
      if (media.media?.mediaText !== 'print') continue;
      for (const inner of media.cssRules) {
        const { selectorText, style } = inner as CSSStyleRule;
        if (!selectorText?.includes(':root')) continue;
        for (const name of style) if (name.startsWith('--')) found.set(name, style.getPropertyValue(name).trim());
      }
    }
  }
  return found;
}

/** The palette of an element's theme; `over` wins (print). */
export function readPalette(style: Pick<CSSStyleDeclaration, 'getPropertyValue'>, over: ReadonlyMap<string, string> = new Map()): Palette {
  const read = (token: string): string => over.get(token) ?? style.getPropertyValue(token).trim();
  const colours = new Map(TOKENS.map((token) => [token, read(token)]));
  const ramp = (prefix: string) => Object.fromEntries(LEVELS.map((l) => [l, read(`${prefix}${l}`)])) as Record<Level, string>;
  return { ramp: ramp('--ramp-'), rampText: ramp('--ramp-text-'), of: (token) => colours.get(token) || 'transparent', font: read('--font-sans') || 'sans-serif' };
}
