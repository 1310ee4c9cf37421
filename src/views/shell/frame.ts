/** The parts of the frame that the first number does without, as one file. */
export { default as PrintHead } from '../overview/PrintHead.vue';
export { default as AppFooter } from './AppFooter.vue';
export { default as FilterBar } from './FilterBar.vue';
export { default as LiveNews } from './LiveNews.vue';
export { default as NoticeBars } from './NoticeBars.vue';
export { default as ToastHost } from './ToastHost.vue';
export { tellLostCode } from './lost-code.ts';
export { prefetchLater } from './prefetch.ts';
export { startAhead } from './start-ahead.ts';
