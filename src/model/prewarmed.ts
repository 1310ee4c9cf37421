import * as z from 'zod/mini';

type Cell = string | number | boolean | null;
const isCell = (value: unknown): value is Cell => value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
/** Thousands of cells before the first number: looked at by hand. */
const row = z.custom<Cell[]>((value) => Array.isArray(value) && value.every(isCell));

/**
 * Answers the publisher computed for the default view, by the very SQL text the page asks with: the first screen needs no engine. They were
 * computed from the tables of the same manifest, so its hash is theirs. Cells as the engine gives them: numbers, text, booleans, ISO days.
 */
export const prewarmedSchema = z.object({
  answers: z.array(z.object({ sql: z.string(), columns: z.array(z.string()), rows: z.array(row) })),
});
export type Prewarmed = z.infer<typeof prewarmedSchema>;
