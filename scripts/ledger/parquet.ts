import type { DuckDBConnection } from '@duckdb/node-api';
import { ident, literal } from '../../src/query/sql.ts';
import { LedgerError, type Loaded } from './contract.ts';
import { LIMITS } from './limits.ts';
import { rawTable } from './raw-table.ts';

/** SQL that turns one typed column into the text a ledger would hold. */
function asText(name: string, type: string): string {
  const c = ident(name);
  if (type === 'BOOLEAN') return `CASE WHEN ${c} THEN '是' WHEN NOT ${c} THEN '否' END`;
  if (type.startsWith('TIMESTAMP')) return `strftime(${c}::TIMESTAMP, '%Y-%m-%d')`;
  // 15 significant digits in plain notation, as for XLSX: no float noise, no exponent.
  if (type === 'DOUBLE' || type === 'FLOAT') {
    const plain = `regexp_replace(regexp_replace(format('{:.' || greatest(0, least(20, 14 - floor(log10(greatest(abs(${c}), 1e-6)))::INTEGER)) || 'f}', ${c}::DOUBLE), '(\\.[0-9]*?)0+$', '\\1'), '\\.$', '')`;
    return `CASE WHEN isfinite(${c}) THEN ${plain} END`;
  }
  return `nullif(${c}::VARCHAR, '')`;
}

/** Loads a Parquet file as text: row 1 holds the column names, so the header search sees them, data begin in row 2. */
export async function loadParquet(connection: DuckDBConnection, src: number, path: string, file: string): Promise<Loaded> {
  const source = `read_parquet(${literal(path)}, file_row_number = true)`;
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * EXCLUDE (file_row_number) FROM ${source}`).catch((cause: unknown) => {
    throw new LedgerError(`${file} 不是完整的 Parquet 文件，打不开。请重新导出。`, file, '', { cause });
  });
  const columns = described.getRows().map(([name, type]) => ({ name: String(name), type: String(type) }));
  if (columns.length > LIMITS.columns) throw new LedgerError(`${file} 有 ${columns.length} 列，超过上限 ${LIMITS.columns} 列。请只导出台账需要的列。`, file);
  const head = columns.map(({ name }) => literal(name)).join(', ');
  const body = columns.map(({ name, type }, i) => `${asText(name, type)} AS c${i + 1}`).join(', ');
  try {
    await connection.run(
      `CREATE OR REPLACE TABLE ${rawTable(src)} AS
       SELECT 1::INTEGER AS _row, false AS _hidden, ${columns.map(({ name }, i) => `${literal(name)} AS c${i + 1}`).join(', ')}
       UNION ALL SELECT (file_row_number + 2)::INTEGER, false, ${body} FROM ${source}`,
    );
  } catch (cause) {
    throw new LedgerError(`${file} 的内容读不出来（列：${head.slice(0, 200)}）。请重新导出。`, file, '', { cause });
  }
  const rows = await connection.runAndReadAll(`SELECT count(*) FROM ${rawTable(src)}`);
  return { sheet: '', width: columns.length, rows: Number(rows.getRows()[0]?.[0]), bigNumbers: [], remarks: [] };
}
