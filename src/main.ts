import './shared/polyfills.ts';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { i18n } from './composables/i18n.ts';
import './shared/tokens.css';
import './shared/base.css';
import './shared/print.css';
import AppShell from './views/shell/AppShell.vue';
import { router } from './views/router.ts';

const app = createApp(AppShell).use(createPinia()).use(i18n).use(router);
// The link is read before the first paint, so that the snapshot it names is the first one fetched.
void router.isReady().then(() => app.mount('#app'));
