import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ident, literal } from '../../src/query/sql.ts';
import { numbersOf, withDatabase } from './database.ts';
import type { Published } from './index-file.ts';
import { STORED_TABLES } from './parquet.ts';

/** What a corrected revision changed: per ledger table rows added, gone and altered, and for projects the columns that differ. One line each; says so when nothing differs. */
export function compareRevisions(before: Published, after: Published): Promise<string[]> {
  return withDatabase(async (connection) => {
    const lines: string[] = [];
    for (const table of STORED_TABLES.filter((t) => t.key.length > 0)) {
      const [old, now] = [before, after].map((p) => join(p.folder, `${table.name}.parquet`)) as [string, string];
      if (!existsSync(old) && !existsSync(now)) continue;
      if (!existsSync(old) || !existsSync(now)) {
        lines.push(`${table.name}：${existsSync(now) ? '新增这张表' : '不再有这张表'}`);
        continue;
      }
      const key = table.key.map((k) => `a.${ident(k)} IS NOT DISTINCT FROM b.${ident(k)}`).join(' AND ');
      const read = (path: string) => `read_parquet(${literal(path)})`;
      const differs = table.columns.map((c) => `a.${ident(c.name)} IS DISTINCT FROM b.${ident(c.name)}`);
      const [added = 0, gone = 0] = await numbersOf(connection, `SELECT (SELECT count(*) FROM ${read(now)} a ANTI JOIN ${read(old)} b ON ${key}), (SELECT count(*) FROM ${read(old)} a ANTI JOIN ${read(now)} b ON ${key})`);
      const counts = await numbersOf(connection, `SELECT count(*) FILTER (WHERE ${differs.join(' OR ')}), ${differs.map((d) => `count(*) FILTER (WHERE ${d})`).join(', ')} FROM ${read(now)} a JOIN ${read(old)} b ON ${key}`);
      const changed = counts[0] ?? 0;
      if (!added && !gone && !changed) continue;
      const columns = table.columns.filter((_, i) => (counts[i + 1] ?? 0) > 0).map((c) => c.name);
      lines.push(`${table.name}：新增 ${added} 行，减少 ${gone} 行，改动 ${changed} 行${columns.length > 0 ? `（${columns.slice(0, 12).join('、')}${columns.length > 12 ? '…' : ''}）` : ''}`);
    }
    return lines.length > 0 ? lines : ['内容没有变化'];
  });
}
