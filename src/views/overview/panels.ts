/** The panels around the numbers, as one file: each file more keeps the page busy for milliseconds. */
import '../../composables/late-words.ts';

export { default as BottomLines } from './BottomLines.vue';
export { default as MapPanel } from './MapPanel.vue';
export { default as SideColumn } from './SideColumn.vue';
