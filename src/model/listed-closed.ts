/**
 * A project that was 漏报 and that the ledger of `end` lists again, no longer open: no step of the 销号账 says when it came back. It counts as closed on that ledger's day, and before
 * it from its 销号日期 (`closedOn`) on.
 */
export const listedClosed = (day: string, { end, closedOn }: { readonly end: string; readonly closedOn: string | null }): boolean => day === end || (closedOn !== null && closedOn <= day);
