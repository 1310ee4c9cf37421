import * as z from 'zod/mini';

/** Version of the snapshot layout. A reader refuses a manifest with a higher one. */
export const FORMAT_VERSION = 1;

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const isoDay = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const count = z.int().check(z.gte(0));

/** One file of a snapshot. `table` is the catalogue's table name, or null for rules and boundaries; `rows` and `columns` only for tables. */
export const snapshotFileSchema = z.object({
  path: z.string(),
  table: z.nullable(z.string()),
  bytes: count,
  sha256,
  rows: z.nullable(count),
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
});

/** `manifest.json` of one snapshot: what it holds, from what, checked how. Holds no time of day and no absolute path. */
export const manifestSchema = z.object({
  format: z.int(),
  id: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}(-r\d+)?$/)),
  as_of: isoDay,
  revision: z.int().check(z.gte(1)),
  county: z.object({
    code: z.string(),
    name: z.string(),
    publisher: z.string(),
    /** true: fictional data, every view says 示例数据. */
    sample: z.boolean(),
    /** Map approval number; '' prints the blank line to fill in. */
    map_approval: z.string(),
    boundary_version: z.string(),
  }),
  tool: z.string(),
  duckdb: z.string(),
  previous: z.nullable(z.object({ id: z.string(), sha256 })),
  files: z.array(snapshotFileSchema),
  sources: z.array(z.object({ name: z.string(), sha256, sheet: z.string(), table: z.nullable(z.string()), rows: count })),
  /** Blocking checks that were let through on purpose, with the rows they concerned. */
  accepted: z.array(z.object({ check: z.string(), count })),
  /** Newest day any row of the table speaks of; null: the table is 未导入. */
  freshness: z.array(z.object({ table: z.string(), latest: z.nullable(isoDay), imported: z.boolean() })),
  /** Coordinate system of the ledger's points and how it was known. */
  coordinates: z.object({ source: z.enum(['WGS84', 'GCJ02', 'BD09', '无坐标']), method: z.enum(['stated', 'detected', 'assumed', 'none']) }),
  /** Personal numbers whose middle digits were replaced (--mask). */
  masked: count,
});

export type Manifest = z.infer<typeof manifestSchema>;
export type SnapshotFile = z.infer<typeof snapshotFileSchema>;

/** `index.json` beside the snapshots, oldest first: the only file that is ever replaced. */
export const indexSchema = z.object({
  format: z.int(),
  snapshots: z.array(z.object({ id: z.string(), as_of: isoDay, revision: z.int(), manifest_sha256: sha256 })),
});
export type SnapshotIndex = z.infer<typeof indexSchema>;
