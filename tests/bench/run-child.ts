import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Measured, Reply, Task } from './task.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

/** Runs the task in a fresh Node; its temporary files (DuckDB's spill among them) lie in `scratch`. Throws when the task fails or the process dies. */
export function runChild(task: Task, scratch: string): Promise<Measured> {
  const temporary = join(scratch, 'tmp');
  mkdirSync(temporary, { recursive: true });
  return new Promise((resolve, reject) => {
    const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary };
    const child = fork(CHILD, { cwd: PROJECT, env, execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const kill = () => child.kill('SIGKILL');
    process.once('exit', kill);
    child.once('message', (reply: Reply) => ('measured' in reply ? resolve(reply.measured) : reject(new Error(reply.error))));
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('exit', kill);
      // After a reply this changes nothing.
      reject(new Error(`子进程没有回答就结束了（${signal ?? `退出状态 ${code}`}）`));
    });
    child.send(task);
  });
}
