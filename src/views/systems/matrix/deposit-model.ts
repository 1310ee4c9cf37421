import { show } from '../../../model/show.ts';
import { indicator } from '../../../model/indicator.ts';
import type { TableModel, TableRow } from '../../../model/table-model.ts';
import { DEPOSIT_KINDS, type DepositList, type DepositRule } from '../../../query/compliance.ts';
import { WAN } from '../../../shared/format.ts';

type Cells = Readonly<Record<string, unknown>>;
type Translate = (key: string, named?: Record<string, unknown>) => string;

/** Deposit against the contract: 元 over projects that state both. Not in the catalogue: it lives in no cube. */
const SHARE = indicator({ id: 'deposit_share', name: '', english: '', definition: '', englishDefinition: '', scope: 'project', kind: 'rate', unit: '%', noun: '万元', source: '', n: [], d: [], nType: 'DECIMAL(18,2)', dType: 'DECIMAL(18,2)', cube: false });

export interface DepositRow {
  readonly list: DepositList;
  readonly name: string;
  readonly projects: number;
  /** How many state an amount. */
  readonly stated: number;
  /** 元; null: none states one. */
  readonly amount: number | null;
  /** `2.0% 2,834.7/141,000.0`; null where nothing can be compared. */
  readonly share: { readonly value: string; readonly parts: string } | null;
  readonly percent: number | null;
  /** Below the rule, of those judged; null: the rule is off, or none is judged. */
  readonly short: { readonly n: number; readonly d: number } | null;
}

const number = (cell: unknown): number | null => (typeof cell === 'number' ? cell : null);

/** Rows of `depositsSql` in catalogue order, 未填 and 无保证金 after the forms, the total last. A kind nobody has is left out. */
export function depositRows(rows: readonly Cells[], { t, value }: { readonly t: Translate; readonly value: (text: string) => string }): readonly DepositRow[] {
  const nameOf = (kind: (typeof DEPOSIT_KINDS)[number]): string => (kind === 'none' || kind === 'unstated' ? t(`systems.deposits.${kind}`) : value(kind));
  const rowOf = (list: DepositList, name: string, row: Cells): DepositRow => {
    const parts = { n: number(row['deposit_n']), d: number(row['deposit_d']) };
    const shown = show(SHARE, parts);
    const judged = number(row['short_d']);
    return {
      list, name, projects: number(row['projects']) ?? 0, stated: number(row['stated']) ?? 0, amount: number(row['amount']), share: shown.unit === '' || shown.parts === null ? null : { value: `${shown.value}%`, parts: shown.parts },
      percent: parts.n === null || !parts.d ? null : (parts.n * 100) / parts.d, short: judged ? { n: number(row['short_n']) ?? 0, d: judged } : null,
    };
  };
  const kinds = DEPOSIT_KINDS.flatMap((kind) => {
    const row = rows.find((r) => r['kind'] === kind);
    return row ? [rowOf(kind, nameOf(kind), row)] : [];
  });
  const all = rows.find((r) => r['kind'] === null);
  return [...kinds, ...(all && number(all['projects']) ? [rowOf('all', t('systems.total'), all)] : [])];
}

/** The twin and the CSV. */
export function depositTable(rows: readonly DepositRow[], t: Translate, rule: DepositRule | null): TableModel {
  return {
    columns: [
      { key: 'name', title: t('systems.deposits.form') }, { key: 'projects', title: t('systems.projects'), align: 'right' }, { key: 'stated', title: t('systems.deposits.stated'), align: 'right' },
      { key: 'amount', title: t('systems.deposits.amount'), unit: t('systems.wan'), align: 'right', decimals: 1 }, { key: 'percent', title: t('systems.deposits.share'), unit: '%', align: 'right', decimals: 1, format: (_, row) => String(row['share'] ?? '—') },
      { key: 'parts', title: t('systems.deposits.parts'), align: 'right' },
      ...(rule ? [{ key: 'short', title: t('systems.deposits.below', { percent: rule.percent }), align: 'right' as const }, { key: 'judged', title: t('systems.deposits.judged'), align: 'right' as const }] : []),
    ],
    rows: rows.map((r): TableRow => ({
      list: r.list, name: r.name, projects: r.projects, stated: r.stated, amount: r.amount === null ? null : r.amount / WAN, percent: r.percent, share: r.share?.value.replace('%', '') ?? null, parts: r.share?.parts ?? null,
      short: r.short?.n ?? null, judged: r.short?.d ?? null,
    })),
    rowKey: 'list',
  };
}
