import type { Plugin } from 'vite';

/**
 * The stages in which the first screen arrives, each as one file with all that it imports and that no stage before it has: a file more costs milliseconds on the way
 * to the first number, however small it is.
 */
export const STAGES = [
  { name: 'early', test: /src[\\/]engine[\\/]early\.ts$|preload-helper/, priority: 5 },
  { name: 'first', test: /src[\\/]app\.ts$/, priority: 4 },
  { name: 'screen', test: /src[\\/]views[\\/](overview[\\/]panels|shell[\\/]frame)\.ts$|meeting[\\/]MeetingButton\.vue$/, priority: 3 },
  { name: 'map', test: /src[\\/]map[\\/]LeafletMap\.vue$/, priority: 2 },
  { name: 'chart', test: /src[\\/]charts[\\/]TrendChart\.vue$/, priority: 1 },
];

/** Links the app's code in the page itself: it is fetched beside the entry, which imports it when it has asked for the numbers. */
export function linkFirst(): Plugin {
  return {
    name: 'qq:link-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const first = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'first');
        if (first?.type !== 'chunk') throw new Error('the build has no chunk "first"');
        const scripts = [first.fileName, ...first.imports].filter((file) => !html.includes(file)).map((file) => ({ rel: 'modulepreload', file }));
        const styles = [...(first.viteMetadata?.importedCss ?? [])].map((file) => ({ rel: 'stylesheet', file }));
        return [...scripts, ...styles].map(({ rel, file }) => ({ tag: 'link', injectTo: 'head' as const, attrs: { rel, crossorigin: true, href: `./${file}` } }));
      },
    },
  };
}
