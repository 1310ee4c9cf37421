import { unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre';
import { COUNTY } from './geography.ts';
import type { WeekLedger } from './ledger-row.ts';
import { Names } from './sheet-cells.ts';
import { SHEETS } from './sheet-plan.ts';
import { ledgerSheet } from './sheet.ts';

/** The year ZIP counts from, as local time: fflate writes local parts, so the bytes are the same in every time zone. */
const ZIP_EPOCH = new Date(1980, 0, 1);

/**
 * The week's ledgers as one .xlsx, one sheet per table; the same week always gives the same bytes. `county`: name in the titles.
 * Packed by fflate: what zlib makes of the same text differs between builds of Node.
 */
export async function workbook({ as_of, tables }: WeekLedger, county: string = COUNTY.name): Promise<Uint8Array> {
  const names = new Names(tables);
  const closed = new Date(`${as_of}T09:00:00Z`);
  const written = await writeXlsx({
    sheets: SHEETS.map((plan) => ledgerSheet(plan, county, tables[plan.table as keyof typeof tables], names)),
    properties: { title: `${county}根治欠薪工作台账（示例数据）${as_of}`, creator: '清欠一张图 示例生成器', created: closed, modified: closed },
  });
  const parts = Object.entries(unzipSync(written)).sort(([a], [b]) => (a < b ? -1 : 1));
  // The content types come first, as Excel writes them.
  parts.sort(([a], [b]) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml'));
  return zipSync(Object.fromEntries(parts), { level: 6, mtime: ZIP_EPOCH });
}

