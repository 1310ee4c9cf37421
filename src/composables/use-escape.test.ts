import { describe, expect, it } from 'vitest';
import { ref } from 'vue';
import { escTarget, type EscEntry, type EscLayer } from './use-escape.ts';
import { shortcutOf } from './use-shortcuts.ts';

const entry = (layer: EscLayer, active = true): EscEntry => ({ layer, active: ref(active), run: () => {} });

describe('Esc', () => {
  it.each<[string, EscEntry[], number | null]>([
    ['nothing to step back from', [], null],
    ['nothing active', [entry('popover', false), entry('filters', false)], null],
    ['popover before everything', [entry('filters'), entry('selection'), entry('drawer'), entry('menu'), entry('popover')], 4],
    ['menu before drawer', [entry('drawer'), entry('menu')], 1],
    ['drawer before selection', [entry('selection'), entry('drawer')], 1],
    ['selection before filters', [entry('filters'), entry('selection')], 1],
    ['filters last', [entry('filters'), entry('selection', false), entry('popover', false)], 0],
    ['of two popovers the later one', [entry('popover'), entry('popover')], 1],
  ])('%s', (_what, entries, at) => expect(escTarget(entries)).toBe(at === null ? null : entries[at]));
});

describe('shortcuts', () => {
  const press = (key: string, more: Partial<Parameters<typeof shortcutOf>[0]> = {}) => shortcutOf({ key, ctrlKey: false, metaKey: false, altKey: false, typing: false, ...more });
  it.each([
    ['letters without case', press('t'), 'T'],
    ['signs', press('?'), '?'],
    ['digits', press('1'), '1'],
    ['not while typing', press('t', { typing: true }), null],
    ['Esc while typing', press('Escape', { typing: true }), 'Escape'],
    ['Ctrl+P stays the browser’s', press('p', { ctrlKey: true }), null],
    ['⌘ and Alt too', press('p', { metaKey: true }) ?? press('p', { altKey: true }), null],
    ['named keys are none', press('Enter'), null],
  ])('%s', (_what, found, expected) => expect(found).toBe(expected));
});
