import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, runCommand, UsageError } from '../command-line.ts';
import { reportProgress } from '../progress.ts';
import { buildSite } from '../site/build.ts';
import { demoSnapshots } from '../site/demo-snapshots.ts';
import { serve, type Served } from '../site/serve.ts';

const spec = {
  name: 'start', usage: '[--port 4173] [--snapshots <folder>]',
  chinese: '生成示例县的快照（或用 --snapshots 指定的快照），构建页面，在本机提供服务并印出地址。', english: "Makes the demo county's snapshots (or takes --snapshots), builds the page, serves it here and prints the address.",
  options: [
    { flag: '--port <n>', chinese: '端口，默认 4173；被占用时换一个', english: 'port (default 4173; another one when it is taken)' },
    { flag: '--host <name>', chinese: '监听地址，默认 127.0.0.1', english: 'address to listen on (default 127.0.0.1)' },
    { flag: '--snapshots <folder>', chinese: '快照文件夹，默认示例县', english: 'snapshots folder (default: the demo county)' },
  ],
} as const;

export const run = (args: string[]): Promise<number> =>
  runCommand(spec, args, async (given) => {
    const port = Number(given.text('port') ?? 4173);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError('--port 须是 0–65535 的整数 / must be a port number');
    const own = given.path('snapshots');
    if (own !== undefined && !existsSync(join(own, 'index.json'))) throw new UsageError(`${own} 里没有 index.json，不是快照文件夹 / not a snapshots folder`);
    const progress = reportProgress();
    // The page is built in a process of its own, beside the snapshots.
    const building = buildSite();
    building.catch(() => undefined);
    const snapshots = own ?? (await demoSnapshots(progress));
    progress.stage('构建页面');
    const app = await building;
    progress.end();
    const { url } = await listen({ roots: { '/': app, '/snapshots/': snapshots }, host: given.text('host') ?? '127.0.0.1' }, port);
    process.stdout.write(`清欠一张图 ${url}/\n按 Ctrl+C 结束 / Ctrl+C to stop\n`);
    return EXIT.done;
  });

/** Serves on the port, or on a free one when it is taken. */
async function listen(options: { roots: Record<string, string>; host: string }, port: number): Promise<Served> {
  try {
    return await serve({ ...options, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return serve({ ...options, port: 0 });
  }
}
