/** Says what long work is doing: one rewritten line on a terminal, plain lines (one per stage) otherwise. */
export interface Progress {
  /** A new stage begins; `rows` when known. */
  stage(name: string, rows?: number): void;
  /** `done` of `total` steps of the whole work are finished. */
  step(done: number, total: number, what: string): void;
  end(): void;
}

const seconds = (ms: number) => (ms < 60_000 ? `${Math.max(0, Math.round(ms / 1000))} 秒` : `${Math.floor(ms / 60_000)} 分 ${Math.round((ms % 60_000) / 1000)} 秒`);

/** Progress on standard error; time left is estimated from the steps done so far. */
export function reportProgress(out: NodeJS.WriteStream = process.stderr): Progress {
  const started = performance.now();
  let prefix = '';
  const write = (line: string) => out.write(out.isTTY ? `\r\x1b[2K${line.slice(0, (out.columns ?? 80) - 1)}` : `${line}\n`);
  return {
    stage: (name, rows) => {
      if (out.isTTY || prefix === '') write(`${prefix}${name}${rows === undefined ? '' : ` · ${rows.toLocaleString('en-US')} 行`}`);
    },
    step: (done, total, what) => {
      const left = done > 0 && done < total ? ` · 约剩 ${seconds(((performance.now() - started) / done) * (total - done))}` : '';
      prefix = `[${done}/${total}] `;
      write(`${prefix}${what}${left}`);
    },
    end: () => {
      if (out.isTTY) out.write('\r\x1b[2K');
    },
  };
}

/** Says nothing: for tests and for callers that show progress themselves. */
export const silent: Progress = { stage: () => {}, step: () => {}, end: () => {} };
