import { expect, it } from 'vitest';
import { widthOf } from './text-width.ts';

it.each([['', 0], ['周', 12], ['47周', 25.92], ['97.0%', 34.8], ['𠮷', 12]])('「%s」 is %f px wide at 12 px', (text, width) => expect(widthOf(text, 12)).toBeCloseTo(width, 5));
