import { onScopeDispose, readonly, shallowRef, type Ref } from 'vue';

/** The calendar day on this machine's clock as an ISO day: the one place of the page that reads the clock. */
export function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

const MINUTE = 60_000;

/** Today, kept true on a page that stays open for days. */
export function useToday(): Readonly<Ref<string>> {
  const day = shallowRef(today());
  const timer = setInterval(() => (day.value = today()), 10 * MINUTE);
  onScopeDispose(() => clearInterval(timer));
  return readonly(day);
}
