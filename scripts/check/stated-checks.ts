import type { DuckDBConnection } from '@duckdb/node-api';
import type { Check, CheckContext, Finding } from './check.ts';
import { againstData, indicatorFor } from './stated/data.ts';
import { contradictions } from './stated/itself.ts';
import { parseRow, type Statement } from './stated/parse.ts';
import { scopeConflicts } from './stated/scope.ts';

interface StatedRow {
  readonly src: number | null;
  readonly row: number | null;
  readonly name: string;
  readonly value: string | null;
  readonly indicator: string | null;
  readonly scope: string | null;
  readonly stated: Statement;
  readonly parts: Statement;
}

async function readStated(connection: DuckDBConnection, context: CheckContext): Promise<StatedRow[]> {
  const rows = context.rows('stated');
  if (!rows) return [];
  const result = await connection.runAndReadAll(`SELECT src, "row", name, value, parts, indicator, scope FROM ${rows} ORDER BY src, "row"`);
  const text = (cell: unknown) => (typeof cell === 'string' ? cell : null);
  return result.getRows().map(([src, row, name, value, parts, indicator, scope]) => {
    const said = parseRow(text(value), text(parts));
    return {
      src: src === null ? null : Number(src), row: row === null ? null : Number(row), name: text(name) ?? '', value: text(value), indicator: text(indicator), scope: text(scope),
      stated: said.value, parts: said.parts,
    };
  });
}

const finding = (row: StatedRow, reason: string): Finding => ({ src: row.src, row: row.row, table_name: 'stated', column_name: 'value', value: row.value, reason });
const inItself = (check: string) => async (connection: DuckDBConnection, context: CheckContext) =>
  (await readStated(connection, context)).flatMap((row) => contradictions(row.stated, row.parts).filter((c) => c.check === check).map((c) => finding(row, c.reason)));
const says = ({ quantities, fractions, bounds }: Statement): boolean => quantities.length + fractions.length + bounds.length > 0;

const shared = { severity: '提示', needs: ['stated'], reasonsPublished: true } as const;

/** 口径自检 of the totals a report states (domain §6, F3–F13): said, never blocking — the report is wrong, not the data. */
export const STATED_CHECKS: readonly Check[] = [
  { ...shared, id: 'stated_parts', name: '分项之和不等于合计', mend: '核对各分项是否有未填或重复计算，改正上报口径', find: inItself('stated_parts') },
  { ...shared, id: 'stated_rate', name: '比率与分子分母不符', mend: '按分子 ÷ 分母重算', find: inItself('stated_rate') },
  { ...shared, id: 'stated_claim', name: '“超过”“不足”与分子分母不符', mend: '改正提法，或改用合计数', find: inItself('stated_claim') },
  {
    ...shared, id: 'stated_data', name: '上报数与台账不符', mend: '核对上报口径的时点和范围；不是同一范围的在“统计期间”注明',
    find: async (connection, context) => (await readStated(connection, context)).flatMap((row) => {
      const indicator = indicatorFor(row);
      // A row with a period of its own is compared only where it names the indicator.
      const data = indicator && (row.indicator !== null || row.scope === null) ? context.indicatorValue?.(indicator.id) : null;
      const reason = indicator && data ? againstData(indicator, row.stated, row.parts, data) : null;
      return reason === null ? [] : [finding(row, reason)];
    }),
  },
  {
    ...shared, id: 'stated_scope', name: '统计期间不同的数放在一起', mend: '分别注明期间；追缴补发是累计数，未支付工资是时点数',
    find: async (connection, context) => {
      const rows = await readStated(connection, context);
      return scopeConflicts(rows.map((r) => ({ name: r.name, scope: r.scope, value: r.stated }))).map(({ index, reason }) => finding(rows[index]!, reason));
    },
  },
  {
    ...shared, reasonsPublished: false, id: 'stated_unreadable', name: '上报口径读不出数', mend: '口径数值写成 66、97.0%、64/66、8100万元、超过10% 这样的形式',
    find: async (connection, context) => (await readStated(connection, context)).filter((r) => !says(r.stated)).map((r) => finding(r, '口径数值中没有可识别的数')),
  },
];
