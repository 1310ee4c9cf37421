import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, resolve } from 'node:path';
import { BoundaryError, convertBoundaries, type ConvertedBoundaries, type PlaceName } from './boundaries.ts';
import { topologyText } from './topology.ts';

/** Options of `npm run boundaries`. Paths are absolute or relative to the working directory. */
export interface BoundariesOptions {
  readonly from: string;
  readonly to: string;
  readonly codeField?: string;
  readonly nameField?: string;
  readonly encoding?: string;
  /** Largest size of the result; 200,000 when not given. */
  readonly bytes?: number;
  readonly places?: readonly PlaceName[];
}

const DEFAULT_BYTES = 200_000;
const number = (value: number): string => value.toLocaleString('en-US');

/** What is wrong with the options; null when nothing is. */
function misuse({ from, to, bytes = DEFAULT_BYTES }: BoundariesOptions): string | null {
  if (!from) return '缺少 --from（边界文件：.shp、.geojson、.topojson）';
  if (!to) return '缺少 --to（要写的文件，例如 boundaries.topojson）';
  if (!['.topojson', '.json'].includes(extname(to).toLowerCase())) return `--to 应以 .topojson 结尾，现在是“${basename(to)}”`;
  if (resolve(from) === resolve(to)) return '--from 和 --to 是同一个文件';
  return Number.isInteger(bytes) && bytes > 0 ? null : '--bytes 应是正整数（字节）';
}

/** Converts boundaries into `to`, replacing it in one step. Exit status: 0 written, 1 the data cannot be used, 2 wrong usage. */
export async function runBoundaries(options: BoundariesOptions, print: (line: string) => void): Promise<number> {
  const wrong = misuse(options);
  if (wrong !== null) {
    print(wrong);
    return 2;
  }
  const { from, to, bytes: targetBytes = DEFAULT_BYTES, codeField, nameField, encoding, places } = options;
  try {
    const converted = await convertBoundaries({
      path: from,
      targetBytes,
      ...(codeField !== undefined && { codeField }),
      ...(nameField !== undefined && { nameField }),
      ...(encoding !== undefined && { encoding }),
      ...(places !== undefined && { places }),
    });
    for (const line of [...summary(from, converted, targetBytes), ...joinLines(converted)]) print(line);
    await replaceFile(to, topologyText(converted.topojson));
    print(`已写 ${to}`);
    return 0;
  } catch (error) {
    if (!(error instanceof BoundaryError)) throw error;
    print(error.message);
    return 1;
  }
}

function summary(from: string, { places, fields, encoding, crs, kept, bytes, notes }: ConvertedBoundaries, targetBytes: number): string[] {
  return [
    `${basename(from)}：${places.length} 个属地边界；代码取自 ${fields.code ?? '（无）'}，名称取自 ${fields.name ?? '（无）'}；编码 ${encoding}；坐标系 ${crs}`,
    kept === 100 ? `未简化：${number(bytes)} 字节（目标 ${number(targetBytes)}）` : `简化：保留 ${kept}% 的折点，${number(bytes)} 字节（目标 ${number(targetBytes)}）`,
    ...notes.map((note) => `注意：${note}`),
  ];
}

function joinLines({ join, places }: ConvertedBoundaries): string[] {
  if (join === null) return [];
  const by = (how: 'code' | 'name'): number => join.rows.filter((row) => row.by === how).length;
  const unclaimed = join.boundariesWithoutPlace.map((index) => places[index]?.name ?? places[index]?.code ?? `第 ${index + 1} 个`);
  return [
    `对应属地：按代码 ${by('code')} 个，按名称 ${by('name')} 个`,
    ...join.namedOtherwise.map(({ place_code, name, boundary }) => `注意：${place_code} 在台账叫“${name}”，在边界文件叫“${boundary}”`),
    ...(join.placesWithoutBoundary.length > 0 ? [`无边界的属地：${join.placesWithoutBoundary.map(({ name }) => name).join('、')}`] : []),
    ...(unclaimed.length > 0 ? [`没有对应属地的边界：${unclaimed.join('、')}`] : []),
  ];
}

/** A reader never sees half a file: written beside it, then renamed. */
async function replaceFile(to: string, text: string): Promise<void> {
  const temporary = `${to}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(to), { recursive: true });
    await writeFile(temporary, text);
    await rename(temporary, to);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw new BoundaryError('unwritable', to, '写不进去', '请检查文件夹是否存在、是否有写入权限、文件是否被占用', cause);
  }
}
