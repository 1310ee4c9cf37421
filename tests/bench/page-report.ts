import { median } from './clock.ts';
import type { Measurement } from './page-measure.ts';
import type { Load } from './page-load.ts';
import type { Spread } from './page-spread.ts';
import { widthOf } from './table.ts';

/** One line of a size's table. */
export interface Line {
  readonly name: string;
  /** Null: the page did not give it. */
  readonly value: number | null;
  readonly unit: 'ms' | 'kB' | 'MB' | '帧/秒' | '%' | '个';
  /** At most, or at least; null: nothing is wanted of it. */
  readonly wanted: { readonly most?: number; readonly least?: number } | null;
  readonly note?: string;
}

/** Median over the loads that got there; null when none did. */
function middle(loads: readonly Load[], of: (load: Load) => number | null): number | null {
  const values = loads.map(of).filter((v) => v !== null);
  return values.length === 0 ? null : median(values);
}

/** What the issue wants of the page, with what it is. Of a county with very many sites only the map's own speed is judged (`mapOnly`). */
export function linesOf(measurement: Measurement, mapOnly: boolean): Line[] {
  const lines = allLines(measurement);
  return mapOnly ? lines.map((line) => (line.wanted?.least === undefined ? { ...line, wanted: null } : line)) : lines;
}

function allLines({ loads, clicks, brush, blockLater, afterLoad, warm, afterChanges, pages, byHand, map }: Measurement): Line[] {
  const last = loads.at(-1)!;
  const observed = (measure: string) => (last.observed.includes(measure) ? { note: '页面没有给出标记，按观察' } : {});
  const most = (n: number) => ({ most: n });
  const spreadLines = (name: string, found: Spread | null, note: string): Line[] => [
    { name: `${name}（中位数）`, value: found?.median ?? null, unit: 'ms', wanted: most(16), note }, { name: `${name}（p95）`, value: found?.p95 ?? null, unit: 'ms', wanted: most(33) },
  ];
  const load: Line[] = [
    { name: '导航 → 第一个数字', value: middle(loads, (l) => l.firstNumber), unit: 'ms', wanted: most(300), ...observed('qq:first-number') },
    { name: '导航 → 全部面板', value: middle(loads, (l) => l.allPanels), unit: 'ms', wanted: most(600), ...observed('qq:all-panels') },
    { name: '导航 → 查询引擎就绪', value: middle(loads, (l) => l.engineReady), unit: 'ms', wanted: most(2000) },
    { name: '主线程最长一次占用（加载）', value: Math.max(...loads.map((l) => l.longestBlock)), unit: 'ms', wanted: most(100) },
    { name: '发送的字节（原样）', value: last.bytesRaw / 1000, unit: 'kB', wanted: null, note: `${last.requests} 个文件` },
    { name: '发送的字节（服务器压缩时）', value: last.bytesGzip / 1000, unit: 'kB', wanted: null },
    { name: '第一个数字前的代码（gzip）', value: last.codeFirstNumber / 1000, unit: 'kB', wanted: most(150) },
    { name: '全部面板前的代码（gzip）', value: last.codeAllPanels / 1000, unit: 'kB', wanted: most(450) },
    { name: '对其他主机的请求', value: new Set(loads.flatMap((l) => l.foreign)).size, unit: '个', wanted: most(0), note: [...new Set(loads.flatMap((l) => l.foreign))].slice(0, 3).join(' ') },
    { name: '渲染进程内存（加载后）', value: afterLoad.renderer, unit: 'MB', wanted: most(300), note: afterLoad.resident === null ? '' : `含共享页 ${afterLoad.resident.toFixed(0)} MB` },
    { name: 'JS 堆（加载后）', value: afterLoad.heap, unit: 'MB', wanted: null },
  ];
  const used: Line[] = clicks === null ? [] : [
    ...spreadLines('点一次筛选 → 各面板更新', clicks.refilter, clicks.by),
    ...spreadLines('先停 0.15 秒再按 → 各面板更新', byHand?.clicks.refilter ?? null, ''),
    { name: '点一次筛选 → DOM 不再变化（含图表过渡，中位数）', value: clicks.settled?.median ?? null, unit: 'ms', wanted: null },
    ...spreadLines('周次选择移动一格 → 更新', brush?.step ?? null, brush?.by ?? '页面上没有周次选择'),
    { name: '拖动的最后一下 → 全部显示', value: brush?.lag ?? null, unit: 'ms', wanted: most(60) },
    { name: '渲染进程内存（400 次筛选后）', value: afterChanges?.renderer ?? null, unit: 'MB', wanted: null, note: `200 次后 ${warm?.renderer?.toFixed(0) ?? '—'} MB` },
    { name: 'JS 堆在第 201–400 次筛选中增长', value: warm && afterChanges && (afterChanges.heap / warm.heap - 1) * 100, unit: '%', wanted: most(10), note: warm && afterChanges ? `${warm.heap.toFixed(1)} → ${afterChanges.heap.toFixed(1)} MB` : '' },
  ];
  const elsewhere: Line[] = clicks === null ? [] : [
    { name: '点一下 → 另一页（首次，最慢）', value: pages?.first?.max ?? null, unit: 'ms', wanted: most(300), note: pages?.each ?? '' },
    { name: '点一下 → 另一页（首次，先停 0.15 秒再按，最慢）', value: byHand?.visits.first?.max ?? null, unit: 'ms', wanted: most(300), note: byHand?.visits.each ?? '' }, { name: '点一下 → 另一页（再次，中位数）', value: pages?.again?.median ?? null, unit: 'ms', wanted: most(300) },
    { name: '调度会翻一页（p95）', value: pages?.slide?.p95 ?? null, unit: 'ms', wanted: most(300) },
    { name: 'JS 堆在第 31–60 页中增长', value: pages && (pages.after.heap / pages.before.heap - 1) * 100, unit: '%', wanted: most(10), note: pages ? `${pages.before.heap.toFixed(1)} → ${pages.after.heap.toFixed(1)} MB` : '' },
    { name: '翻 30 页多出的图表、地图、画布', value: pages && standing(pages.instances.after) - standing(pages.instances.before), unit: '个', wanted: most(0) },
  ];
  return [
    ...load, ...used, ...elsewhere, { name: '主线程最长一次占用（操作）', value: blockLater, unit: 'ms', wanted: most(100) },
    { name: '地图平移', value: map?.pan?.perSecond ?? null, unit: '帧/秒', wanted: { least: 40 }, note: framesNote(map?.pan?.ms) }, { name: '地图缩放', value: map?.zoom?.perSecond ?? null, unit: '帧/秒', wanted: null, note: framesNote(map?.zoom?.ms) },
  ];
}

const standing = ({ charts, maps, canvases }: { charts: number; maps: number; canvases: number }): number => charts + maps + canvases;

const framesNote = (ms: Spread | undefined): string => (ms ? `每帧 ${ms.median.toFixed(1)} ms，p95 ${ms.p95.toFixed(1)}，最长 ${ms.max.toFixed(0)}` : '页面上没有地图');

/** ✓, ✗, or nothing where nothing is wanted. */
export function verdict({ value, wanted }: Line): '✓' | '✗' | '' {
  if (wanted === null) return '';
  const { most = Infinity, least = -Infinity } = wanted;
  return value !== null && value <= most && value >= least ? '✓' : '✗';
}

const shown = (value: number, unit: Line['unit']): string => `${value.toLocaleString('en-US', { maximumFractionDigits: unit === '个' || Math.abs(value) >= 100 ? 0 : 1 })} ${unit}`;

/** A size's table as aligned plain text. */
export function tableOf(title: string, lines: readonly Line[]): string {
  const rows = lines.map((line) => {
    const { most, least } = line.wanted ?? {};
    return [line.name, line.value === null ? '—' : shown(line.value, line.unit), most !== undefined ? `≤ ${shown(most, line.unit)}` : least !== undefined ? `≥ ${shown(least, line.unit)}` : '', verdict(line), line.note ?? ''];
  });
  const widths = [0, 1, 2, 3].map((c) => Math.max(...rows.map((row) => widthOf(row[c]!))));
  const cell = (text: string, c: number): string => (c === 1 ? ' '.repeat(widths[c]! - widthOf(text)) + text : text + ' '.repeat(Math.max(0, (widths[c] ?? 0) - widthOf(text))));
  return [`━━ ${title}`, ...rows.map((row) => row.map(cell).join('  ').trimEnd())].join('\n');
}

/** Lines that must cost the same for any number of rows, side by side. */
export function flatTable(sizes: readonly { readonly title: string; readonly lines: readonly Line[] }[]): string {
  const judged = (sizes[0]?.lines ?? []).filter((l) => l.unit === 'ms' && l.wanted !== null && !l.name.startsWith('主线程'));
  const rows = judged.map(({ name }) => [name, ...sizes.map(({ lines }) => {
    const found = lines.find((l) => l.name === name);
    return found?.value === null || found === undefined ? '—' : shown(found.value, found.unit);
  })]);
  const all = [['不随数据量变化', ...sizes.map((s) => s.title)], ...rows];
  const widths = all[0]!.map((_, c) => Math.max(...all.map((row) => widthOf(row[c]!))));
  return all.map((row) => row.map((text, c) => (c === 0 ? text + ' '.repeat(widths[c]! - widthOf(text)) : ' '.repeat(widths[c]! - widthOf(text)) + text)).join('  ')).join('\n');
}
