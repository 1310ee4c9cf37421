import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { cannotWrite } from '../cannot-write.ts';
import { PublishError } from '../snapshot/publish-error.ts';
import { TEMPORARY } from './site-file.ts';

/** Everything a deploy does to a disk; what it wrote is on the disk, not in a cache, when the promise is fulfilled. */
export interface Disk {
  /** Gives the SHA-256 of the bytes copied. */
  readonly copy: (from: string, to: string) => Promise<string>;
  readonly write: (to: string, text: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Creates the folder and those above it. */
  readonly folder: (path: string) => Promise<void>;
  /** Also whole folders; what is not there is no error. */
  readonly remove: (path: string) => Promise<void>;
}

/** On Windows a name cannot be replaced in the moment somebody reads it. */
const BUSY: ReadonlySet<string | undefined> = new Set(['EPERM', 'EACCES', 'EBUSY']);
const ATTEMPTS = 20;

export const realDisk: Disk = {
  copy: async (from, to) => {
    const hash = createHash('sha256');
    await writeAll(to, async (write) => {
      for await (const chunk of createReadStream(from, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
        hash.update(chunk);
        await write(chunk);
      }
    });
    return hash.digest('hex');
  },
  write: (to, text) => writeAll(to, (write) => write(Buffer.from(text))),
  rename: async (from, to) => {
    for (let attempt = 1; ; attempt++) {
      try {
        await rename(from, to);
        break;
      } catch (error) {
        if (process.platform !== 'win32' || attempt === ATTEMPTS || !BUSY.has((error as NodeJS.ErrnoException).code)) throw error;
        await setTimeout(50 * attempt);
      }
    }
    await flushFolder(dirname(to));
  },
  folder: async (path) => {
    await mkdir(path, { recursive: true });
  },
  remove: (path) => rm(path, { recursive: true, force: true, maxRetries: 3 }),
};

async function writeAll(to: string, fill: (write: (bytes: Uint8Array) => Promise<void>) => Promise<void>): Promise<void> {
  const file = await open(to, 'w');
  try {
    await fill((bytes) => file.writeFile(bytes));
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Not every system can: Windows cannot open a folder, some file servers refuse. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

/**
 * Makes `to` (a file or a folder) appear whole or not at all: filled under a temporary name beside it, so on the same device, then renamed.
 * Throws PublishError naming it when the disk refuses.
 */
export async function place(disk: Disk, to: string, fill: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = join(dirname(to), `${TEMPORARY}${process.pid}-${basename(to)}`);
  try {
    await disk.folder(dirname(to));
    await fill(temporary);
    await disk.rename(temporary, to);
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined);
    throw refusal(to, error);
  }
}

/** Takes a name away at once and what is behind it afterwards: nobody sees half of a folder. */
export async function takeAway(disk: Disk, path: string): Promise<void> {
  const temporary = join(dirname(path), `${TEMPORARY}${process.pid}-${basename(path)}`);
  try {
    await disk.rename(path, temporary);
    await disk.remove(temporary);
  } catch (error) {
    throw refusal(path, error);
  }
}

const refusal = (path: string, error: unknown): unknown =>
  typeof (error as NodeJS.ErrnoException).code === 'string' ? new PublishError(cannotWrite(path, error), { cause: error }) : error;
