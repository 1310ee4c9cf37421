import { demoFolder } from '../support/demo.ts';
import { appFolder } from './site.ts';

/** Builds the app and makes the demo county's snapshots once for all browser tests. */
export default async function setup(): Promise<void> {
  await appFolder();
  await demoFolder();
}
