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

/**
 * The tokens of paper, out of the style sheets: those of the light theme, and over them those of the print rules. While `beforeprint` runs, computed styles are
 * still those of the screen, and a dark screen would leave its colours where print names none.
 */
export function printTokens(sheets: Iterable<Pick<CSSStyleSheet, 'cssRules'>>): ReadonlyMap<string, string> {
  const [light, print] = [new Map<string, string>(), new Map<string, string>()];
  const read = (rule: CSSRule, found: Map<string, string>): void => {
    const { selectorText, style } = rule as CSSStyleRule;
    if (!selectorText?.split(',').some((s) => s.trim() === ':root')) return;
    for (const name of style) if (name.startsWith('--')) found.set(name, style.getPropertyValue(name).trim());
  };
  for (const { cssRules } of sheets) {
    for (const rule of cssRules) {
      read(rule, light);
      const { media, cssRules: inner } = rule as CSSMediaRule;
      if (media?.mediaText === 'print') for (const each of inner) read(each, print);
    }
  }
  return new Map([...light, ...print]);
}

/** The palette of an element's theme; `over` wins (print). */
export function readPalette(style: Pick<CSSStyleDeclaration, 'getPropertyValue'>, over: ReadonlyMap<string, string> = new Map()): Palette {
  const read = (token: string): string => over.get(token) ?? style.getPropertyValue(token).trim();
  const colours = new Map(TOKENS.map((token) => [token, read(token)]));
  const ramp = (prefix: string) => Object.fromEntries(LEVELS.map((l) => [l, read(`${prefix}${l}`)])) as Record<Level, string>;
  return { ramp: ramp('--ramp-'), rampText: ramp('--ramp-text-'), of: (token) => colours.get(token) || 'transparent', font: read('--font-sans') || 'sans-serif' };
}
