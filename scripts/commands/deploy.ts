import { existsSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { EXIT, runCommand, UsageError } from '../command-line.ts';
import { reportProgress } from '../progress.ts';
import { buildSite } from '../site/build.ts';
import { deploy, type Deployed } from '../site/deploy.ts';
import { PublishError } from '../snapshot/publish-error.ts';

const spec = {
  name: 'deploy', usage: '--snapshots 快照文件夹 --to 网站文件夹',
  chinese: '构建页面，连同快照放进网站文件夹（nginx、IIS 或任何文件服务器）。先放新文件，最后换索引：读者看到的要么是旧的，要么是新的。已发布的快照不会改动；再运行一次不会有任何变化。上一版页面的文件会留着，供还开着的页面使用。',
  english: 'Builds the page and puts it with the snapshots into a web folder (nginx, IIS or any file server). New files first, the index last: a reader sees the old state or the new one. Published snapshots are never touched; a second run changes nothing. Files of earlier builds stay for pages that are still open.',
  options: [
    { flag: '--snapshots <folder>', chinese: '快照文件夹（npm run snapshot 写出的）', english: 'snapshots folder, as written by npm run snapshot', required: true },
    { flag: '--to <webroot>', chinese: '网站文件夹；没有时新建', english: 'web folder; created if need be', required: true },
    { flag: '--keep <n>', chinese: '只留最新的 n 份快照和最近两版页面，列出其余的；加 --yes 才删除', english: 'keep the newest n snapshots and the last two builds; lists the rest, drops it only with --yes' },
    { flag: '--yes', chinese: '确认删除 --keep 列出的内容', english: 'drop what --keep lists' },
  ],
} as const;

export const run = (args: string[]): Promise<number> =>
  runCommand(spec, args, async (given) => {
    const [snapshots, to, most] = [given.path('snapshots')!, given.path('to')!, given.text('keep')];
    if (!existsSync(join(snapshots, 'index.json'))) throw new UsageError(`${snapshots} 里没有 index.json，不是快照文件夹 / --snapshots is not a snapshots folder`);
    if (existsSync(to) && !statSync(to).isDirectory()) throw new UsageError(`--to ${to} 是一个文件，不是文件夹 / is a file`);
    if (isInside(to, snapshots)) throw new UsageError(`--to ${to} 在快照文件夹里面，请放到别处 / lies inside the snapshots folder`);
    if (most !== undefined && !/^[1-9]\d{0,8}$/.test(most)) throw new UsageError(`--keep 须是正整数，而不是「${most}」 / must be a positive whole number`);
    if (given.on('yes') && most === undefined) throw new UsageError('--yes 只与 --keep 一起使用 / goes with --keep');
    const progress = reportProgress();
    try {
      progress.stage('构建页面');
      const app = await buildSite();
      if (isInside(to, app)) throw new UsageError(`--to ${to} 是构建页面用的文件夹，下次构建会清空；请放到别处 / is the build folder itself`);
      const deployed = await deploy({ app, snapshots, to, keep: most === undefined ? null : Number(most), drop: given.on('yes'), progress });
      progress.end();
      process.stdout.write(`${summary(deployed, to, given.on('yes')).join('\n')}\n`);
      return EXIT.done;
    } catch (error) {
      progress.end();
      if (!(error instanceof PublishError)) throw error;
      process.stderr.write(`✗ ${error.message}\n原来的网站可以照常使用；处理后重新运行同一条命令，会接着做完。\n`);
      return EXIT.refused;
    }
  });

function summary({ written, added, mended, listed, beyond }: Deployed, to: string, dropped: boolean): string[] {
  const left = [...beyond.snapshots.map((id) => `  快照 ${id}`), ...beyond.files.map((path) => `  ${path}`)];
  return [
    written.length + added.length === 0 ? `✓ ${to} 没有新内容，共 ${listed} 份快照` : `✓ 已发布到 ${to}：页面文件 ${written.length} 个，新快照 ${added.length} 份，共 ${listed} 份快照`,
    ...mended.map((path) => `! ${path} 已损坏，已重新放好`),
    ...(left.length === 0 ? [] : [dropped ? '已删除：' : '超出 --keep，加 --yes 会删除：', ...left]),
  ];
}

/** True for a path below a folder, or the folder itself. */
function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
