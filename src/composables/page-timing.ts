import { nextTick, type Ref, watch } from 'vue';
import type { Router } from 'vue-router';

let started = 0;

/** Notes when a way to another page begins. */
export const timePages = (router: Router): void => void router.beforeEach((to, from) => {
  if (to.path !== from.path) started = performance.now();
});

/** User Timing `qq:page`: click on a link → the page holds its numbers. Call it in every page's setup with what says that it does. */
export function usePageTiming(ready: Readonly<Ref<boolean>>): void {
  const stop = watch(ready, async (is) => {
    if (!is) return;
    await nextTick();
    stop();
    performance.measure('qq:page', { start: started, end: performance.now() });
  }, { immediate: true, flush: 'post' });
}
