import { openDatabase } from '../../src/engine/database.ts';
import { EngineError, QueryError } from '../../src/engine/errors.ts';

/** The engine's own modules, put where a test can reach them from inside a page. */
const harness = {
  openDatabase,
  /** Name and message of what the promise rejects with. */
  async failure(work: Promise<unknown>): Promise<{ name: string; message: string; sql: string | null }> {
    try {
      await work;
    } catch (thrown) {
      if (thrown instanceof EngineError || thrown instanceof QueryError || thrown instanceof DOMException) {
        return { name: thrown.name, message: thrown.message, sql: thrown instanceof QueryError ? thrown.sql : null };
      }
      throw thrown;
    }
    throw new Error('it did not fail');
  },
};

declare global {
  interface Window {
    harness: typeof harness;
  }
}

window.harness = harness;
