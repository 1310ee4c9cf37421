import type { Remark } from './contract.ts';

/** Remarks kept per check and column; the rest is one line with their number, so a column of a million bad cells stays readable. */
const KEPT = 1000;

/** Collects what a reader notices about one sheet. */
export class Remarks {
  readonly #list: Remark[] = [];
  readonly #counts = new Map<string, number>();

  /** Adds one remark; beyond the limit of its check and column it is only counted. */
  add(check: string, row: number, column: number, value: string, reason: string): void {
    const key = `${check} ${column}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    if (count <= KEPT) this.#list.push({ check, row, column, value: value.slice(0, 200), reason });
  }

  /** All remarks in the order they were added, then the counts of those left out. */
  list(): Remark[] {
    const more = [...this.#counts].flatMap(([key, count]) => {
      const [check = '', column = '0'] = key.split(' ');
      return count > KEPT ? [{ check, row: 0, column: Number(column), value: '', reason: `该列另有 ${count - KEPT} 处同样的问题` }] : [];
    });
    return [...this.#list, ...more];
  }
}
