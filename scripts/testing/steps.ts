/** The Vitest projects of vite.config.ts, in the order a failure is cheapest to learn. */
export const PROJECTS = ['unit', 'sql', 'pipeline', 'browser'] as const;

/** Checks that run before any test, each a command of a locked package. */
export const CHECKS = [
  { name: 'lint', title: '代码与分层（oxlint）', tool: 'oxlint', args: [] },
  { name: 'types', title: '类型（vue-tsc）', tool: 'vue-tsc', args: ['--noEmit'] },
  { name: 'unused', title: '未使用的文件、导出与依赖（knip）', tool: 'knip', args: [] },
] as const;

export type Check = (typeof CHECKS)[number];
export type Project = (typeof PROJECTS)[number];

/** What one `npm test` will run. */
export interface Plan {
  readonly checks: readonly Check[];
  readonly projects: readonly Project[];
}

/** `--only unit,sql` (or `--only=…`) narrows the plan to the named checks and projects; nothing means everything. Throws on a name that does not exist. */
export function planOf(args: readonly string[]): Plan {
  const only = namesIn(args);
  if (only === null) return { checks: CHECKS, projects: PROJECTS };
  const known: readonly string[] = [...CHECKS.map(({ name }) => name), ...PROJECTS];
  const strangers = only.filter((name) => !known.includes(name));
  if (only.length === 0 || strangers.length > 0) {
    throw new Error(`--only 可选：${known.join(',')}${strangers.length > 0 ? `；没有 ${strangers.join(',')}` : ''}`);
  }
  return {
    checks: CHECKS.filter(({ name }) => only.includes(name)),
    projects: PROJECTS.filter((name) => only.includes(name)),
  };
}

function namesIn(args: readonly string[]): string[] | null {
  const [flag, ...rest] = args;
  if (flag === undefined) return null;
  const value = flag.startsWith('--only=') ? flag.slice('--only='.length) : flag === '--only' ? rest.shift() : undefined;
  if (value === undefined || rest.length > 0) throw new Error(`npm test 只接受 --only <名称,名称>，收到：${args.join(' ')}`);
  return value.split(',').filter(Boolean);
}
