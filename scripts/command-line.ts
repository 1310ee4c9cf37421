import { resolve } from 'node:path';
import { cac } from 'cac';

/** Exit statuses every command shares. */
export const EXIT = { done: 0, refused: 1, usage: 2 } as const;

/** An option of a command: name as typed, what it is in both languages. */
export interface Option {
  readonly flag: string;
  readonly chinese: string;
  readonly english: string;
  readonly required?: boolean;
  /** May be given more than once. */
  readonly many?: boolean;
}

/** Wrong usage: the message says what is wrong; the command's help follows. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Typed options of one call. Paths are resolved against where the user stands: npm changes the working directory (INIT_CWD). */
export interface Given {
  readonly text: (name: string) => string | undefined;
  readonly all: (name: string) => string[];
  readonly on: (name: string) => boolean;
  readonly path: (name: string) => string | undefined;
  /** Arguments that are not options. */
  readonly rest: readonly string[];
}

/** No argument of a process can hold it. */
const MARK = '\0';
const isNumber = (text: string): boolean => Number.isFinite(Number(text));
/** The parser reads 2026.10 as 2026.1, 007 as 7 and '' as 0: what looks like a number goes through it with a mark in front, and stays as typed. */
const mark = (arg: string): string => {
  const [name = '', value] = arg.startsWith('-') ? arg.split(/=(.*)/s, 2) : ['', arg];
  return value === undefined || !isNumber(value) ? arg : `${name}${name === '' ? '' : '='}${MARK}${value}`;
};
const unmark = (value: unknown): string => String(value).replace(MARK, '');

export const userPath = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path);

/**
 * Parses the arguments and runs the command. `--help` prints both languages and ends with 0; an unknown or missing option, or a UsageError
 * thrown by `action`, prints the reason and the help and ends with 2.
 */
export async function runCommand(
  spec: { name: string; chinese: string; english: string; usage: string; options: readonly Option[]; takesPaths?: boolean },
  args: readonly string[],
  action: (given: Given) => Promise<number>,
): Promise<number> {
  const parser = cac(spec.name);
  const names = spec.options.map((o) => o.flag.replace(/^--/, '').split(' ')[0]!);
  const help = () => [
    `npm run ${spec.name} -- ${spec.usage}`, '', spec.chinese, spec.english, '',
    ...spec.options.map((o) => `  ${o.flag.padEnd(28)} ${o.chinese}\n${' '.repeat(31)}${o.english}`),
    '', `  ${'--help'.padEnd(28)} 显示本说明 / this text`, '', '退出状态 / exit status: 0 完成 done · 1 数据不可发布 refused · 2 用法有误 usage', '',
  ].join('\n');
  const wrong = (message: string) => {
    process.stderr.write(`${message}\n\n${help()}`);
    return EXIT.usage;
  };
  for (const o of spec.options) parser.option(o.flag, o.chinese);
  const { args: rest, options } = parser.parse(['node', spec.name, ...args.map(mark)], { run: false });
  if (options['help'] || args.includes('-h')) {
    process.stdout.write(help());
    return EXIT.done;
  }
  const values = new Map<string, string[]>();
  for (const [key, value] of Object.entries(options)) {
    if (key === '--') continue;
    const name = key.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
    if (!names.includes(name)) return wrong(`不认识的选项 --${name} / unknown option`);
    const list = (Array.isArray(value) ? value : [value]).map(unmark);
    const spelled = spec.options[names.indexOf(name)]!;
    if (list.length > 1 && !spelled.many) return wrong(`选项 --${name} 只能给一次 / given more than once`);
    if (spelled.flag.includes('<') && list.some((v) => v === 'true' || v === '')) return wrong(`选项 --${name} 缺少值 / needs a value`);
    values.set(name, list);
  }
  if (rest.length > 0 && !spec.takesPaths) return wrong(`多余的参数「${unmark(rest[0])}」：路径中有空格时请加引号 / unexpected argument; quote paths with spaces`);
  const missing = spec.options.find((o, i) => o.required && !values.has(names[i]!));
  if (missing) return wrong(`缺少选项 ${missing.flag} / missing option`);
  try {
    return await action({
      text: (name) => values.get(name)?.[0],
      all: (name) => values.get(name) ?? [],
      on: (name) => values.get(name)?.[0] === 'true',
      path: (name) => (values.has(name) ? userPath(values.get(name)![0]!) : undefined),
      rest: rest.map(unmark),
    });
  } catch (error) {
    if (error instanceof UsageError) return wrong(error.message);
    throw error;
  }
}
