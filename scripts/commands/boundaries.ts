import { existsSync, readFileSync } from 'node:fs';
import { runCommand, UsageError } from '../command-line.ts';
import { runBoundaries } from '../geo/boundaries-command.ts';

const spec = {
  name: 'boundaries', usage: '--from towns.shp --to boundaries.topojson',
  chinese: '把属地边界（.shp .geojson .topojson）转成 WGS84 的 TopoJSON，保持共同边界地简化，并报告与属地名册的对应情况。',
  english: 'Converts place boundaries to WGS84 TopoJSON, simplified without breaking shared borders, and reports how they join the list of places.',
  options: [
    { flag: '--from <file>', chinese: '边界文件', english: 'boundary file', required: true },
    { flag: '--to <file>', chinese: '写到哪个 .topojson 文件', english: 'the .topojson file to write', required: true },
    { flag: '--code-field <name>', chinese: '属地编码所在字段', english: 'field that holds the code' },
    { flag: '--name-field <name>', chinese: '属地名称所在字段', english: 'field that holds the name' },
    { flag: '--encoding <name>', chinese: '.dbf 的编码，如 gbk', english: 'encoding of the .dbf, e.g. gbk' },
    { flag: '--bytes <n>', chinese: '目标大小（字节），默认 200000', english: 'target size in bytes (default 200000)' },
    { flag: '--places <file>', chinese: '属地名册 JSON：[{"place_code":…,"name":…}]', english: 'JSON list of places to join against' },
  ],
} as const;

export const run = (args: string[]): Promise<number> =>
  runCommand(spec, args, async (given) => {
    const [from, to, places, bytes] = [given.path('from')!, given.path('to')!, given.path('places'), given.text('bytes')];
    if (!existsSync(from)) throw new UsageError(`找不到边界文件 ${from} / --from does not exist`);
    if (bytes !== undefined && !/^[1-9]\d*$/.test(bytes)) throw new UsageError('--bytes 须是正整数 / must be a positive integer');
    if (places !== undefined && !existsSync(places)) throw new UsageError(`找不到属地名册 ${places} / --places does not exist`);
    const [codeField, nameField, encoding] = ['code-field', 'name-field', 'encoding'].map(given.text);
    return runBoundaries({
      from, to, ...(bytes ? { bytes: Number(bytes) } : {}), ...(codeField ? { codeField } : {}), ...(nameField ? { nameField } : {}), ...(encoding ? { encoding } : {}),
      ...(places ? { places: readPlaces(places) } : {}),
    }, (line) => process.stdout.write(`${line}\n`));
  });

function readPlaces(path: string): { place_code: string; name: string }[] {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch {
    json = null;
  }
  const isPlace = (p: unknown): p is { place_code: string; name: string } => typeof p === 'object' && p !== null && 'place_code' in p && 'name' in p && typeof p.place_code === 'string' && typeof p.name === 'string';
  if (!Array.isArray(json) || !json.every(isPlace)) throw new UsageError(`${path} 不是属地名册，须是 [{"place_code":"990101001","name":"城关街道"}] 这样的 JSON`);
  return json;
}
