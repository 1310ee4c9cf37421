import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8 } from 'fflate';
import { topologyText, toTopology } from '../geo/topology.ts';
import { COUNTY, countyOutline, demoBoundaries, river } from './geography.ts';
import { DEMO_README } from './readme.ts';
import { demoWeek } from './week.ts';
import { demoWeeks } from './weeks.ts';
import { workbook } from './workbook.ts';

/** The embedded default: newest workbook, county.json, README; rules and boundaries are kept there by hand. */
const COMMITTED = fileURLToPath(new URL('../../data/demo/', import.meta.url));
const BESIDE = ['rules.json', 'boundaries.topojson'] as const;

/** A file of a demo folder. */
export interface DemoFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const json = (value: unknown): Uint8Array => strToU8(`${JSON.stringify(value, null, 2)}\n`);

/** county.json of the demo county, or of another made after it. */
export const countyFile = (county: { readonly code: string; readonly name: string }): Uint8Array => json({
  code: county.code, name: county.name, publisher: `${county.name}根治拖欠农民工工资工作领导小组办公室`, sample: true, map_approval: '', boundary_version: '2026-06', coordinates: 'WGS84',
});

const ledgerName = (asOf: string): string => `台账-${asOf}.xlsx`;
const ledgerFile = async (asOf: string): Promise<DemoFile> => ({ path: ledgerName(asOf), bytes: await workbook(demoWeek(asOf)) });

const boundariesFile = async (): Promise<Uint8Array> => strToU8(topologyText(await toTopology(demoBoundaries(), { outline: countyOutline(), river: river() })));

/** What `data/demo/` must hold, byte for byte. */
export async function committedDemo(): Promise<DemoFile[]> {
  const newest = demoWeeks().at(-1)?.as_of ?? '';
  return [await ledgerFile(newest), { path: 'county.json', bytes: countyFile(COUNTY) }, { path: 'README.md', bytes: strToU8(DEMO_README) }, { path: 'boundaries.topojson', bytes: await boundariesFile() }];
}

/** Where the files of a demo folder are; `rules` and `boundaries` are null where the project keeps none. */
export interface DemoPaths {
  readonly ledgers: readonly string[];
  readonly county: string;
  readonly rules: string | null;
  readonly boundaries: string | null;
}

/** Writes the ledgers of one week or several with county.json and README, and copies the committed rules and boundaries beside them. */
export async function writeDemo(folder: string, weeks: string | readonly string[] = demoWeeks().map((w) => w.as_of)): Promise<DemoPaths> {
  mkdirSync(folder, { recursive: true });
  const ledgers: string[] = [];
  for (const asOf of typeof weeks === 'string' ? [weeks] : weeks) {
    const { path, bytes } = await ledgerFile(asOf);
    ledgers.push(join(folder, path));
    writeFileSync(join(folder, path), bytes);
  }
  const county = join(folder, 'county.json');
  writeFileSync(county, countyFile(COUNTY));
  writeFileSync(join(folder, 'README.md'), DEMO_README);
  const [rules = null, boundaries = null] = BESIDE.map((name) => {
    const [kept, copy] = [join(COMMITTED, name), resolve(folder, name)];
    if (!existsSync(kept)) return null;
    if (kept !== copy) copyFileSync(kept, copy);
    return copy;
  });
  return { ledgers, county, rules, boundaries };
}
