import { runCommand, UsageError } from '../command-line.ts';
import { writeCounties } from '../demo/counties.ts';
import { demoWeeks } from '../demo/weeks.ts';
import { reportProgress } from '../progress.ts';

const spec = {
  name: 'demo', usage: '--to 文件夹',
  chinese: '写出虚构的示例县「安澜县」的周台账；也可写出多个县、任意多条线索，供测速用。', english: 'Writes the weekly ledgers of a fictional county; also many counties and any number of clues, for benches.',
  options: [
    { flag: '--to <folder>', chinese: '写到哪个文件夹', english: 'folder to write to', required: true },
    { flag: '--weeks <n>', chinese: '只写最近几周；默认一个县 25 周，多个县 1 周', english: 'newest weeks only (default: 25 for one county, 1 for more)' },
    { flag: '--counties <n>', chinese: '县的个数 1–100，默认 1；多于一个时每县一个子文件夹 county=代码', english: 'counties, 1–100 (default 1); more than one: a subfolder county=<code> each' },
    { flag: '--cases <n>', chinese: '另写几条生成的线索（线索案件.csv），平均分给各县', english: 'also write that many generated clues as CSV, shared between the counties' },
  ],
} as const;

/** A whole number from `least` to `most`; undefined when the option is absent. Throws UsageError. */
function wholeNumber(name: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) throw new UsageError(`--${name} 须是 ${least}–${most} 的整数，而不是「${text}」 / must be a whole number`);
  return value;
}

/** `npm run demo`. Ends with 0 (done) or 2 (usage). */
export const run = (args: string[]): Promise<number> =>
  runCommand(spec, args, async (given) => {
    const to = given.path('to')!;
    const counties = wholeNumber('counties', given.text('counties'), 1, 100) ?? 1;
    const weeks = wholeNumber('weeks', given.text('weeks'), 1, demoWeeks().length) ?? (counties === 1 ? demoWeeks().length : 1);
    const cases = wholeNumber('cases', given.text('cases'), 0, 1_000_000_000) ?? 0;
    const progress = reportProgress();
    const written = await writeCounties({ to, counties, weeks: demoWeeks().slice(-weeks).map((w) => w.as_of), cases, progress });
    progress.end();
    process.stdout.write(`已写出 ${written.ledgers} 份台账${cases > 0 ? `、${cases.toLocaleString('en-US')} 条线索` : ''}：${to}\n`);
    return 0;
  });
