import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { metaCsp } from './scripts/site/csp.ts';
import { gzipWasm } from './scripts/site/gzip-wasm.ts';
import { linkFirst, STAGES } from './scripts/site/stages.ts';

/** Projects that start engines, servers or browsers get two minutes; a unit test may wait one on a busy machine. */
const slow = { testTimeout: 120_000, hookTimeout: 120_000 };
const quick = { testTimeout: 60_000, hookTimeout: 60_000 };
/** A state of a page is waited for so long: a second, the default, is less than a busy machine may take for a frame. */
const PATIENCE_MS = 20_000;

export default defineConfig({
  // Relative, so the built folder works under any sub-path of an intranet server.
  base: './',
  plugins: [vue({ features: { optionsAPI: false } }), gzipWasm(), metaCsp(), linkFirst()],
  build: {
    target: 'chrome88',
    // Known to every browser since Chromium 66.
    modulePreload: { polyfill: false },
    // The engine's wasm is tens of megabytes: Vite's warning about big chunks says nothing new.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { output: { codeSplitting: { groups: STAGES } } },
    assetsInlineLimit: (file) => (/\.(wasm|js)$/.test(file) ? false : undefined),
  },
  // Parts of vue-i18n that nothing here uses: before the first number every kilobyte counts.
  define: { __VUE_I18N_LEGACY_API__: false, __VUE_I18N_FULL_INSTALL__: false, __INTLIFY_PROD_DEVTOOLS__: false, __INTLIFY_DROP_MESSAGE_COMPILER__: true },
  worker: { format: 'es' },
  // These two find their .wasm beside themselves; pre-bundling would move them away from it.
  optimizeDeps: { exclude: ['parquet-wasm', '@duckdb/duckdb-wasm'] },
  test: {
    maxWorkers: 2,
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/tools/**/*.test.ts'], ...quick },
      },
      { extends: true, test: { name: 'sql', include: ['tests/sql/**/*.test.ts'], globalSetup: 'tests/support/demo-setup.ts', ...slow } },
      { extends: true, test: { name: 'pipeline', include: ['tests/pipeline/**/*.test.ts'], globalSetup: 'tests/support/demo-setup.ts', ...slow } },
      {
        extends: true,
        // The app is built once, before the first file, not by two workers at the same time.
        test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], globalSetup: 'tests/browser/global-setup.ts', expect: { poll: { timeout: PATIENCE_MS } }, ...slow },
      },
    ],
  },
});
