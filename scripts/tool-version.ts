import { readFileSync } from 'node:fs';

/** Version of this program, as in package.json; recorded in every manifest. */
export const TOOL_VERSION = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version;
