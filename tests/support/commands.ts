import { vi } from 'vitest';

/** What a command printed and how it ended. */
export interface Called {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

interface Command {
  readonly run: (args: string[]) => Promise<number>;
}

/** Runs a command module as the user's shell would: options as typed, standing in `at` (npm's INIT_CWD), with both outputs caught. */
export async function call(command: Command, at: string, ...args: string[]): Promise<Called> {
  const printed = { out: '', err: '' };
  const take = (to: keyof typeof printed) => (chunk: string | Uint8Array) => {
    printed[to] += typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk);
    return true;
  };
  const spies = [vi.spyOn(process.stdout, 'write').mockImplementation(take('out')), vi.spyOn(process.stderr, 'write').mockImplementation(take('err'))];
  vi.stubEnv('INIT_CWD', at);
  try {
    return { status: await command.run(args), ...printed };
  } finally {
    vi.unstubAllEnvs();
    for (const spy of spies) spy.mockRestore();
  }
}

/** Prints of a program that broke: a stack, a path of this source tree, an English error class. */
export const STACK = /^\s+at .+[:(]\d+|internal error|node_modules|\bat (?:async )?[\w.]+ \(|(?:Type|Range|Reference|Syntax)Error|ZodError|ENOENT|EISDIR|ENOTDIR/m;
