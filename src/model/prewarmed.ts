import * as z from 'zod/mini';

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/**
 * Answers the publisher computed for the default view, by the very SQL text the page asks with: the first screen needs no engine. They were
 * computed from the tables of the same manifest, so its hash is theirs. Cells as the engine gives them: numbers, text, booleans, ISO days.
 */
export const prewarmedSchema = z.object({
  answers: z.array(z.object({ sql: z.string(), columns: z.array(z.string()), rows: z.array(z.array(cell)) })),
});
export type Prewarmed = z.infer<typeof prewarmedSchema>;
