import { createPinia } from 'pinia';
import { createApp } from 'vue';
import './shared/tokens.css';
import './shared/base.css';
import OverviewPage from './views/overview/OverviewPage.vue';

createApp(OverviewPage).use(createPinia()).mount('#app');
