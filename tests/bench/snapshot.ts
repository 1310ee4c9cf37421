import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXIT, runCommand, UsageError } from '../../scripts/command-line.ts';
import { reportProgress } from '../../scripts/progress.ts';
import { TOOL_VERSION } from '../../scripts/tool-version.ts';
import { attempt, type Bench, bigCase, countiesCase, SEPARATE, weekCase } from './cases.ts';
import { type Line, WANTED } from './line.ts';
import { tableText } from './table.ts';

const RESULT = fileURLToPath(new URL('../artifacts/bench-snapshot.json', import.meta.url));
const QUICK_ROWS = 200_000;

const spec = {
  name: 'bench:snapshot', usage: '--quick',
  chinese: '测量台账到快照的速度与内存，并与 DuckDB 单独读写同一文件相比。没有达到要求也算完成。',
  english: 'Measures speed and memory from ledger to snapshot, against DuckDB alone on the same file. A missed value is still exit status 0.',
  options: [
    { flag: '--quick', chinese: `少量数据：${QUICK_ROWS} 行，1 和 10 个县`, english: `little data: ${QUICK_ROWS} rows, 1 and 10 counties` },
    { flag: '--rows <n>', chinese: `大台账的行数，默认 ${WANTED.rows}`, english: `rows of the big ledger (default ${WANTED.rows})` },
  ],
} as const;

/** Cases in the order of the table; each begins with nothing on the disk. */
async function measure(bench: Bench, quick: boolean, rows: number): Promise<Line[]> {
  const lines = await attempt('示例县一周', bench, weekCase);
  for (const k of quick ? [1, 10] : [1, 10, 100]) lines.push(...(await attempt(`${k} 个县一周`, bench, (b) => countiesCase(b, k))));
  lines.push(...(await attempt(`${rows} 行线索 CSV`, bench, (b) => bigCase(b, rows))));
  return lines;
}

/** Scratch folder that is gone when the process ends, however it ends. */
function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'qingqian-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  return folder;
}

process.exitCode = await runCommand(spec, process.argv.slice(2), async (given) => {
  const quick = given.on('quick');
  const rows = Number(given.text('rows') ?? (quick ? QUICK_ROWS : WANTED.rows));
  if (!Number.isInteger(rows) || rows < 1) throw new UsageError(`--rows 须是正整数，而不是「${given.text('rows')}」 / must be a positive whole number`);
  const progress = reportProgress();
  const lines = await measure({ scratch: scratchFolder(), progress }, quick, rows);
  progress.end();
  const machine = { node: process.version, cores: availableParallelism(), platform: `${process.platform}-${process.arch}` };
  mkdirSync(join(RESULT, '..'), { recursive: true });
  writeFileSync(RESULT, `${JSON.stringify({ at: new Date().toISOString(), tool: TOOL_VERSION, machine, quick, rows, lines }, null, 1)}\n`);
  process.stdout.write(`${tableText(lines)}\n\n${SEPARATE}\n${machine.cores} 核 · ${machine.platform} · Node ${machine.node} · ${RESULT}\n`);
  for (const { title, error } of lines) if (error) process.stderr.write(`✗ ${title}：${error}\n`);
  return lines.some((line) => line.error) ? EXIT.refused : EXIT.done;
});
