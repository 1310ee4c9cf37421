import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from './palette.ts';
import { tipNode } from './tip.ts';
import type { TrendData, TrendLine } from './trend-data.ts';
import { boxesOf, MARGIN, type PanelBox, plotWidth, textsOf, xOf, yOf } from './trend-layout.ts';

/** Points closer than this lose their symbols; the last one and lonely ones keep theirs. */
const CROWDED = 9;
const SIZES = { circle: 7, diamond: 9, triangle: 8 } as const;

/** The trend as an ECharts option: one grid per panel over one axis of weeks. Bridges, targets, marks and texts are placed in px by trend-layout. */
export function trendOption(data: TrendData, { width, height }: { readonly width: number; readonly height: number }, palette: Palette): EChartsCoreOption {
  const boxes = boxesOf(data.panels, height);
  const count = data.slots.length;
  const crowded = count > 1 && plotWidth(width) / (count - 1) < CROWDED;
  const axis = { type: 'category', data: data.slots.map((_, i) => i), boundaryGap: false, axisLine: { show: false }, axisTick: { show: false }, axisLabel: { show: false }, axisPointer: { show: true, type: 'line', snap: false, label: { show: false }, lineStyle: { color: palette['text-3'], width: 1, type: 'solid' } } };
  return {
    textStyle: { fontFamily: palette['font-sans'] },
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    tooltip: {
      // Told where it stands: else it asks the page for its layout at every drawing.
      appendTo: (host: HTMLElement) => host,
      trigger: 'axis', confine: true, transitionDuration: 0, showDelay: 0, hideDelay: 0, padding: [8, 12], borderWidth: 1, borderColor: palette.line, backgroundColor: palette.surface, renderMode: 'html',
      formatter: (given: unknown) => nodeAt(data, given),
    },
    grid: boxes.map((box) => ({ left: MARGIN.left, top: box.top, width: plotWidth(width), height: box.height, outerBoundsMode: 'none' })),
    xAxis: boxes.map((_, i) => ({ ...axis, gridIndex: i })),
    yAxis: boxes.map((box, i) => ({
      type: 'value', gridIndex: i, min: box.min, max: box.max, interval: box.step, axisLine: { show: false }, axisTick: { show: false }, splitLine: { lineStyle: { color: palette.grid, width: 1 } },
      axisLabel: { color: palette['text-3'], fontSize: 12, margin: 6, formatter: data.panels[i]!.percent ? '{value}%' : '{value}' },
    })),
    series: data.panels.flatMap((panel, i) => panel.lines.map((line, k) => ({ ...lineSeries(line, i, palette, crowded), z: 2 + panel.lines.length - k }))),
    graphic: { elements: [...rulesOf(data, boxes, width, palette), ...textsOf(data, width, height).map((t) => ({
      type: 'text', silent: true, z: 10, x: t.x, y: t.y,
      style: { text: t.text, fill: palette[t.colour], stroke: palette.surface, lineWidth: 3, font: `${t.bold ? 700 : 400} ${t.size}px ${palette['font-sans']}`, align: t.align, verticalAlign: 'middle' },
    }))] },
  };
}

function lineSeries(line: TrendLine, panel: number, palette: Palette, crowded: boolean) {
  const { points } = line;
  const end = points.reduce((at, p, i) => (p ? i : at), -1);
  const colour = palette[line.colour];
  const size = SIZES[line.shape];
  const lonely = (i: number): boolean => !points[i - 1] && !points[i + 1];
  return {
    id: line.id, type: 'line', xAxisIndex: panel, yAxisIndex: panel, name: line.name, silent: true, connectNulls: false, emphasis: { disabled: true }, symbol: line.shape, showSymbol: true, showAllSymbol: true, symbolSize: size,
    lineStyle: { color: colour, width: 2 }, itemStyle: { color: palette.surface, borderColor: colour, borderWidth: 1.8 },
    data: points.map((p, i) => {
      if (!p) return { value: null };
      const filled = i === end || line.shape !== 'circle';
      return { value: p.value, symbolSize: i === end ? size + 4 : crowded && !lonely(i) ? 0 : size, ...(filled ? { itemStyle: { color: colour } } : {}) };
    }),
  };
}

/** Dotted bridges over unpublished weeks, targets, and the marks across all panels. */
function rulesOf(data: TrendData, boxes: readonly PanelBox[], width: number, palette: Palette) {
  const x = (slot: number): number => xOf(slot, data.slots.length, width);
  const rule = (x1: number, y1: number, x2: number, y2: number, stroke: string, lineWidth: number, lineDash: number[], id: string) => ({ id, type: 'line', silent: true, z: 1, shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth, lineDash, fill: 'none' } });
  const bridges = data.panels.flatMap((panel, i) => panel.lines.flatMap((line) => data.gaps.flatMap(({ from, to }) => {
    const [a, b] = [line.points[from], line.points[to]];
    return a && b ? [rule(x(from), yOf(a.value, boxes[i]!), x(to), yOf(b.value, boxes[i]!), palette[line.colour], 1.2, [2, 4], `gap-${line.id}-${from}`)] : [];
  })));
  const targets = data.panels.flatMap(({ target }, i) => {
    if (!target) return [];
    const y = yOf(target.value, boxes[i]!);
    return [rule(MARGIN.left, y, MARGIN.left + plotWidth(width), y, palette['s-target'], 1.5, [6, 4], `target-${i}`)];
  });
  const [top, foot] = [boxes[0], boxes[boxes.length - 1]];
  const marks = top && foot ? data.marks.map((mark, i) => rule(x(mark.slot), top.top - 3, x(mark.slot), foot.top + foot.height, palette['text-3'], 1, [1, 3], `mark-${i}`)) : [];
  return [...marks, ...targets, ...bridges];
}

function nodeAt(data: TrendData, given: unknown): HTMLElement | string {
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  const at = list.map((p) => (typeof p === 'object' && p !== null && 'dataIndex' in p ? p.dataIndex : null)).find((i) => typeof i === 'number');
  const tip = typeof at === 'number' ? data.tip(at) : null;
  return tip ? tipNode(tip) : '';
}
