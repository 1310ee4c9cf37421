import type { DuckDBConnection } from '@duckdb/node-api';
import { DATE_MACROS } from './date-macros.ts';
import { NUMBER_MACROS } from './number-macros.ts';
import { PERSONAL_MACROS } from './personal-macros.ts';
import { TEXT_MACROS } from './text-macros.ts';

/** Creates every SQL macro that staging, typing and the personal-data gate use. Call once per connection, before anything else. */
export async function createMacros(connection: DuckDBConnection): Promise<void> {
  for (const macro of [...TEXT_MACROS, ...NUMBER_MACROS, ...DATE_MACROS, ...PERSONAL_MACROS]) await connection.run(`CREATE OR REPLACE MACRO ${macro}`);
}
