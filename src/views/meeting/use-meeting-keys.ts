import { onBeforeUnmount, onMounted, shallowRef, type ShallowRef } from 'vue';
import { useEscape } from '../../composables/use-escape.ts';
import { useShortcut } from '../../composables/use-shortcuts.ts';
import { type MeetingAct, meetingKey, swipeAct, tapAct } from './keys.ts';

export interface MeetingKeys {
  readonly run: (act: MeetingAct) => void;
  /** A slide number was typed and confirmed. */
  readonly number: (digits: string) => void;
  /** A list is open over the slide: it has all keys but Esc and its own. */
  readonly panel: () => boolean;
  /** The keys are off. */
  readonly off: () => boolean;
}

const TYPED = new Set(['text', 'search', 'number', 'email', 'url', 'tel', 'password', 'date']);
const DIGITS_MS = 4000;
/** What has its own click. */
const OWN = 'a, button, input, select, textarea, label, summary, [contenteditable], [data-panel-open], [data-no-turn]';

/** Keys, clicker, finger and mouse of the meeting, before any key of the pages behind. */
export function useMeetingKeys({ run, number, panel, off }: MeetingKeys): { readonly digits: ShallowRef<string>; readonly tap: (event: MouseEvent) => void } {
  const digits = shallowRef('');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const type = (text: string): void => {
    digits.value = text;
    clearTimeout(timer);
    if (text !== '') timer = setTimeout(() => type(''), DIGITS_MS);
  };

  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || off() || document.querySelector('dialog[open]')) return;
    const target = event.target instanceof HTMLElement ? event.target : null;
    const typing = target instanceof HTMLInputElement ? TYPED.has(target.type) : target !== null && (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement);
    const act = meetingKey({ key: event.key, shiftKey: event.shiftKey, ctrlKey: event.ctrlKey, metaKey: event.metaKey, altKey: event.altKey, typing, control: target?.closest('a, button, summary, [role="button"]')?.matches(':focus-visible') ?? false, digits: digits.value });
    if (act === null || act === 'help') return;
    // Popovers, drawers and the list over the slide close first.
    if (act === 'leave') return;
    if (act === 'unfocus') {
      event.preventDefault();
      target?.blur();
      return;
    }
    if (panel() && act !== 'jump' && act !== 'edit') return;
    event.preventDefault();
    event.stopPropagation();
    if (act === 'digit') type((digits.value + event.key).slice(-3));
    else if (act === 'go') {
      const typed = digits.value;
      type('');
      number(typed);
    } else {
      type('');
      run(act);
    }
  };
  useEscape('drawer', true, () => run('leave'));

  let start: { readonly x: number; readonly y: number; readonly pointer: string } | null = null;
  let pointer = 'mouse';
  const onDown = (event: PointerEvent): void => {
    pointer = event.pointerType;
    start = event.pointerType === 'touch' && !isOwn(event.target) ? { x: event.clientX, y: event.clientY, pointer } : null;
  };
  let swiped = false;
  const onUp = (event: PointerEvent): void => {
    const act = start && !off() && !panel() ? swipeAct(event.clientX - start.x, event.clientY - start.y) : null;
    start = null;
    swiped = act !== null;
    if (act) run(act);
    // A button clicked by mouse keeps no focus: the next Space turns the slide.
    if (event.pointerType !== '' && document.activeElement instanceof HTMLButtonElement) document.activeElement.blur();
  };
  const isOwn = (target: EventTarget | null): boolean => target instanceof Element && target.closest(OWN) !== null;
  const tap = (event: MouseEvent): void => {
    if (swiped || off() || panel() || isOwn(event.target) || String(window.getSelection() ?? '') !== '') {
      swiped = false;
      return;
    }
    run(tapAct(pointer, event.clientX, window.innerWidth));
  };

  onMounted(() => {
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('pointerdown', onDown, true);
    window.addEventListener('pointerup', onUp, true);
  });
  onBeforeUnmount(() => {
    clearTimeout(timer);
    window.removeEventListener('keydown', onKey, true);
    window.removeEventListener('pointerdown', onDown, true);
    window.removeEventListener('pointerup', onUp, true);
  });

  // For the list behind `?`; the presses themselves are taken above.
  for (const [key, act] of [['N', 'new'], ['B', 'black'], ['T', 'theme'], ['G', 'jump'], ['P', 'live'], ['A', 'edit'], ['F', 'full']] as const) useShortcut(key, `meeting.shortcuts.${act}`, () => run(act));
  return { digits, tap };
}
