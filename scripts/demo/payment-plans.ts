import type { PaymentRow } from '../../src/model/tables.ts';

export type PaymentSource = NonNullable<PaymentRow['source']>;

/** A payment, an instalment, or both: 万元. */
export interface Instalment {
  readonly id: string;
  readonly planOn: string | null;
  readonly plan: number | null;
  /** null: not paid so far; `wan` and `workers` are then 0. */
  readonly on: string | null;
  readonly wan: number;
  readonly workers: number;
  readonly source: PaymentSource;
  /** Day from which the ledger lists it. */
  readonly known: string;
}

/**
 * Payments that do not follow from the weekly amounts. 东延二标: what it paid off before 10-23 went through the wage account and stands in
 * payroll; only the 22.0 of 10-30 is a payment of its own. 五里铺: a plan of four instalments, two kept, one late and short, one unpaid.
 */
export const INSTALMENTS: readonly Instalment[] = [
  { id: 'AL-022', planOn: null, plan: null, on: '2026-10-30', wan: 22.0, workers: 9, source: '施工总承包', known: '2026-10-30' },
  { id: 'AL-031', planOn: '2026-09-15', plan: 20.0, on: '2026-09-14', wan: 20.0, workers: 14, source: '施工总承包', known: '2026-09-11' },
  { id: 'AL-031', planOn: '2026-09-18', plan: 20.0, on: '2026-09-17', wan: 20.0, workers: 13, source: '施工总承包', known: '2026-09-11' },
  { id: 'AL-031', planOn: '2026-10-31', plan: 40.0, on: '2026-11-06', wan: 19.2, workers: 47, source: '施工总承包', known: '2026-09-11' },
  { id: 'AL-031', planOn: '2026-11-15', plan: 107.8, on: null, wan: 0, workers: 0, source: '其他', known: '2026-09-11' },
];

/** Sources of a project's payments in a week, with their 万元; the last one takes the rest. */
export const SHARES: Readonly<Record<string, readonly (readonly [PaymentSource, number])[]>> = {
  'AL-001 41': [['建设单位', 180.0]],
  'AL-001 47': [['建设单位', 160.0], ['保证金', 102.0]],
  'AL-026 47': [['施工总承包', 218.5]],
  'AL-059 47': [['财政垫付', 100.0], ['建设单位', 76.0]],
  'AL-032 47': [['应急周转金', 40.0], ['施工总承包', 56.5]],
  'AL-002 39': [['财政垫付', 160.0], ['建设单位', 100.0]],
  'AL-002 41': [['财政垫付', 200.0], ['保证金', 100.0]],
  'AL-036 39': [['建设单位', 120.0]],
  'AL-011 46': [['资产处置', 150.0]],
  'AL-064 45': [['法院执行', 140.0]],
};
