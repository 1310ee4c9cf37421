import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { EXIT, runCommand, UsageError } from '../../scripts/command-line.ts';
import { reportProgress } from '../../scripts/progress.ts';
import { buildSite } from '../../scripts/site/build.ts';
import { findChromium } from '../../scripts/site/chromium.ts';
import { TOOL_VERSION } from '../../scripts/tool-version.ts';
import { QUICK, type Size, SIZES, snapshotsOf } from './page-data.ts';
import { type Measurement, measure } from './page-measure.ts';
import { flatTable, type Line, linesOf, tableOf, verdict } from './page-report.ts';

const RESULT = fileURLToPath(new URL('../artifacts/bench-page.json', import.meta.url));
const LOADS = { quick: 3, full: 5 };
/** Every foreign host is unreachable: the intranet the page is made for. */
const FLAGS = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];

const spec = {
  name: 'bench', usage: '--quick',
  chinese: '用 Chromium 打开构建好的页面，测量打开、筛选、拖动、地图和内存，与要求并列。没有达到要求也算完成。',
  english: 'Drives Chromium over the built page: opening, filtering, brushing, map and memory beside what is wanted. A missed value is still exit status 0.',
  options: [
    { flag: '--quick', chinese: `只测 ${QUICK.join('、')}`, english: `only ${QUICK.join(', ')}` },
    { flag: '--sizes <list>', chinese: `测哪些，逗号分隔：${SIZES.map((s) => s.id).join(',')}`, english: 'which sizes, separated by commas' },
    { flag: '--loads <n>', chinese: `每种打开几次，默认 ${LOADS.full}（--quick 为 ${LOADS.quick}）`, english: `cold loads per size (default ${LOADS.full}; ${LOADS.quick} with --quick)` },
    { flag: '--app <folder>', chinese: '已构建的页面，默认现在构建', english: 'a built page (default: builds it)' },
    { flag: '--reuse', chinese: '沿用 .cache/bench 里的快照，即使源码已变', english: 'take the snapshots of .cache/bench even if sources have changed' },
  ],
} as const;

interface Outcome {
  readonly size: Size;
  readonly measurement: Measurement | null;
  readonly lines: readonly Line[];
  readonly error: string | null;
}

function chosen(text: string | undefined, quick: boolean): readonly Size[] {
  const ids = text?.split(',') ?? (quick ? QUICK : SIZES.map((s) => s.id));
  return ids.map((id) => {
    const size = SIZES.find((s) => s.id === id);
    if (!size) throw new UsageError(`--sizes：没有「${id}」，可用的是 ${SIZES.map((s) => s.id).join(' ')} / no such size`);
    return size;
  });
}

process.exitCode = await runCommand(spec, process.argv.slice(2), async (given) => {
  const sizes = chosen(given.text('sizes'), given.on('quick'));
  const loads = Number(given.text('loads') ?? (given.on('quick') ? LOADS.quick : LOADS.full));
  if (!Number.isInteger(loads) || loads < 1) throw new UsageError('--loads 须是正整数 / must be a positive whole number');
  const executablePath = findChromium();
  if (executablePath === null) {
    process.stderr.write('没有找到 Chromium：请安装 chromium、Chrome 或 Edge，或用环境变量 QQ_CHROMIUM 指明可执行文件的路径\n');
    return EXIT.refused;
  }
  const launch = (): Promise<Browser> => chromium.launch({ executablePath, args: FLAGS });
  const progress = reportProgress();
  progress.stage('构建页面');
  const app = given.path('app') ?? (await buildSite());
  const outcomes: Outcome[] = [];
  for (const size of sizes) {
    const outcome = await (async (): Promise<Outcome> => {
      const snapshots = await snapshotsOf(size, progress, given.on('reuse'));
      const measurement = await measure({ launch, app, snapshots, size, loads, progress });
      return { size, measurement, lines: linesOf(measurement, size.mapOnly), error: null };
    })().catch((error: unknown) => ({ size, measurement: null, lines: [], error: error instanceof Error ? error.message : String(error) }));
    progress.end();
    outcomes.push(outcome);
    process.stdout.write(outcome.error === null ? `${tableOf(size.title, outcome.lines)}\n\n` : `━━ ${size.title}\n✗ 没有测成：${outcome.error}\n\n`);
  }
  const compared = outcomes.filter((o) => o.error === null && !o.size.mapOnly).map(({ size, lines }) => ({ title: size.title, lines }));
  if (compared.length > 1) process.stdout.write(`${flatTable(compared)}\n\n`);
  const browser = await launch();
  const machine = { node: process.version, cores: availableParallelism(), platform: `${process.platform}-${process.arch}`, chromium: browser.version(), load: loadavg()[0]! };
  await browser.close();
  mkdirSync(join(RESULT, '..'), { recursive: true });
  const report = outcomes.map((o) => ({ ...o, lines: o.lines.map((line) => ({ ...line, verdict: verdict(line) })) }));
  writeFileSync(RESULT, `${JSON.stringify({ at: new Date().toISOString(), tool: TOOL_VERSION, machine, loads, sizes: report }, null, 1)}\n`);
  process.stdout.write(`${machine.cores} 核 · ${machine.platform} · Node ${machine.node} · Chromium ${machine.chromium} · 每种打开 ${loads} 次取中位数 · 系统负载 ${machine.load.toFixed(1)}${machine.load > machine.cores * 1.5 ? '（机器正忙，时间偏长）' : ''} · ${RESULT}\n`);
  return outcomes.some((o) => o.error !== null) ? EXIT.refused : EXIT.done;
});
