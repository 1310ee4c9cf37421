import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { PublishError } from '../snapshot/publish-error.ts';
import { TOOL_VERSION } from '../tool-version.ts';

/** Beside index.html: which files of the webroot are the app's. The page never reads it. */
export const SITE = 'site.json';
/** Folder whose names carry a hash of the content: never replaced, cached for ever. */
export const HASHED = 'assets/';
/** Begins the name of everything a deploy has under way; never served, swept by the next one. */
export const TEMPORARY = '.qq-';

/** Stays inside the webroot: files are removed by these names. */
const path = z.string().check(z.regex(/^(?!.*(^|\/)\.\.?(\/|$))[^/\\][^\\]*$/));
const files = z.array(z.object({ path, bytes: z.int(), sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }));

const siteSchema = z.object({
  format: z.literal(1),
  tool: z.string(),
  /** The app on show. */
  files,
  /** What builds before it leave behind for pages that are still open, newest build first. */
  earlier: z.array(files),
  /** The app a publication under way (or broken off) is putting there. */
  next: z.optional(files),
});

export type Site = z.infer<typeof siteSchema>;
export type SiteFile = Site['files'][number];

export const NO_SITE: Site = { format: 1, tool: TOOL_VERSION, files: [], earlier: [] };

export const siteText = (site: Site): string => `${JSON.stringify(site, null, 1)}\n`;

/** `site.json` of a webroot; null where there is none. Throws PublishError when it cannot be read. */
export function readSite(webroot: string): Site | null {
  const file = join(webroot, SITE);
  if (!existsSync(file)) return null;
  try {
    return siteSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new PublishError(`${file} 不是有效的网站清单；请恢复备份，或换一个空文件夹重新发布`, { cause });
  }
}
