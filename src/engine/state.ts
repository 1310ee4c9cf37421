/** How far the engine is. `loading`: tables are on their way, `table` the newest of them. `failed`: `error` says why; the next question tries again. */
export type EngineStage = 'idle' | 'downloading' | 'compiling' | 'loading' | 'ready' | 'failed';

/** A frozen picture of the engine for a progress display. */
export interface EngineState {
  readonly stage: EngineStage;
  /** Bytes of programs and tables that have come, and that are known to come, since the engine was last started. */
  readonly loadedBytes: number;
  readonly totalBytes: number;
  readonly table: string | null;
  readonly error: Error | null;
}

type Listener = (state: EngineState) => void;

/** Byte counts change with every packet; nobody needs to see more than ten a second. */
const NOTIFY_MS = 100;

const parts = new Map<string, { loaded: number; total: number }>();
const listeners = new Set<Listener>();
let state: EngineState = Object.freeze({ stage: 'idle', loadedBytes: 0, totalBytes: 0, table: null, error: null });
let timer: ReturnType<typeof setTimeout> | null = null;

/** The engine as it is now. */
export const engineState = (): EngineState => state;

/** Calls `listener` at every change of stage and at most ten times a second while bytes come; returns the way to stop that. */
export function onEngineState(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Moves to a stage; for the engine's own modules. `downloading` begins a new count. */
export function setStage(stage: EngineStage, more: { readonly table?: string | null; readonly error?: Error | null } = {}): void {
  if (stage === 'downloading') parts.clear();
  update({ stage, table: more.table ?? null, error: more.error ?? null });
  notify();
}

/** Begins to count a download of `length` bytes (0: not known) and returns what to call as they arrive. */
export function track(name: string, length: number): (loaded: number) => void {
  const part = { loaded: 0, total: length };
  parts.set(name, part);
  return (loaded) => {
    part.loaded = loaded;
    part.total = Math.max(part.total, loaded);
    update({});
    timer ??= setTimeout(notify, NOTIFY_MS);
  };
}

function update(change: Partial<EngineState>): void {
  let loadedBytes = 0;
  let totalBytes = 0;
  for (const { loaded, total } of parts.values()) {
    loadedBytes += loaded;
    totalBytes += total;
  }
  state = Object.freeze({ ...state, ...change, loadedBytes, totalBytes });
}

function notify(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  for (const listener of listeners) listener(state);
}
