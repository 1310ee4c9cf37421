import { demoFolder } from './demo.ts';

/** Makes the demo county's snapshots once, before the first test file, not by two workers at the same time. */
export default async function setup(): Promise<void> {
  await demoFolder();
}
