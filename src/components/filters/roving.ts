/** Where ↑ ↓ Home End take the focus in a list of `count` items (`at` -1: outside of it); it goes round. null: not such a key, or no item. */
export function nextItem(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown': return (at + 1) % count;
    case 'ArrowUp': return (Math.max(at, 0) - 1 + count) % count;
    case 'Home': return 0;
    case 'End': return count - 1;
    default: return null;
  }
}
