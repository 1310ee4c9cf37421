import { reportProgress } from '../../scripts/progress.ts';
import type { Reply, Task } from './task.ts';
import { doTask } from './work.ts';

/** A process of its own for one task, so that its peak memory is nobody else's: the task arrives as a message, the reply leaves as one. */
process.once('message', (task: Task) => {
  const reply = (message: Reply) => process.send!(message, () => process.disconnect());
  const progress = reportProgress();
  doTask(task, progress)
    .finally(() => progress.end())
    // libuv gives kilobytes on every system.
    .then((work) => reply({ measured: { ...work, peakMb: process.resourceUsage().maxRSS / 1024 } }))
    .catch((error: unknown) => reply({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }));
});
// Also when the bench was killed: nobody waits for the rest.
process.once('disconnect', () => process.exit());
