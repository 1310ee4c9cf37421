import { readonly, shallowRef, type Ref } from 'vue';

/** The calendar day on this machine's clock as an ISO day: the one place of the page that reads the clock. */
function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

const EVERY_MS = 600_000;
const day = shallowRef('');
let timer: ReturnType<typeof setInterval> | undefined;

/** Today, kept true on a page that stays open for days. */
export function useToday(): Readonly<Ref<string>> {
  day.value = today();
  timer ??= setInterval(() => (day.value = today()), EVERY_MS);
  return readonly(day);
}
