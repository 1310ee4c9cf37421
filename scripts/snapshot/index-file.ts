import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FORMAT_VERSION, type Manifest, manifestSchema, type SnapshotIndex } from '../../src/model/manifest.ts';
import { PublishError } from './publish-error.ts';
import { sha256Hex } from '../../src/shared/hash.ts';

/** A published snapshot as found on disk. */
export interface Published {
  readonly id: string;
  readonly folder: string;
  readonly manifest: Manifest;
  /** SHA-256 of manifest.json's bytes. */
  readonly sha256: string;
}

/** Reads `<folder>/manifest.json`. Throws when it is missing or not a manifest. */
export function readPublished(folder: string): Published {
  const bytes = readFileSync(join(folder, 'manifest.json'));
  const manifest = parseManifest(bytes.toString('utf8'), folder);
  return { id: manifest.id, folder, manifest, sha256: sha256Hex(bytes) };
}

function parseManifest(text: string, folder: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(text) as unknown);
  } catch (cause) {
    throw new PublishError(`${basename(folder)}/manifest.json 不是有效的快照清单；请用 npm run verify 核对，恢复备份或移走这个文件夹`, { cause });
  }
}

/** Every snapshot in the folder, oldest day first, then by revision. Temporary and unfinished folders do not count. */
export function listPublished(folder: string): Published[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((e) => e.isDirectory() && /^\d{4}-\d{2}-\d{2}(-r\d+)?$/.test(e.name) && existsSync(join(folder, e.name, 'manifest.json')))
    .map((e) => readPublished(join(folder, e.name)))
    .sort((a, b) => (a.manifest.as_of < b.manifest.as_of ? -1 : a.manifest.as_of > b.manifest.as_of ? 1 : a.manifest.revision - b.manifest.revision));
}

/** The newest revision of the last day before `asOf`; null when there is none. */
export const previousOf = (published: readonly Published[], asOf: string): Published | null => published.filter((p) => p.manifest.as_of < asOf).at(-1) ?? null;

/** Replaces `<folder>/index.json` by one that lists what is in the folder: temporary file, then rename. */
export function writeIndex(folder: string): SnapshotIndex {
  const index: SnapshotIndex = {
    format: FORMAT_VERSION,
    snapshots: listPublished(folder).map(({ id, manifest, sha256 }) => ({ id, as_of: manifest.as_of, revision: manifest.revision, manifest_sha256: sha256 })),
  };
  const temporary = join(folder, `.index.json.${process.pid}`);
  writeFileSync(temporary, `${JSON.stringify(index, null, 1)}\n`);
  renameSync(temporary, join(folder, 'index.json'));
  return index;
}
