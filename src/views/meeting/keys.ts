/** What a key press means on a slide. */
export type MeetingAct = 'next' | 'back' | 'first' | 'last' | 'digit' | 'go' | 'jump' | 'black' | 'new' | 'theme' | 'live' | 'edit' | 'full' | 'help' | 'leave' | 'unfocus' | 'nothing';

export interface MeetingPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** It goes into a field. */
  readonly typing: boolean;
  /** A button or link has the focus by keyboard: Space and Enter are its own. */
  readonly control: boolean;
  /** Digits typed so far. */
  readonly digits: string;
}

const MOVES: Readonly<Record<string, MeetingAct>> = { ArrowRight: 'next', ArrowDown: 'next', PageDown: 'next', ArrowLeft: 'back', ArrowUp: 'back', PageUp: 'back', Home: 'first', End: 'last' };
const LETTERS: Readonly<Record<string, MeetingAct>> = { G: 'jump', B: 'black', '.': 'black', N: 'new', T: 'theme', P: 'live', A: 'edit', F: 'full', '?': 'help' };

/** The act of a key press; null: not the meeting's, the browser or the field has it. Esc in a field only leaves the field. */
export function meetingKey({ key, shiftKey, ctrlKey, metaKey, altKey, typing, control, digits }: MeetingPress): MeetingAct | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === 'Escape') return typing ? 'unfocus' : 'leave';
  if (typing) return null;
  if (key === 'Enter' && digits !== '') return 'go';
  if (key === 'Enter' || key === ' ') return control ? null : key === ' ' && shiftKey ? 'back' : 'next';
  if (Object.hasOwn(MOVES, key)) return MOVES[key]!;
  if (/^[0-9]$/.test(key)) return 'digit';
  if (key.length !== 1) return null;
  if (key.toUpperCase() === 'G' && digits !== '') return 'go';
  const name = key.toUpperCase();
  // Keys of the pages behind must not act unseen.
  return Object.hasOwn(LETTERS, name) ? LETTERS[name]! : 'nothing';
}

/** Finger or mouse on the slide: a mouse goes on, a finger by the half it taps. */
export const tapAct = (pointer: string, x: number, width: number): 'next' | 'back' => (pointer === 'touch' && x < width / 2 ? 'back' : 'next');

const SWIPE_PX = 60;
/** A wipe to the left goes on, to the right back; null: no wipe. */
export const swipeAct = (dx: number, dy: number): 'next' | 'back' | null => (Math.abs(dx) < SWIPE_PX || Math.abs(dx) < 2 * Math.abs(dy) ? null : dx < 0 ? 'next' : 'back');
