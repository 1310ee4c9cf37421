import { createRouter, createWebHashHistory } from 'vue-router';
import OverviewPage from './overview/OverviewPage.vue';

declare module 'vue-router' {
  interface RouteMeta {
    /** Locale key of the page's name: a route that has one is in the navigation, in the order of the routes. */
    nav?: string;
    /** Icon of the phone's tab bar: path data on a 24 px grid. */
    icon?: string;
    /** From 1200 px on the page fills the window and does not scroll. */
    oneScreen?: boolean;
  }
}

const MAP_ICON = 'M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14';

/** Hash history: works under any sub-path, on plain http and on any file server. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [{ path: '/', name: 'overview', component: OverviewPage, meta: { nav: 'shell.overview', icon: MAP_ICON, oneScreen: true } }, { path: '/:rest(.*)', redirect: '/' }],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});
