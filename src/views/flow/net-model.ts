import type { Row } from '../../engine/rows.ts';
import { formatNumber } from '../../shared/format.ts';
import type { Figures } from './account-model.ts';

/** 净变动 of two ledgers beside the sum of the steps. Amounts in 元. */
export interface Net {
  readonly opening: number;
  readonly closing: number;
  readonly entered: number;
  readonly gone: number;
  /** Open at the beginning and not in the ledger of the end. */
  readonly missing: number;
  readonly moneyOpening: number;
  readonly moneyClosing: number;
  /** `−24`. */
  readonly netText: string;
  /** `+3 +1 −28`. */
  readonly stepsText: string;
  /** Ins that were undone by an out, which neither ledger shows. */
  readonly trips: number;
}

const signed = (n: number): string => `${n > 0 ? '+' : ''}${formatNumber(n)}`;

/** The comparison's row and the account → what is told. The steps' ins are the newly open ones and the round trips. */
export function netOf(row: Row | undefined, steps: Figures): Net {
  const n = (key: string): number => Number(row?.[key] ?? 0);
  const [opening, closing, entered] = [n('opening'), n('closing'), n('entered')];
  const ins = steps.added + steps.reopened + steps.found;
  return {
    opening, closing, entered, gone: n('gone'), missing: n('missing'), moneyOpening: n('money_opening'), moneyClosing: n('money_closing'), netText: signed(closing - opening), trips: Math.max(0, ins - entered),
    stepsText: [signed(steps.added), signed(steps.reopened), ...(steps.found ? [signed(steps.found)] : []), signed(-steps.closed), ...(steps.lost ? [signed(-steps.lost)] : [])].filter((s) => s !== '0').join(' ') || '0',
  };
}
