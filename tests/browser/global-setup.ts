import { buildSite } from '../../scripts/site/build.ts';

/** Builds the app once for all browser tests. */
export default async function setup(): Promise<void> {
  await buildSite();
}
