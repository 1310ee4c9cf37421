import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, runCommand, UsageError, userPath } from '../command-line.ts';
import { SITE } from '../site/site-file.ts';
import { type SiteVerification, verifySite } from '../site/verify-site.ts';
import { verify } from '../snapshot/verify.ts';

const spec = {
  name: 'verify', usage: '<snapshot | snapshots folder | published site>', options: [], takesPaths: true,
  chinese: '重新计算校验值、重新读取和计数，核对列类型与上一份快照的链条；已发布的网站还核对页面的每个文件。',
  english: "Re-hashes, re-reads and re-counts; checks types against the catalogue and the chain of previous snapshots; in a published site also every file of the page.",
};

export const run = (args: string[]): Promise<number> =>
  runCommand(spec, args, async ({ rest }) => {
    if (rest.length !== 1) throw new UsageError('请给出一个快照、快照文件夹或已发布的网站 / name one path');
    const path = userPath(rest[0]!);
    if (!existsSync(path)) throw new UsageError(`找不到 ${path} / does not exist`);
    let result: Omit<SiteVerification, 'appFiles'> & { readonly appFiles: number | null };
    try {
      result = existsSync(join(path, SITE)) ? await verifySite(path) : { ...(await verify(path)), appFiles: null, notices: [] };
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      return EXIT.refused;
    }
    for (const problem of result.problems) process.stderr.write(`✗ ${problem}\n`);
    for (const notice of result.notices) process.stdout.write(`! ${notice}\n`);
    const app = result.appFiles === null ? '' : `页面文件 ${result.appFiles} 个、`;
    process.stdout.write(result.problems.length === 0 ? `✓ ${app}${result.snapshots} 份快照、${result.files} 个文件，全部相符\n` : `✗ ${result.problems.length} 处不符\n`);
    return result.problems.length === 0 ? EXIT.done : EXIT.refused;
  });
