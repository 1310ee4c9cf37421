import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Progress } from '../progress.ts';
import { scaledCounty, scaledCountyOf } from './scaled.ts';
import { syntheticCasesCsv } from './synthetic-cases.ts';
import { demoWeek } from './week.ts';
import { workbook } from './workbook.ts';
import { countyFile, writeDemo } from './write.ts';

/** What to write where. `cases` are shared evenly, the first counties taking the rest. */
export interface Counties {
  readonly to: string;
  readonly counties: number;
  readonly weeks: readonly string[];
  readonly cases: number;
  readonly progress: Progress;
}

/** Writes one county into the folder, or each of several into `county=<code>/` of it, and the generated clues as CSV beside the workbooks. */
export async function writeCounties({ to, counties, weeks, cases, progress }: Counties): Promise<{ ledgers: number }> {
  for (let k = 0; k < counties; k++) {
    const county = scaledCountyOf(k);
    const folder = counties === 1 ? to : join(to, `county=${county.code}`);
    progress.step(k, counties, `${county.name} · ${weeks.length} 周台账`);
    if (k === 0) await writeDemo(folder, weeks);
    else {
      mkdirSync(folder, { recursive: true });
      for (const asOf of weeks) writeFileSync(join(folder, `台账-${asOf}.xlsx`), await workbook(scaledCounty(demoWeek(asOf), k), county.name));
      writeFileSync(join(folder, 'county.json'), countyFile(county));
    }
    const mine = Math.floor(cases / counties) + (k < cases % counties ? 1 : 0);
    if (mine > 0) {
      progress.stage(`${county.name} · 线索案件.csv`, mine);
      await pipeline(Readable.from(syntheticCasesCsv(mine, k)), createWriteStream(join(folder, '线索案件.csv'), { encoding: 'utf8' }));
    }
  }
  progress.step(counties, counties, '已全部写出');
  return { ledgers: counties * weeks.length };
}
