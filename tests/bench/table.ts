import type { Line } from './line.ts';

/** Columns a text takes on a terminal: Chinese characters and full-width signs take two. */
export const widthOf = (text: string): number => [...text].reduce((n, c) => n + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(c) ? 2 : 1), 0);

const HEADER = ['项目', '行数', '秒', '行/秒', 'CPU 秒', '峰值 MB', '要求', ''] as const;
/** The first column and the wanted values stand left, numbers right. */
const LEFT: ReadonlySet<number> = new Set([0, 6, 7]);

const whole = (n: number): string => Math.round(n).toLocaleString('en-US');
const short = (n: number): string => n.toFixed(n < 100 ? 2 : 0);
const times = (n: number): string => `${n.toFixed(1)}×`;

function cells({ title, measured, ratio, wanted, error }: Line): string[] {
  const verdict = [wanted?.limit ?? '', wanted ? (wanted.met ? '✓' : '✗') : error ? '✗ 失败' : ''];
  if (ratio) return [title, '', times(ratio.seconds), '', times(ratio.cpuSeconds), times(ratio.peakMb), ...verdict];
  if (!measured) return [title, '', '', '', '', '', ...verdict];
  const { rows, seconds, cpuSeconds, peakMb } = measured;
  return [title, whole(rows), short(seconds), whole(rows / seconds), short(cpuSeconds), whole(peakMb), ...verdict];
}

/** The lines as aligned plain text. */
export function tableText(lines: readonly Line[]): string {
  const rows = [[...HEADER], ...lines.map(cells)];
  const widths = HEADER.map((_, c) => Math.max(...rows.map((row) => widthOf(row[c] ?? ''))));
  const padded = (row: readonly string[]): string => row.map((text, c) => {
    const space = ' '.repeat(widths[c]! - widthOf(text));
    return LEFT.has(c) ? text + space : space + text;
  }).join('  ').trimEnd();
  const rule = '─'.repeat(widths.reduce((sum, w) => sum + w + 2, -2));
  return [padded(rows[0]!), rule, ...rows.slice(1).map(padded)].join('\n');
}
