import './shared/polyfills.ts';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { i18n } from './composables/i18n.ts';
import './shared/tokens.css';
import './shared/base.css';
import './shared/print.css';
import { useSnapshotStore } from './stores/snapshot.ts';
import { parseView } from './stores/view-state.ts';
import AppShell from './views/shell/AppShell.vue';
import { router } from './views/router.ts';

/** A page that is built while its numbers are on their way shows them later than one built around them; but nobody looks at nothing for longer. */
const AT_MOST_MS = 200;

const app = createApp(AppShell).use(createPinia()).use(i18n).use(router);

/** The link is read before anything is fetched, so that the snapshot it names is the first one. */
async function start(): Promise<void> {
  await router.isReady();
  const { view } = parseView({ s: String(router.currentRoute.value.query['s'] ?? '') });
  await Promise.race([useSnapshotStore().open(view.snapshot), new Promise((resolve) => setTimeout(resolve, AT_MOST_MS))]);
  app.mount('#app');
}
void start();
