import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { i18n } from './composables/i18n.ts';
import './shared/tokens.css';
import './shared/base.css';
import AppShell from './views/shell/AppShell.vue';
import { router } from './views/router.ts';

createApp(AppShell).use(createPinia()).use(i18n).use(router).mount('#app');
