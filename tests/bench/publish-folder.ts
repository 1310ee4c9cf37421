import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from '../../scripts/progress.ts';
import { readCounty } from '../../scripts/snapshot/county.ts';
import { type Outcome, publish } from '../../scripts/snapshot/publish.ts';
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

/** Publishes a ledger folder as `npm run snapshot` does. Returns the rows read; throws when publication was refused: there would be nothing to measure. */
export async function publishFolder({ from, to, asOf, previous = null, progress }: Target): Promise<{ rows: number; folder: string }> {
  const rules = join(from, 'rules.json');
  const outcome: Outcome = await publish({
    from, to, asOf, previous, progress, county: readCounty(join(from, 'county.json')), rules: readRules(existsSync(rules) ? rules : null, asOf), decisions: [], accept: new Set(),
    mask: false, replace: false, report: join(to, 'reports', asOf),
  });
  if (!outcome.published) throw new Error(`${from} 未能发布：${outcome.blocking.map((b) => `${b.name} ${b.count} 处`).join('、')}`);
  return { rows: outcome.imported.rowsIn, folder: outcome.published.folder };
}
