import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { PublishError } from './publish-error.ts';

const countySchema = z.strictObject({
  code: z.string().check(z.regex(/^\d{6}$/)),
  name: z.string().check(z.minLength(1)),
  publisher: z._default(z.string(), ''),
  sample: z._default(z.boolean(), false),
  map_approval: z._default(z.string(), ''),
  boundary_version: z._default(z.string(), ''),
  /** Coordinate system of the ledger's points when it is known; otherwise detected. */
  coordinates: z.optional(z.enum(['WGS84', 'GCJ02', 'BD09'])),
  /** Boundaries (TopoJSON of `npm run boundaries`), relative to this file; boundaries.topojson beside it by default. */
  boundaries: z.optional(z.string()),
});

/** county.json: who publishes. `boundaries` is an existing path or null (无边界). */
export type County = Omit<z.infer<typeof countySchema>, 'boundaries' | 'coordinates'> & { coordinates: 'WGS84' | 'GCJ02' | 'BD09' | null; boundaries: string | null };

/** Reads county.json. Throws PublishError naming the field that is wrong, or the boundary file that is missing. */
export function readCounty(path: string): County {
  const parsed = countySchema.safeParse(parse(path));
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new PublishError(`${basename(path)}：字段 ${issue.path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join('、') : '')} 不符合要求（code 为 6 位县区代码，name 为县名；可选 publisher、sample、map_approval、boundary_version、coordinates、boundaries）`);
  }
  const { boundaries: given, coordinates, ...county } = parsed.data;
  const boundaries = join(dirname(path), given ?? 'boundaries.topojson');
  if (given !== undefined && !existsSync(boundaries)) throw new PublishError(`${basename(path)}：边界文件 ${given} 不存在；用 npm run boundaries 生成`);
  return { ...county, coordinates: coordinates ?? null, boundaries: existsSync(boundaries) ? boundaries : null };
}

/** What is published when no county.json was given: nameless, without boundaries. */
export const UNNAMED_COUNTY: County = { code: '000000', name: '未命名县区', publisher: '', sample: false, map_approval: '', boundary_version: '', coordinates: null, boundaries: null };

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    throw new PublishError(`${basename(path)}：读不出 JSON（${error instanceof Error ? error.message : String(error)}）`, { cause: error });
  }
}
