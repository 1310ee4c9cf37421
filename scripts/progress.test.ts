import { describe, expect, it } from 'vitest';
import { reportProgress } from './progress.ts';

function recorded(isTTY: boolean) {
  const lines: string[] = [];
  let clock = 0;
  const progress = reportProgress({ isTTY, columns: 60, write: (text: string | Uint8Array) => lines.push(String(text)) > 0 } as Parameters<typeof reportProgress>[0], () => clock);
  return { lines, progress, at: (ms: number) => (clock = ms) };
}

describe('progress', () => {
  it('writes plain lines with stage, rows and time left where there is no terminal', () => {
    const { lines, progress, at } = recorded(false);
    progress.stage('读取台账');
    at(40_000);
    progress.stage('转换并核对', 5_000_000);
    progress.end();
    expect(lines).toEqual(['读取台账\n', '转换并核对 · 5,000,000 行 · 约剩 1 分 0 秒\n']);
  });
  it('rewrites one line on a terminal, never wider than it, and clears it at the end', () => {
    const { lines, progress, at } = recorded(true);
    at(10_000);
    progress.step(5, 25, '示例快照'.repeat(40));
    progress.end();
    expect(lines[0]!.startsWith('\r\x1b[2K[5/25] ')).toBe(true);
    expect(lines[0]!.length).toBeLessThanOrEqual(60 + 5);
    expect(lines[1]).toBe('\r\x1b[2K');
  });
  it('says the time left from the steps done', () => {
    const { lines, progress, at } = recorded(false);
    at(10_000);
    progress.step(5, 25, '快照');
    expect(lines).toEqual(['[5/25] 快照 · 约剩 40 秒\n']);
  });
});
