import { type ClusterLevel, clusterLevels, type Points } from './cluster-levels.ts';

/** Clusters very many marks aside, so that the page never waits for it: points in, levels out, then it is done. */
self.addEventListener('message', ({ data }: MessageEvent<{ readonly points: Points; readonly fit: number }>) => {
  const levels: readonly ClusterLevel[] = clusterLevels(data.points, data.fit);
  self.postMessage(levels, { transfer: levels.flatMap((l) => [l.lon.buffer, l.lat.buffer, l.count.buffer, l.single.buffer]) });
});
