import { EXIT } from './command-line.ts';

/** Every command of the project: `npm run <command> -- …`. A command is a module of scripts/commands with `run(args)`. */
const COMMANDS = {
  start: () => import('./commands/start.ts'),
  test: () => import('./commands/test.ts'),
  template: () => import('./commands/template.ts'),
  snapshot: () => import('./commands/snapshot.ts'),
  boundaries: () => import('./commands/boundaries.ts'),
  verify: () => import('./commands/verify.ts'),
  demo: () => import('./commands/demo.ts'),
  deploy: () => import('./commands/deploy.ts'),
} as const;

async function main([name = '', ...args]: string[]): Promise<number> {
  if (!Object.hasOwn(COMMANDS, name)) {
    process.stderr.write(`没有命令「${name}」。可用的命令 / commands: ${Object.keys(COMMANDS).join(' ')}\n`);
    return EXIT.usage;
  }
  const command = await COMMANDS[name as keyof typeof COMMANDS]();
  return command.run(args);
}

async function guarded(): Promise<number> {
  try {
    return await main(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`程序出错（不是数据的问题），请把下面内容发给维护者 / internal error:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 70;
  }
}

process.exitCode = await guarded();
