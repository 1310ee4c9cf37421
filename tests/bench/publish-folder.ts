import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from '../../scripts/progress.ts';
import { readCounty } from '../../scripts/snapshot/county.ts';
import { type Outcome, type Publication, publish } from '../../scripts/snapshot/publish.ts';
import { readRules } from '../../scripts/snapshot/rules-file.ts';

/** Where a ledger folder is published to, and on top of what. */
export interface Target {
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  /** Folder of the snapshot before; null: the first week. */
  readonly previous?: string | null;
  readonly progress: Progress;
}

/** The publication `npm run snapshot` would make of a ledger folder. */
export function publicationOf({ from, to, asOf, previous = null, progress }: Target): Publication {
  const rules = join(from, 'rules.json');
  return {
    from, to, asOf, previous, progress, county: readCounty(join(from, 'county.json')), rules: readRules(existsSync(rules) ? rules : null, asOf), decisions: [], accept: new Set(),
    mask: false, replace: false, report: join(to, 'reports', asOf),
  };
}

/** Rows read and folder of what was published; throws when it was refused: there would be nothing to measure. */
export function published({ published: snapshot, imported, blocking }: Outcome): { rows: number; folder: string } {
  if (!snapshot) throw new Error(`未能发布：${blocking.map((b) => `${b.name} ${b.count} 处`).join('、')}`);
  return { rows: imported.rowsIn, folder: snapshot.folder };
}

/** Publishes one ledger folder. */
export const publishFolder = async (target: Target): Promise<{ rows: number; folder: string }> => published(await publish(publicationOf(target)));
