import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { silent } from '../../scripts/progress.ts';
import { deploy, type Deployment } from '../../scripts/site/deploy.ts';
import { type Disk, realDisk } from '../../scripts/site/disk.ts';

/** A deploy in a process of its own. */
export interface ChildTask extends Pick<Deployment, 'app' | 'snapshots' | 'to' | 'keep' | 'drop'> {
  /** The process kills itself at this operation on the disk (1: the first): before it, after it, or with half of a copy written. */
  readonly killAt?: { readonly operation: number; readonly when: 'before' | 'half' | 'after' };
  /** Milliseconds between operations, so that a reader gets a look at every state in between. */
  readonly pause?: number;
}

const die = (): void => {
  process.kill(process.pid, 'SIGKILL');
};

function watched({ killAt, pause = 0 }: ChildTask): Disk {
  let operation = 0;
  const wrap = <A extends string[], R>(work: (...args: A) => Promise<R>) => async (...args: A): Promise<R> => {
    operation += 1;
    const mine = killAt?.operation === operation ? killAt.when : null;
    if (mine === 'before') die();
    if (mine === 'half' && args.length === 2) {
      await pipeline(createReadStream(args[0]!, { end: 9 }), createWriteStream(args[1]!)).catch(() => undefined);
      die();
    }
    await setTimeout(pause);
    const result = await work(...args);
    if (mine !== null) die();
    return result;
  };
  return { copy: wrap(realDisk.copy), write: wrap(realDisk.write), rename: wrap(realDisk.rename), folder: wrap(realDisk.folder), remove: wrap(realDisk.remove) };
}

process.once('message', (task: ChildTask) => {
  deploy({ ...task, progress: silent, disk: watched(task) })
    .then(() => process.send!({ error: null }), (error: unknown) => process.send!({ error: error instanceof Error ? error.message : String(error) }))
    .finally(() => process.disconnect());
});
