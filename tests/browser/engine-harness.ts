import '../../src/shared/polyfills.ts';
import { openDatabase } from '../../src/engine/database.ts';
import { EngineError, isCoded, type ErrorParams } from '../../src/engine/errors.ts';
import { openSnapshot, readIndex } from '../../src/engine/snapshot.ts';
import { openSource, type Source } from '../../src/engine/source.ts';
import { type EngineState, engineState, onEngineState } from '../../src/engine/state.ts';
import { prewarmedSchema } from '../../src/model/prewarmed.ts';
import { parseRules } from '../../src/model/rules.ts';
import { overviewQuestions } from '../../src/query/overview.ts';
import { makeScope } from '../../src/query/scope.ts';

/** What a test is told of an error. */
interface Failure {
  readonly name: string;
  readonly message: string;
  readonly code: string | null;
  readonly params: ErrorParams;
}

const told = (thrown: unknown): Failure => {
  if (isCoded(thrown)) return { name: thrown.name, message: thrown.message, code: thrown.code, params: thrown.params };
  if (thrown instanceof Error || thrown instanceof DOMException) return { name: thrown.name, message: thrown.message, code: null, params: {} };
  throw thrown;
};

const stages: EngineState[] = [];
onEngineState((state) => stages.push(state));

/** The engine's own modules, put where a test can reach them from inside a page. */
const harness = {
  openDatabase, openSource, engineState, stages, told, overviewQuestions, makeScope, parseRules, prewarmedSchema, EngineError,
  /** The published snapshot of that id, or the newest, ready to be asked. */
  async source(id: string | null = null): Promise<Source> {
    const index = await readIndex('./snapshots/');
    return openSource(await openSnapshot('./snapshots/', index.find((s) => s.id === id) ?? index.at(-1)!));
  },
  /** What the promise rejects with. */
  async failure(work: Promise<unknown>): Promise<Failure> {
    try {
      await work;
    } catch (thrown) {
      return told(thrown);
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
