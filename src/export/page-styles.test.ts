import { expect, it } from 'vitest';
import { decideMedia } from './page-styles.ts';

const wide = (query: string): boolean => query.includes('min-width');

it.each([
  ['.a{color:red}', '.a{color:red}'],
  ['.a{b:c}@media (max-width:9px){.a{b:d}.e{f:g}}.h{i:j}', '.a{b:c}.h{i:j}'],
  ['@media (min-width:9px){.a{b:d}}.h{i:j}', '.a{b:d}.h{i:j}'],
  ['@media (min-width:9px){@media print{.a{b:d}}.e{f:g}}', '.e{f:g}'],
  ['.a{border:1px solid var(--line);border-left-width:0}', '.a{border:1px solid var(--line);border-left-width:0}'],
  ['@keyframes x{from{a:b}to{c:d}}.e{f:g}', '@keyframes x{from{a:b}to{c:d}}.e{f:g}'],
  ['.a::after{content:"}@media print{"}@media print{.b{c:d}}', '.a::after{content:"}@media print{"}'],
  [".a{content:'\\'}'}@media print{.b{c:d}}.e{f:g}", ".a{content:'\\'}'}.e{f:g}"],
  ['/* @media print{ */.a{b:c}/* } */', '/* @media print{ */.a{b:c}/* } */'],
  ['@media print{/* } */.a{b:"}"}}.e{f:g}', '.e{f:g}'],
  ['@media print', ''],
  ['.a{b:c', '.a{b:c'],
])('%s', (css, want) => expect(decideMedia(css, wide)).toBe(want));
