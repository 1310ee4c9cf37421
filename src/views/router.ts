import { createRouter, createWebHashHistory } from 'vue-router';
import { timePages } from '../composables/page-timing.ts';
import OverviewPage from './overview/OverviewPage.vue';

declare module 'vue-router' {
  interface RouteMeta {
    /** Locale key of the page's name: a route that has one is in the navigation, in the order of the routes. */
    nav?: string;
    /** Not offered on a phone. */
    desk?: boolean;
    /** The page fills the window: no header, filter bar or footer. */
    bare?: boolean;
    /** From 1200 px on the page fills the window and does not scroll. */
    oneScreen?: boolean;
  }
}

/** Hash history: works under any sub-path, on plain http and on any file server. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'overview', component: OverviewPage, meta: { nav: 'shell.overview', oneScreen: true } },
    { path: '/meeting', name: 'meeting', component: () => import('./meeting/MeetingPage.vue'), meta: { nav: 'shell.meeting', desk: true, bare: true } },
    { path: '/flow', name: 'flow', component: () => import('./flow/FlowPage.vue'), meta: { nav: 'shell.flow' } },
    { path: '/systems', name: 'systems', component: () => import('./systems/SystemsPage.vue'), meta: { nav: 'shell.systems' } },
    { path: '/projects', name: 'projects', component: () => import('./project/ProjectsPage.vue'), meta: { nav: 'shell.projects' } },
    { path: '/project/:id', name: 'project', component: () => import('./project/ProjectPage.vue'), props: true },
    { path: '/company/:code', name: 'company', component: () => import('./company/CompanyPage.vue'), props: true },
    { path: '/definitions', name: 'definitions', component: () => import('./definitions/DefinitionsPage.vue'), meta: { nav: 'shell.definitions' } },
    { path: '/:rest(.*)', redirect: '/' },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});
timePages(router);
