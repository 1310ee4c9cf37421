import type { Row } from './rows.ts';

/** Rows of one question, or why there are none: one failed panel never takes another down. */
export type Answer = { readonly rows: readonly Row[] } | { readonly error: Error };
