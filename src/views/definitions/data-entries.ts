import { freshnessRows } from '../../components/filters/freshness.ts';
import { CUBE_COLUMNS } from '../../model/cube.ts';
import type { Manifest } from '../../model/manifest.ts';
import { SNAPSHOT_TABLES } from '../../model/tables.ts';

/** A column as it stands in the file against the catalogue. absent: the catalogue has it, the file not · extra: the other way round · type: of another type. */
export interface ColumnEntry {
  readonly name: string;
  /** 中文 heading; '' for columns of the cube and extra ones. */
  readonly title: string;
  readonly type: string | null;
  readonly catalogue: string | null;
  readonly state: 'same' | 'absent' | 'extra' | 'type';
}

export interface TableEntry {
  readonly name: string;
  /** 中文 name of the catalogue. */
  readonly title: string;
  readonly origin: 'ledger' | 'computed';
  /** false: 未导入. */
  readonly imported: boolean;
  readonly rows: number | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly columns: readonly ColumnEntry[];
  /** Columns that are not as the catalogue has them. */
  readonly differing: number;
  readonly latest: string | null;
  /** Days behind the snapshot where that means a report is missing. */
  readonly late: number;
  /** Rows of the ledger sheets read for it; null: it has none. */
  readonly read: number | null;
}

const CUBE = { name: 'cube', title: '汇总立方', origin: 'computed', columns: CUBE_COLUMNS.map((c) => ({ ...c, title: '' })) } as const;

/** The catalogue's tables, all of them, as the manifest describes their files. */
export function tableEntries(manifest: Manifest): readonly TableEntry[] {
  const fresh = freshnessRows(manifest);
  return [...SNAPSHOT_TABLES, CUBE].map((table): TableEntry => {
    const file = manifest.files.find((f) => f.table === table.name);
    const dated = fresh.find((f) => f.table === table.name);
    const columns = columnEntries(table.columns, file?.columns ?? null);
    const sheets = manifest.sources.filter((s) => s.table === table.name);
    return {
      name: table.name, title: table.title, origin: table.origin === 'computed' ? 'computed' : 'ledger', imported: file !== undefined, rows: file?.rows ?? null, bytes: file?.bytes ?? null, sha256: file?.sha256 ?? null,
      columns, differing: columns.filter((c) => c.state !== 'same').length, latest: dated?.latest ?? null, late: dated?.late ?? 0, read: sheets.length > 0 ? sheets.reduce((n, s) => n + s.rows, 0) : null,
    };
  });
}

type Columns = readonly { readonly name: string; readonly type: string; readonly title?: string }[];

/** A table's columns: the catalogue's in its order, then what only the file has. `stored` null: no file, the catalogue alone. */
export function columnEntries(catalogue: Columns, stored: Columns | null): readonly ColumnEntry[] {
  const known = catalogue.map(({ name, type, title = '' }): ColumnEntry => {
    const found = stored?.find((c) => c.name === name)?.type ?? null;
    return { name, title, type: found, catalogue: type, state: stored === null || found === type ? 'same' : found === null ? 'absent' : 'type' };
  });
  const extra = (stored ?? []).filter((c) => !catalogue.some((k) => k.name === c.name)).map((c): ColumnEntry => ({ name: c.name, title: '', type: c.type, catalogue: null, state: 'extra' }));
  return [...known, ...extra];
}

/** Files of a snapshot that are no tables: rules, boundaries, stored answers. */
export const otherFiles = (manifest: Manifest) => manifest.files.filter((f) => f.table === null);
