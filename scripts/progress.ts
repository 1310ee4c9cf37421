/** Says what long work is doing: one rewritten line on a terminal, plain lines (one per stage) otherwise. */
export interface Progress {
  /** A new stage begins; `rows` when known. */
  stage(name: string, rows?: number): void;
  /** `done` of `total` steps of the whole work are finished. */
  step(done: number, total: number, what: string): void;
  end(): void;
}

/** Stages of a publication with the share of its time that is spent before each, measured at five million rows: the time left is estimated from it. */
const SHARE_BEFORE: Readonly<Record<string, number>> = { 读取台账: 0, 扫描个人信息: 0.3, 转换并核对: 0.4, '计算历史、预警、风险和汇总': 0.8, 检查: 0.87, 写出快照: 0.9 };

const seconds = (ms: number) => (ms < 60_000 ? `${Math.max(1, Math.round(ms / 1000))} 秒` : `${Math.floor(ms / 60_000)} 分 ${Math.round((ms % 60_000) / 1000)} 秒`);

/** Progress on standard error. Time left is said once a share of the work is done and a few seconds have passed. */
export function reportProgress(out: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'> = process.stderr, now: () => number = () => performance.now()): Progress {
  const started = now();
  const write = (line: string) => out.write(out.isTTY ? `\r\x1b[2K${line.slice(0, (out.columns ?? 80) - 1)}` : `${line}\n`);
  const left = (share: number) => {
    const elapsed = now() - started;
    return share > 0 && share < 1 && elapsed > 2000 ? ` · 约剩 ${seconds((elapsed / share) * (1 - share))}` : '';
  };
  return {
    stage: (name, rows) => write(`${name}${rows === undefined ? '' : ` · ${rows.toLocaleString('en-US')} 行`}${left(SHARE_BEFORE[name] ?? 0)}`),
    step: (done, total, what) => write(`[${done}/${total}] ${what}${left(done / total)}`),
    end: () => {
      if (out.isTTY) out.write('\r\x1b[2K');
    },
  };
}

/** Says nothing: for tests and for callers that show progress themselves. */
export const silent: Progress = { stage: () => {}, step: () => {}, end: () => {} };
