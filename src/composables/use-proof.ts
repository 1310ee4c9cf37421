import { shallowRef } from 'vue';
import type { Parts } from '../model/show.ts';

/** What the drawer shows: an indicator, its n and d as they stand on the page, and the list to open first. */
export interface ProofAsk {
  readonly indicator: string;
  /** null: the page shows no number of its own for it. */
  readonly parts: Parts | null;
  readonly list: 'n' | 'd';
  /** Day after which 本期 counts, where it is not the comparison's; null: the comparison's. */
  readonly since?: string | null;
}

const asked = shallowRef<ProofAsk | null>(null);

/** The drawer of 名单 and 证明: any panel of any page opens it. */
export const useProof = () => ({
  asked,
  open: (ask: ProofAsk): void => {
    asked.value = ask;
  },
  close: (): void => {
    asked.value = null;
  },
});
