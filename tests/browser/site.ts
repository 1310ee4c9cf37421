import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite } from '../../scripts/site/build.ts';
import { serve, type ServeOptions } from '../../scripts/site/serve.ts';
import { copyNewestDemo } from '../support/demo.ts';

/** A published app on a host name that is not localhost: plain http makes it an insecure context, as on an intranet. */
export interface Site {
  readonly url: string;
  readonly host: string;
  /** Folder of the published snapshots, free to damage. */
  readonly snapshots: string;
  readonly snapshotId: string;
  readonly close: () => Promise<void>;
}

/** Folder of the built app; while developing, QQ_APP names one that is there already. */
export const appFolder = (): Promise<string> => (process.env['QQ_APP'] ? Promise.resolve(process.env['QQ_APP']) : buildSite());

/** Builds the app (once), copies the demo county's newest two snapshots and serves both under `/qq/` like the poorest server would. `app`: another page than the app. */
export async function openSite(headers: ServeOptions['headers'] = {}, app: string | null = null): Promise<Site> {
  const dist = app ?? (await appFolder());
  const snapshots = await mkdtemp(join(tmpdir(), 'qq-snapshots-'));
  const snapshotId = await copyNewestDemo(snapshots, 2);
  const roots = { '/qq/': dist, '/qq/snapshots/': snapshots };
  const served = await serve({ roots, port: 0, host: '127.0.0.1', bare: true, headers });
  const host = `intranet.test:${new URL(served.url).port}`;
  const close = async (): Promise<void> => {
    await served.close();
    await rm(snapshots, { recursive: true, force: true });
  };
  return { url: `http://${host}/qq/`, host, snapshots, snapshotId, close };
}
