import { expect, it } from 'vitest';
import { meetingKey, type MeetingPress, swipeAct, tapAct } from './keys.ts';

const press = (given: Partial<MeetingPress>): MeetingPress => ({ key: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, typing: false, control: false, digits: '', ...given });

it.each<[Partial<MeetingPress>, string | null]>([
  ...['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter'].map((key) => [{ key }, 'next'] as [Partial<MeetingPress>, string]), ...['ArrowLeft', 'ArrowUp', 'PageUp'].map((key) => [{ key }, 'back'] as [Partial<MeetingPress>, string]),
  [{ key: ' ', shiftKey: true }, 'back'], [{ key: 'Home' }, 'first'], [{ key: 'End' }, 'last'], [{ key: '7' }, 'digit'], [{ key: 'Enter', digits: '12' }, 'go'], [{ key: 'g', digits: '12' }, 'go'],
  [{ key: 'g' }, 'jump'], [{ key: 'B' }, 'black'], [{ key: '.' }, 'black'], [{ key: 'n' }, 'new'], [{ key: 't' }, 'theme'], [{ key: 'p' }, 'live'], [{ key: 'Escape' }, 'leave'],
  [{ key: 'Escape', typing: true }, 'unfocus'], [{ key: 'm' }, 'nothing'], [{ key: 'F5' }, null], [{ key: 'Tab' }, null], [{ key: 'r', ctrlKey: true }, null],
  [{ key: 'Enter', control: true }, null], [{ key: ' ', control: true }, null], [{ key: 'ArrowRight', control: true }, 'next'],
  ...['n', 'b', ' ', 'Enter', 'ArrowLeft', 'Home', '3', '.'].map((key) => [{ key, typing: true }, null] as [Partial<MeetingPress>, null]),
])('%j is %s', (given, act) => expect(meetingKey(press(given))).toBe(act));

it.each([['mouse', 10, 'next'], ['touch', 10, 'back'], ['touch', 990, 'next']])('a tap of %s at %i is %s', (pointer, x, act) => expect(tapAct(pointer, x, 1000)).toBe(act));
it.each([[-80, 10, 'next'], [80, -10, 'back'], [40, 0, null], [-80, 60, null]])('a wipe by %i, %i is %s', (dx, dy, act) => expect(swipeAct(dx, dy)).toBe(act));
