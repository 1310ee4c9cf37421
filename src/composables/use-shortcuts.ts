import { computed, onMounted, onScopeDispose, shallowReactive, type ComputedRef } from 'vue';
import { stepBack } from './use-escape.ts';

/** A key that does something anywhere on the page; `label` is the key of its words in the locale files. */
export interface Shortcut {
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
}

/** What of a key press decides. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** It goes into a field. */
  readonly typing: boolean;
}

/** Name of the shortcut a press means: letters without case; null with Ctrl, Alt or ⌘ and while typing (Esc alone passes). */
export function shortcutOf({ key, ctrlKey, metaKey, altKey, typing }: Press): string | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === 'Escape') return key;
  if (typing) return null;
  return key.length === 1 ? key.toUpperCase() : null;
}

const TYPED = new Set(['text', 'search', 'number', 'email', 'url', 'tel', 'password', 'date']);

/** true where a letter typed would land in a field. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return TYPED.has(target.type);
  return target instanceof HTMLElement && (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement);
}

const registered = shallowReactive(new Map<string, Shortcut>());

/** Registers a shortcut until the scope ends. The list behind `?` shows what is registered. */
export function useShortcut(key: string, label: string, run: () => void): void {
  const shortcut: Shortcut = { key, label, run };
  registered.set(key, shortcut);
  onScopeDispose(() => {
    if (registered.get(key) === shortcut) registered.delete(key);
  });
}

/** The shortcuts that work now. */
export const useShortcutList = (): ComputedRef<readonly Shortcut[]> => computed(() => [...registered.values()]);

/** Listens for the whole page. Call once, in the shell. What a field or an open dialog has taken (preventDefault) is not ours. */
export function listenShortcuts(): void {
  const listen = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
    const { key, ctrlKey, metaKey, altKey } = event;
    const name = shortcutOf({ key, ctrlKey, metaKey, altKey, typing: isTyping(event.target) });
    if (name === null) return;
    if (name === 'Escape') {
      if (stepBack()) event.preventDefault();
      return;
    }
    const shortcut = registered.get(name);
    if (!shortcut) return;
    event.preventDefault();
    shortcut.run();
  };
  onMounted(() => window.addEventListener('keydown', listen));
  onScopeDispose(() => window.removeEventListener('keydown', listen));
}
