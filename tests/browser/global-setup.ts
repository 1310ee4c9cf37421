import { buildSite } from '../../scripts/site/build.ts';
import { demoFolder } from '../support/demo.ts';

/** Builds the app and makes the demo county's snapshots once for all browser tests. */
export default async function setup(): Promise<void> {
  await buildSite();
  await demoFolder();
}
