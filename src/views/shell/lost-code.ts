import type { RouteLocationNormalized, Router } from 'vue-router';
import { i18n } from '../../composables/i18n.ts';
import { keyOf } from '../../composables/use-error-text.ts';
import { useToast } from '../../composables/use-toast.ts';
import { LoadError, reasonOf } from '../../engine/errors.ts';

/** A page's code is fetched at its first opening; after that it is there. */
const isFirst = ({ matched }: RouteLocationNormalized): boolean => matched.some(({ components }) => typeof components?.['default'] === 'function');

/** A page whose code cannot be had says so, with a way to try again: without it a click would do nothing. */
export function tellLostCode(router: Router): void {
  const { show } = useToast();
  const { t } = i18n.global;
  const lost = rememberStyles();
  router.beforeEach((to) => (isFirst(to) && lost.size > 0 ? fetchAgain(lost) : undefined));
  router.onError((thrown: unknown, to) => {
    const { key, params } = keyOf(new LoadError(String(to.name), 'network', { reason: reasonOf(thrown) }));
    show({ text: `${t(`${key}.title`, params)} ${t(`${key}.detail`, params)} ${t(`${key}.advice`, params)}`, action: { label: t('shell.retry'), run: () => void router.push(to).catch(() => undefined) } });
  });
}

/** Style sheets that did not come: an import that is tried again asks for its script only, and the page would come without its looks. */
function rememberStyles(): Set<string> {
  const lost = new Set<string>();
  document.addEventListener('error', ({ target }) => {
    if (!(target instanceof HTMLLinkElement) || target.rel !== 'stylesheet') return;
    target.remove();
    lost.add(target.href);
  }, true);
  return lost;
}

async function fetchAgain(lost: Set<string>): Promise<void> {
  await Promise.all([...lost].map((href) => new Promise<void>((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
    link.addEventListener('load', () => {
      lost.delete(href);
      resolve();
    });
    link.addEventListener('error', () => reject(new Error(href)));
    document.head.append(link);
  })));
}
