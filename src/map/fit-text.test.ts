import { expect, it } from 'vitest';
import { fitText } from './fit-text.ts';

const measure = (text: string): number => [...text].length * 10;
it.each([['太平镇', 30, '太平镇'], ['安澜大道东延工程', 50, '安澜大道…'], ['👷👷👷👷', 30, '👷👷…'], ['太平镇', 5, '…'], ['', 10, ''], ['很长的项目名称'.repeat(28), 100, '很长的项目名称很长…']])('%s in %d px: %s', (text, most, want) => expect(fitText(text, most, measure)).toBe(want));
