import type { EngineState } from '../../engine/state.ts';

/** A progress bar: words for the stage, a share where the total is known (else it runs to and fro), bytes as text. */
export interface Progress {
  readonly share: number | null;
  readonly bytes: string | null;
}

const MB = 1_000_000;
const mb = (bytes: number): string => (bytes / MB).toFixed(1);

/** How far the engine's bytes are; nothing is known before the first one. */
export function progressOf({ loadedBytes, totalBytes }: Pick<EngineState, 'loadedBytes' | 'totalBytes'>): Progress {
  if (totalBytes === 0) return { share: null, bytes: null };
  return { share: Math.min(1, loadedBytes / totalBytes), bytes: `${mb(loadedBytes)} / ${mb(totalBytes)} MB` };
}
