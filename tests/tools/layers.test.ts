import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const OXLINT = join(PROJECT, 'node_modules/oxlint/bin/oxlint');

/** architecture.md: a folder imports only what stands to its left. */
const LAYERS = [['shared'], ['model'], ['query'], ['engine'], ['stores'], ['composables'], ['charts', 'map', 'components', 'export'], ['views']];

interface Complaint {
  readonly code: string;
  readonly filename: string;
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qq-layers-'));
  await copyFile(join(PROJECT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Lints files made of the given sources and returns, sorted, the names of those that break `rule`. */
async function offenders(rule: string, sources: Readonly<Record<string, string>>): Promise<string[]> {
  for (const [name, source] of Object.entries(sources)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), source);
  }
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, [OXLINT, '--format', 'json'], { cwd: folder }, (_, stdout) => resolve(stdout));
  });
  const { diagnostics } = JSON.parse(output) as { diagnostics: Complaint[] };
  return [...new Set(diagnostics.filter(({ code }) => code.includes(rule)).map(({ filename }) => filename))].sort();
}

const forbidden = (sources: Readonly<Record<string, string>>): Promise<string[]> => offenders('no-restricted-imports', sources);

/** Every file of the table that the rule must refuse, and no other. */
async function expectRefused(cases: readonly (readonly [file: string, source: string, refused: boolean])[]): Promise<void> {
  const found = await forbidden(Object.fromEntries(cases.map(([file, source]) => [file, source])));
  expect(found).toEqual(cases.filter(([, , refused]) => refused).map(([file]) => file).sort());
}

describe('the layer rules', () => {
  it('let a folder import what stands to its left and nothing else', async () => {
    const ranked = LAYERS.flatMap((names, rank) => names.map((name) => ({ name, rank })));
    const cases = ranked.flatMap((from) =>
      ranked
        .filter((to) => to.name !== from.name)
        .map((to) => [`src/${from.name}/to-${to.name}.ts`, `import { a } from '../${to.name}/a.ts';\na();\n`, to.rank >= from.rank] as const),
    );
    await expectRefused(cases);
  });

  it('see every way to import', async () => {
    await expectRefused([
      ['src/query/plain.ts', "import { a } from '../engine/a.ts';\na();\n", true],
      ['src/query/type.ts', "import type { A } from '../engine/a.ts';\nexport type B = A;\n", true],
      ['src/query/again.ts', "export { a } from '../engine/a.ts';\n", true],
      ['src/query/all.ts', "export * from '../engine/a.ts';\n", true],
      ['src/query/lazy.ts', "export const a = () => import('../engine/a.ts');\n", true],
      ['src/query/deep/down.ts', "import { a } from '../../engine/a.ts';\na();\n", true],
      ['src/query/around.ts', "import { a } from './../../src/engine/a.ts';\na();\n", true],
      ['src/components/Part.vue', "<script setup lang=\"ts\">\nimport { a } from '../views/a.ts';\na();\n</script>\n", true],
      ['src/query/same.ts', "import { a } from './a.ts';\na();\n", false],
      ['src/query/deep/same.ts', "import { a } from '../a.ts';\na();\n", false],
    ]);
  });

  it('keep main at the end', async () => {
    await expectRefused([
      ['src/main.ts', "import { a } from './views/a.ts';\na();\n", false],
      ['src/views/a.ts', "import { b } from '../main.ts';\nexport const a = () => b();\n", true],
    ]);
  });

  it('give each heavy package to one folder', async () => {
    const owners: readonly (readonly [name: string, owner: string])[] = [
      ['@duckdb/duckdb-wasm', 'engine'],
      ['apache-arrow', 'engine'],
      ['parquet-wasm', 'engine'],
      ['leaflet', 'map'],
    ];
    const folders = [...LAYERS.flat().map((name) => `src/${name}`), 'scripts/site'];
    const cases = owners.flatMap(([name, owner], index) =>
      folders.map((where) => [`${where}/p${index}.ts`, `import * as a from '${name}';\na.b();\n`, where !== `src/${owner}`] as const),
    );
    await expectRefused([...cases, ['src/main.ts', "import * as a from 'apache-arrow';\na.b();\n", true]]);
  });

  it('keep Vue out of the plain folders', async () => {
    const cases = LAYERS.flat().map((name) => {
      const refused = ['shared', 'model', 'query', 'engine'].includes(name);
      return [`src/${name}/vue.ts`, "import { ref } from 'vue';\nref();\n", refused] as const;
    });
    await expectRefused(cases);
  });

  it('part the browser from Node', async () => {
    await expectRefused([
      ['src/shared/node.ts', "import { readFile } from 'node:fs';\nreadFile();\n", true],
      ['src/shared/bare.ts', "import { join } from 'path';\njoin();\n", true],
      ['src/engine/node-duckdb.ts', "import { DuckDBInstance } from '@duckdb/node-api';\nDuckDBInstance();\n", true],
      ['src/views/scripts.ts', "import { a } from '../../scripts/a.ts';\na();\n", true],
      ['src/main.ts', "import { a } from '../scripts/a.ts';\na();\n", true],
      ['src/engine/a.test.ts', "import { readFile } from 'node:fs';\nreadFile();\n", false],
    ]);
  });

  it('let scripts share model, query and shared only', async () => {
    const shared = ['shared', 'model', 'query'];
    const cases = LAYERS.flat().map((name) => {
      const source = `import { a } from '../../src/${name}/a.ts';\na();\n`;
      return [`scripts/ledger/to-${name}.ts`, source, !shared.includes(name)] as const;
    });
    await expectRefused([
      ...cases,
      ['scripts/cli.ts', "import { a } from '../src/engine/a.ts';\na();\n", true],
      ['scripts/fixture.ts', "import { a } from '../tests/a.ts';\na();\n", true],
      ['scripts/ledger/a.test.ts', "import { a } from '../../src/engine/a.ts';\na();\n", false],
      ['tests/sql/a.test.ts', "import { a } from '../../src/engine/a.ts';\na();\n", false],
    ]);
  });
});

describe('the other rules', () => {
  it('refuse an import cycle, one of types too', async () => {
    const found = await offenders('no-cycle', {
      'src/shared/a.ts': "import { b } from './b.ts';\nexport const a = () => b();\n",
      'src/shared/b.ts': "import { a } from './a.ts';\nexport const b = () => a();\n",
      'src/model/a.ts': "import type { B } from './b.ts';\nexport interface A { b: B }\n",
      'src/model/b.ts': "import type { A } from './a.ts';\nexport interface B { a: A }\n",
      'src/query/a.ts': "import { b } from './b.ts';\nexport const a = () => b();\n",
      'src/query/b.ts': 'export const b = () => 1;\n',
    });
    expect(found).toEqual(['src/model/a.ts', 'src/model/b.ts', 'src/shared/a.ts', 'src/shared/b.ts']);
  });

  it('refuse any, and the console in src', async () => {
    const sources = {
      'src/shared/any.ts': 'export const a = (b: any): unknown => b;\n',
      'src/shared/console.ts': "console.log('a');\n",
      'scripts/console.ts': "console.log('a');\n",
    };
    expect(await offenders('no-explicit-any', sources)).toEqual(['src/shared/any.ts']);
    expect(await offenders('no-console', sources)).toEqual(['src/shared/console.ts']);
  });
});
