/** What a key does on the map: pan in px, zoom in steps, the whole county. */
export type MapMove = { readonly pan: readonly [x: number, y: number] } | { readonly zoom: number } | { readonly whole: true };
const STEP = 80;

/** Arrows pan 80 px, + and − zoom, 0 is 全县; null: not the map's key. */
export function moveOf({ key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): MapMove | null {
  if (ctrlKey || metaKey || altKey) return null;
  switch (key) {
    case 'ArrowUp': return { pan: [0, -STEP] };
    case 'ArrowDown': return { pan: [0, STEP] };
    case 'ArrowLeft': return { pan: [-STEP, 0] };
    case 'ArrowRight': return { pan: [STEP, 0] };
    case '+': case '=': return { zoom: 1 };
    case '-': case '_': case '−': return { zoom: -1 };
    case '0': return { whole: true };
    default: return null;
  }
}
