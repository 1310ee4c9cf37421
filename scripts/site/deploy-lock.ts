import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { cannotWrite } from '../cannot-write.ts';
import { PublishError } from '../snapshot/publish-error.ts';
import { TEMPORARY } from './site-file.ts';

const NAME = `${TEMPORARY}lock`;

/** Keeps a second deploy out of the webroot until the returned function is called. One that was killed on this machine does not count. Throws PublishError. */
export function lock(webroot: string): () => void {
  const path = join(webroot, NAME);
  const mine = `${hostname()} ${process.pid}`;
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(path, mine, { flag: 'wx' });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw new PublishError(cannotWrite(path, error), { cause: error });
      const [host, pid] = readFileSync(path, 'utf8').split(' ');
      if (attempt > 0 || host !== hostname() || alive(Number(pid))) throw new PublishError(`另一次发布正在进行（${host} 的进程 ${pid}）；如果没有，请删除 ${path} 后重新运行`);
      rmSync(path, { force: true });
    }
  }
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
