import { createRouter, createWebHashHistory } from 'vue-router';
import { timePages } from '../composables/page-timing.ts';
import OverviewPage from './overview/OverviewPage.vue';

declare module 'vue-router' {
  interface RouteMeta {
    /** Locale key of the page's name: a route that has one is in the navigation, in the order of the routes. */
    nav?: string;
    /** Icon of the phone's tab bar: path data on a 24 px grid. */
    icon?: string;
    /** Not offered on a phone. */
    desk?: boolean;
    /** The page fills the window: no header, filter bar or footer. */
    bare?: boolean;
    /** From 1200 px on the page fills the window and does not scroll. */
    oneScreen?: boolean;
  }
}

const MAP_ICON = 'M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14';

/** Hash history: works under any sub-path, on plain http and on any file server. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'overview', component: OverviewPage, meta: { nav: 'shell.overview', icon: MAP_ICON, oneScreen: true } },
    { path: '/meeting', name: 'meeting', component: () => import('./meeting/MeetingPage.vue'), meta: { nav: 'shell.meeting', desk: true, bare: true } },
    { path: '/flow', name: 'flow', component: () => import('./flow/FlowPage.vue'), meta: { nav: 'shell.flow', icon: 'M3 7h13l-3-3M21 17H8l3 3' } },
    { path: '/systems', name: 'systems', component: () => import('./systems/SystemsPage.vue'), meta: { nav: 'shell.systems', icon: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z' } },
    { path: '/projects', name: 'projects', component: () => import('./project/ProjectsPage.vue'), meta: { nav: 'shell.projects', icon: 'M5 3h10l4 4v14H5zM8 11h8M8 15h8' } },
    { path: '/project/:id', name: 'project', component: () => import('./project/ProjectPage.vue'), props: true },
    { path: '/company/:code', name: 'company', component: () => import('./company/CompanyPage.vue'), props: true },
    { path: '/definitions', name: 'definitions', component: () => import('./definitions/DefinitionsPage.vue'), meta: { nav: 'shell.definitions', icon: 'M4 5a3 3 0 013-2h13v16H7a3 3 0 00-3 2zM4 5v16' } },
    { path: '/:rest(.*)', redirect: '/' },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});
timePages(router);
