import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from '../site/ensure-chromium.ts';
import { runTool } from '../site/run-tool.ts';
import { planOf, type Plan, type Project } from '../testing/steps.ts';
import { tallyLine, tallyOf, type Tally } from '../testing/tally.ts';

/** `npm test [-- --only unit,sql]`: lint, types, unused code, then every test; stops at the first step that fails, with its status. */
export async function run(args: string[]): Promise<number> {
  let plan: Plan;
  try {
    plan = planOf(args);
  } catch (thrown) {
    console.error(thrown instanceof Error ? thrown.message : thrown);
    return 2;
  }
  for (const { title, tool, args: options } of plan.checks) {
    const status = await timed(title, () => runTool(tool, options));
    if (status !== 0) return status;
  }
  return plan.projects.length === 0 ? 0 : runTests(plan.projects);
}

async function runTests(projects: readonly Project[]): Promise<number> {
  if (projects.includes('browser') && ensureChromium() === null) {
    console.error('没有找到 Chromium：请安装 chromium、Chrome 或 Edge，或用环境变量 QQ_CHROMIUM 指明可执行文件的路径');
    return 1;
  }
  const folder = await mkdtemp(join(tmpdir(), 'qq-test-'));
  const report = join(folder, 'vitest.json');
  const options = ['run', ...projects.map((name) => `--project=${name}`), '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  try {
    const status = await timed(`测试（vitest：${projects.join('、')}）`, () => runTool('vitest', options));
    const tally = await readTally(report);
    console.log(tallyLine(tally));
    return status === 0 && tally.failed > 0 ? 1 : status;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Without a report Vitest itself broke down: that is one failure. */
const readTally = (report: string): Promise<Tally> =>
  readFile(report, 'utf8').then(
    (text) => tallyOf(JSON.parse(text)),
    () => ({ passed: 0, failed: 1 }),
  );

async function timed(title: string, step: () => Promise<number>): Promise<number> {
  const start = performance.now();
  console.log(`\n━━ ${title}`);
  const status = await step();
  console.log(`━━ ${status === 0 ? '通过' : `失败（${status}）`}，${((performance.now() - start) / 1000).toFixed(1)} 秒`);
  return status;
}
