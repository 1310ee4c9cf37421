import type { RouteRecordNormalized } from 'vue-router';

/** A page of the navigation; `label` is a locale key. */
export interface Page {
  readonly path: string;
  readonly label: string;
  readonly desk: boolean;
}

/** The pages that exist: routes that carry a name for the navigation, in their order. */
export const pagesOf = (routes: readonly Pick<RouteRecordNormalized, 'path' | 'meta'>[]): Page[] =>
  routes.flatMap(({ path, meta }) => (meta.nav ? [{ path, label: meta.nav, desk: meta.desk ?? false }] : []));
