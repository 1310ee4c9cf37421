import { computed, shallowRef, type WritableComputedRef } from 'vue';

/** A choice of this browser, kept in localStorage under `key`; the first of `values` until one is made. Where storage is blocked it lasts until the page is left. */
export function storedChoice<T extends string>(key: string, values: readonly [T, ...T[]]): WritableComputedRef<T> {
  const value = shallowRef<T>(values.find((v) => v === read(key)) ?? values[0]);
  return computed({
    get: () => value.value,
    set: (choice) => {
      value.value = choice;
      write(key, choice);
    },
  });
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Blocked or full: the choice lasts as long as the page.
  }
}
