import { onScopeDispose, shallowReactive } from 'vue';
import { isFatal, type Progress, type Verification, verifySnapshot } from './verify.ts';

/** What the panel of a verification shows. */
interface Verifying {
  id: string | null;
  progress: Progress | null;
  /** Newest first. */
  results: readonly Verification[];
  state: 'idle' | 'running' | 'done' | 'cancelled' | 'failed';
  reason: string;
}

/** Verifies snapshots one after the other, on demand; cancelled when the page is left. */
export function useVerify(base: () => string) {
  const now = shallowReactive<Verifying>({ id: null, progress: null, results: [], state: 'idle', reason: '' });
  let control: AbortController | null = null;

  async function run(snapshots: readonly { readonly id: string; readonly sha256: string }[]): Promise<void> {
    control?.abort();
    const mine = (control = new AbortController());
    Object.assign(now, { results: [], state: 'running', progress: null, reason: '' });
    try {
      for (const { id, sha256 } of snapshots) {
        now.id = id;
        const found = await verifySnapshot({ base: base(), id, sha256, fetch: window.fetch.bind(window), signal: mine.signal, onProgress: (progress) => {
          if (control === mine) now.progress = progress;
        } });
        if (control !== mine) return;
        now.results = [...now.results, found];
      }
      now.state = 'done';
    } catch (thrown) {
      if (control !== mine) return;
      now.state = mine.signal.aborted ? 'cancelled' : 'failed';
      now.reason = thrown instanceof Error ? thrown.message : String(thrown);
    }
  }
  const cancel = (): void => control?.abort();
  onScopeDispose(cancel);
  return { now, run, cancel, bad: (): number => now.results.filter((r) => r.faults.some(isFatal)).length };
}
