import { existsSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { isIsoDay } from '../../src/shared/dates.ts';
import { EXIT, type Given, runCommand, UsageError, userPath } from '../command-line.ts';
import { CHECKS } from '../check/registry.ts';
import { cannotWrite } from '../cannot-write.ts';
import { BoundaryError } from '../geo/boundaries.ts';
import { LedgerError } from '../ledger/contract.ts';
import { reportProgress } from '../progress.ts';
import { readCounty, UNNAMED_COUNTY } from '../snapshot/county.ts';
import { publish, type Publication } from '../snapshot/publish.ts';
import { PublishError } from '../snapshot/publish-error.ts';
import { rebuildLater } from '../snapshot/rebuild.ts';
import { readRules } from '../snapshot/rules-file.ts';
import { NEVER_ACCEPTED, summarise } from '../snapshot/summary.ts';

const spec = {
  name: 'snapshot',
  usage: '--from <文件或文件夹> --as-of 2026-11-20',
  chinese: '读取一周的台账，检查，写出一份封存的快照。有阻断问题时不发布，并在问题清单里写明在哪里、怎样改。',
  english: "Reads one week's ledgers, checks them and writes a sealed snapshot. Refuses to publish on a blocking problem and reports where it is and how to mend it.",
  options: [
    { flag: '--from <path>', chinese: '台账文件或文件夹（.xlsx .xls .csv .parquet）', english: 'ledger file or folder', required: true },
    { flag: '--as-of <day>', chinese: '数据截至日，如 2026-11-20', english: 'day the data speak of', required: true },
    { flag: '--to <folder>', chinese: '快照文件夹，默认 snapshots', english: 'snapshots folder (default: snapshots)' },
    { flag: '--rules <file>', chinese: '县规则文件，默认台账旁的 rules.json', english: "rules file (default: rules.json beside the ledger)" },
    { flag: '--county <file>', chinese: '县信息文件，默认台账旁的 county.json', english: 'county file (default: county.json beside the ledger)' },
    { flag: '--previous <snapshot>', chinese: '上一份快照，默认该日之前最新的一份', english: 'previous snapshot (default: the newest before that day)' },
    { flag: '--decisions <file>', chinese: '调度会导出的交办文件，可多次给出', english: 'decisions exported by a meeting; may be repeated', many: true },
    { flag: '--accept <check>', chinese: '接受某项阻断检查（写入清单），可多次给出', english: 'accept a blocking check (recorded); may be repeated', many: true },
    { flag: '--mask', chinese: '遮盖身份证号、手机号、银行卡号后发布', english: 'mask personal numbers and go on' },
    { flag: '--replace', chinese: '该日已有快照时，另存为更正版', english: 'publish a corrected revision beside an existing snapshot' },
    { flag: '--rebuild-later', chinese: '更正旧的一周后，重算其后的各份快照', english: 'after correcting an older week, rebuild the later snapshots' },
    { flag: '--report <folder>', chinese: '问题清单放在哪里，默认 reports', english: 'folder for the problem list (default: reports)' },
  ],
} as const;

export const run = (args: string[]): Promise<number> =>
  runCommand(spec, args, async (given) => {
    const asOf = given.text('as-of')!;
    if (!isIsoDay(asOf)) throw new UsageError(`--as-of 须是日期，如 2026-11-20，而不是「${asOf}」`);
    const progress = reportProgress();
    try {
      const publication: Publication = { ...inputs(given), asOf, progress };
      const outcome = await publish(publication);
      progress.end();
      process.stdout.write(`${(await summarise(outcome, publication)).join('\n')}\n`);
      if (!outcome.published) return EXIT.refused;
      const later = await rebuildLater(publication, outcome, given.on('rebuild-later'));
      for (const line of later) process.stdout.write(`${line}\n`);
      return EXIT.done;
    } catch (error) {
      progress.end();
      const reason = refusal(error);
      if (reason === null) throw error;
      process.stderr.write(`✗ ${reason}\n`);
      return EXIT.refused;
    }
  });

/** What the publisher is told; null for a fault of this program. */
function refusal(error: unknown): string | null {
  if (error instanceof LedgerError || error instanceof PublishError || error instanceof BoundaryError) return error.message;
  const { code, path } = error as NodeJS.ErrnoException;
  return error instanceof Error && typeof code === 'string' && typeof path === 'string' ? cannotWrite(path, error) : null;
}

/** Paths and switches of a call, with the files beside the ledger as defaults. */
function inputs(given: Given): Omit<Publication, 'asOf' | 'progress'> {
  const from = given.path('from')!;
  if (!existsSync(from)) throw new UsageError(`找不到台账 ${from} / --from does not exist`);
  const beside = (name: string) => join(statSync(from).isDirectory() ? from : dirname(from), name);
  const file = (option: string, name: string): string | null => {
    const path = given.path(option);
    if (path !== undefined && !existsSync(path)) throw new UsageError(`找不到 --${option} 所指的文件 ${path}`);
    return path ?? (existsSync(beside(name)) ? beside(name) : null);
  };
  const folder = (option: string, otherwise: string): string => {
    const path = given.path(option) ?? userPath(otherwise);
    if (existsSync(path) && !statSync(path).isDirectory()) throw new UsageError(`--${option} ${path} 是一个文件，不是文件夹 / is a file`);
    if (isInside(path, from)) throw new UsageError(`--${option} ${path} 在台账文件夹里面，下次会被当成台账读取；请放到别处 / lies inside the ledger folder`);
    return path;
  };
  const previous = given.path('previous') ?? null;
  if (previous !== null && !existsSync(join(previous, 'manifest.json'))) throw new UsageError(`--previous ${previous} 不是快照：没有 manifest.json / not a snapshot`);
  const decisions = given.all('decisions').map(userPath);
  for (const path of decisions) if (!existsSync(path)) throw new UsageError(`找不到 --decisions 所指的文件 ${path}`);
  const county = file('county', 'county.json');
  return {
    from, to: folder('to', 'snapshots'), county: county ? readCounty(county) : UNNAMED_COUNTY, rules: readRules(file('rules', 'rules.json'), given.text('as-of')!),
    previous, decisions, accept: acceptedChecks(given.all('accept')), mask: given.on('mask'), replace: given.on('replace'), report: join(folder('report', 'reports'), given.text('as-of')!),
  };
}

/** Blocking checks named by --accept. Throws UsageError for a name that is none, and for the one that cannot be let through. */
function acceptedChecks(names: readonly string[]): ReadonlySet<string> {
  const blocking = CHECKS.filter((c) => c.severity === '阻断' && c.id !== NEVER_ACCEPTED);
  for (const name of names) {
    if (name === NEVER_ACCEPTED) throw new UsageError('--accept personal_data：个人信息不能放行，请从台账中删除，或加 --mask 遮盖后发布 / use --mask');
    if (!blocking.some((c) => c.id === name)) throw new UsageError(`--accept ${name}：没有这项阻断检查 / no such blocking check。可以放行的：${blocking.map((c) => c.id).join('、')}`);
  }
  return new Set(names);
}

/** True for a path below a folder, or the folder itself. */
function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return statSync(folder).isDirectory() && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
