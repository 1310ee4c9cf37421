import * as z from 'zod/mini';

const isoDay = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** `交办-<as_of>.json`: decisions of one meeting, made in the browser against one sealed snapshot. */
export const decisionsSchema = z.object({
  format: z.literal(1),
  county: z.string(),
  /** Snapshot the meeting looked at, and the SHA-256 of its manifest. */
  snapshot: z.string(),
  manifest_sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  meeting_on: isoDay,
  entries: z.array(z.object({
    /** Unique across meetings; merging the same id again changes nothing. */
    id: z.string().check(z.minLength(1)),
    project_id: z.nullable(z.string()),
    content: z.string().check(z.minLength(1), z.maxLength(500)),
    unit: z.nullable(z.string()),
    responsible: z.nullable(z.string()),
    due_on: z.nullable(isoDay),
    note: z.nullable(z.string()),
  })),
});
export type Decisions = z.infer<typeof decisionsSchema>;
