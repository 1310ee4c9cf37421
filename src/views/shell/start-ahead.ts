import type { Router } from 'vue-router';
import type { Overview } from '../../composables/use-overview.ts';

/** Prepares the other pages from now on; a later call says which overview they stand on. Without the file a page is fetched when it is opened. */
export const startAhead = (router: Router, overview: Overview): Promise<void> => import('./ahead.ts').then(({ prepareAhead }) => prepareAhead(router, overview), () => undefined);
