/** 万元 to whole 元, on full hundreds: the ledgers state 万元 with two decimals. */
export const yuan = (wan: number): number => Math.round(wan * 100) * 100;

/** Whole 元, rounded to full hundreds. */
export const hundreds = (amount: number): number => Math.round(amount / 100) * 100;
