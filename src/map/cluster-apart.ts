import { type ClusterLevel, clusterLevels, type Points } from './cluster-levels.ts';

/** Fewer marks than this are clustered at once: a few milliseconds. */
const APART_FROM = 3000;

/** Levels of few points at once, of many from a worker of their own; `signal` ends it. Where no worker starts, the page does it itself. */
export function buildLevels(points: Points, fit: number, signal: AbortSignal): readonly ClusterLevel[] | Promise<readonly ClusterLevel[]> {
  if (points.lon.length < APART_FROM) return clusterLevels(points, fit);
  return new Promise((resolve) => {
    const here = (): void => resolve(signal.aborted ? [] : clusterLevels(points, fit));
    let worker: Worker;
    try {
      worker = new Worker(new URL('./clusters.worker.ts', import.meta.url), { type: 'module' });
    } catch {
      return here();
    }
    const end = (): void => worker.terminate();
    signal.addEventListener('abort', end, { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<readonly ClusterLevel[]>) => {
      end();
      resolve(data);
    });
    worker.addEventListener('error', () => {
      end();
      here();
    });
    worker.postMessage({ points, fit }, []);
  });
}
