import { createPinia } from 'pinia';
import { createApp, defineComponent, h, ref } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import PanelBoundary from '../../src/components/PanelBoundary.vue';
import PanelCard from '../../src/components/PanelCard.vue';
import { i18n } from '../../src/composables/i18n.ts';
import '../../src/shared/base.css';
import '../../src/shared/tokens.css';

/** true: the first panel cannot be drawn. */
const broken = ref(true);
const numbers = ref(64);
const Drawn = defineComponent({
  props: { name: { type: String, required: true } },
  setup: ({ name }) => () => {
    if (name === 'first' && broken.value) throw new TypeError("Cannot read properties of undefined (reading 'wages')");
    return h('p', { class: 'drawn' }, `${name} ${numbers.value}`);
  },
});
let retried = 0;
const Page = defineComponent({
  setup: () => () => h('main', [
    h(PanelCard, { title: 'first', panel: 'trend', onRetry: () => (retried += 1) }, { default: () => h(Drawn, { name: 'first' }), foot: () => h('p', 'foot of the first') }),
    h(PanelCard, { title: 'second', panel: 'ranking' }, { default: () => h(Drawn, { name: 'second' }) }),
    h(PanelBoundary, null, { default: () => h(Drawn, { name: 'third' }) }),
  ]),
});

const uncaught: string[] = [];
const app = createApp(Page);
app.config.errorHandler = (error) => uncaught.push(String(error));
app.use(createPinia()).use(i18n).use(createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)', component: Page }] })).mount('#app');

const boundary = { broken, numbers, uncaught, retried: (): number => retried };
declare global {
  interface Window {
    boundary: typeof boundary;
  }
}
window.boundary = boundary;
