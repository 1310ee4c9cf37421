import { pointIn } from '../../scripts/demo/geography.ts';
import { sourceOf } from '../../scripts/demo/random.ts';
import { placeRows } from '../../scripts/demo/units.ts';
import { demoWeek } from '../../scripts/demo/week.ts';
import { ledgerColumns, tableOf } from '../../src/model/tables.ts';

/** Points a place has, and how far around one the generated sites lie (degrees). */
const [POINTS, AROUND] = [48, 0.004];
/** One generated site in so many is an open one. */
const OPEN_EVERY = 50;
const CHUNK = 1 << 20;
const COLUMNS = ledgerColumns(tableOf('projects'));
const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
const field = (v: unknown): string => (v === null || v === undefined ? '' : v === true ? '是' : v === false ? '否' : `"${String(v as string | number).replaceAll('"', '""')}"`);

/** `count` more projects of the demo county, each a copy of one of its own at a place of its own: CSV with 中文 headers, in chunks of about a megabyte. */
export function* sitesCsv(count: number, asOf: string): Generator<string> {
  const source = sourceOf('大量项目');
  const projects = demoWeek(asOf).tables.projects.filter((p) => p.lon !== null);
  const [open, calm] = [projects.filter((p) => p.risk_grade !== '无欠薪' && p.closed_on === null), projects.filter((p) => p.risk_grade === '无欠薪')];
  const places = placeRows();
  let text = `${COLUMNS.map((c) => c.title).join(',')}\n`;
  for (let k = 1; k <= count; k++) {
    const like = source.pick(k % OPEN_EVERY === 0 && open.length > 0 ? open : calm);
    const place = source.pick(places);
    const [lon, lat] = pointIn(place.place_code, source.int(0, POINTS - 1));
    const shifted = (degrees: number): number => round(degrees + (source.int(-1000, 1000) / 1000) * AROUND);
    const row: Readonly<Record<string, unknown>> = { ...like, project_id: `CS-${String(k).padStart(6, '0')}`, name: `${like.name} ${k} 号`, place_code: place.place_code, lon: shifted(lon), lat: shifted(lat) };
    text += `${COLUMNS.map((c) => field(row[c.name])).join(',')}\n`;
    if (text.length >= CHUNK) {
      yield text;
      text = '';
    }
  }
  yield text;
}
