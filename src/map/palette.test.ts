import { expect, it } from 'vitest';
import { printTokens, readPalette } from './palette.ts';

const style = (values: Record<string, string>) => Object.assign(Object.keys(values), { getPropertyValue: (name: string) => values[name] ?? '' });

it('reads the tokens of the theme, and what paper changes over them', () => {
  const screen = style({ '--ramp-5': ' #245F8F ', '--map-sel': '#14202B', '--font-sans': 'Noto' });
  expect(readPalette(screen)).toMatchObject({ ramp: { 5: '#245F8F' }, font: 'Noto' });
  expect(readPalette(screen).of('--map-sel')).toBe('#14202B');
  expect(readPalette(screen).of('--nothing')).toBe('transparent');
  const sheets = [{ cssRules: [
    { selectorText: ':root', style: style({ '--ramp-5': '#000', '--on-none': '#FFF' }) },
    { selectorText: '[data-theme="dark"]', style: style({ '--on-none': '#04241B' }) },
    { media: { mediaText: 'screen' }, cssRules: [{ selectorText: ':root', style: style({ '--ramp-5': '#111' }) }] },
    { media: { mediaText: 'print' }, cssRules: [{ selectorText: '.x', style: style({ '--ramp-5': '#222' }) }, { selectorText: ':root, [data-theme="dark"]', style: style({ '--ramp-5': ' #4A4A4A', color: 'red' }) }] },
  ] }] as never;
  // Light where print names nothing, whatever the theme on screen.
  expect([...printTokens(sheets)]).toEqual([['--ramp-5', '#4A4A4A'], ['--on-none', '#FFF']]);
  expect(readPalette(screen, printTokens(sheets)).ramp[5]).toBe('#4A4A4A');
});
