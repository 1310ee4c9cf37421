import type { ClusterLevel, clusterLevels, Points } from './cluster-levels.ts';

/** Fewer marks than this are clustered by the page: a few milliseconds. */
const APART_FROM = 3000;

/** Not part of the first screen: a county with few sites never clusters. */
let cluster: typeof clusterLevels | null = null;
async function levelsHere(points: Points, fit: number): Promise<readonly ClusterLevel[]> {
  cluster ??= (await import('./cluster-levels.ts')).clusterLevels;
  return cluster(points, fit);
}

/** Levels of few points from the page itself, of many from a worker of their own; `signal` ends it. Where no worker starts, the page does it. */
export function buildLevels(points: Points, fit: number, signal: AbortSignal): readonly ClusterLevel[] | Promise<readonly ClusterLevel[]> {
  // At once from the second time on: a filter click must not make the marks vanish for a frame.
  if (points.lon.length < APART_FROM) return cluster ? cluster(points, fit) : levelsHere(points, fit);
  return new Promise((resolve) => {
    const here = (): void => resolve(signal.aborted ? [] : levelsHere(points, fit));
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
