import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoWeek } from '../../scripts/demo/week.ts';
import { workbook } from '../../scripts/demo/workbook.ts';
import { writeDemo } from '../../scripts/demo/write.ts';
import { silent } from '../../scripts/progress.ts';
import { readCounty } from '../../scripts/snapshot/county.ts';
import { publish } from '../../scripts/snapshot/publish.ts';
import { readRules } from '../../scripts/snapshot/rules-file.ts';

/** Names that break what does not treat names as text. The HTML ones set `window.hacked` where they run. */
export const HOSTILE_NAMES = {
  html: '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script><b>粗</b>',
  sql: `'); DROP TABLE projects; --`,
  long: `${'很长的项目名称'.repeat(28)}完`,
  rightToLeft: '\u202eمشروع الطريق\u202c二标',
  emoji: '👷‍♀️🏗️安置房🚧',
  formula: '=HYPERLINK("http://evil.example","点我")',
} as const;

const ASOF = '2026-11-20';

/** Publishes the demo county's newest week with hostile names of projects, places, departments, contractors and leaders below `folder`; returns the snapshots folder. */
export async function hostileSnapshots(folder: string): Promise<string> {
  const from = join(folder, 'ledger');
  mkdirSync(from, { recursive: true });
  const files = await writeDemo(from, ASOF);
  const names = Object.values(HOSTILE_NAMES);
  const week = demoWeek(ASOF);
  const open = new Set(['严重', '一般']);
  const risky = (row: Readonly<Record<string, unknown>>): boolean => open.has(String(row['risk_grade'])) && row['closed_on'] === null;
  const projects = [...week.tables.projects].sort((a, b) => Number(risky(b)) - Number(risky(a))).map((row, i) => ({
    ...row, ...(i < names.length * 2 ? { name: `${names[i % names.length]!}${i < names.length ? '' : ` ${i}`}`, contractor: names[(i + 1) % names.length]!, leader: names[(i + 2) % names.length]! } : {}),
  }));
  const renamed = <T extends object>(rows: readonly T[]): T[] => rows.map((row, i) => (i < names.length ? { ...row, name: names[i]! } : row));
  const tables = { ...week.tables, projects, places: renamed(week.tables.places), departments: renamed(week.tables.departments), stated: [] };
  writeFileSync(files.ledgers[0]!, await workbook({ ...week, tables }));
  const to = join(folder, 'snapshots');
  const outcome = await publish({
    from, to, asOf: ASOF, county: readCounty(files.county), rules: readRules(files.rules, ASOF), previous: null, decisions: [], accept: new Set(), mask: false, replace: false, report: join(folder, 'reports'), progress: silent,
  });
  if (!outcome.published) throw new Error(`未发布：${outcome.blocking.map((b) => `${b.id} ${b.count}`).join('、')}`);
  return to;
}
