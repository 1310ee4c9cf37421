import { createRouter, createWebHashHistory } from 'vue-router';
import OverviewPage from './overview/OverviewPage.vue';

/** Hash history: works under any sub-path, on plain http and on any file server. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [{ path: '/', name: 'overview', component: OverviewPage }, { path: '/:rest(.*)', redirect: '/' }],
});
