import { expect, it } from 'vitest';
import { moveOf } from './keys.ts';

const press = (key: string, more = {}) => moveOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });
it.each([['ArrowUp', { pan: [0, -80] }], ['ArrowDown', { pan: [0, 80] }], ['ArrowLeft', { pan: [-80, 0] }], ['ArrowRight', { pan: [80, 0] }], ['+', { zoom: 1 }], ['=', { zoom: 1 }], ['-', { zoom: -1 }], ['0', { whole: true }], ['Tab', null], ['Enter', null], ['a', null]])('%s', (key, want) => expect(press(key)).toEqual(want));
it('leaves combinations to the browser', () => expect([press('+', { ctrlKey: true }), press('ArrowLeft', { altKey: true }), press('-', { metaKey: true })]).toEqual([null, null, null]));
