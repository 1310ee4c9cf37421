import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { EXIT, runCommand, UsageError } from '../command-line.ts';
import { cannotWrite } from '../cannot-write.ts';
import { templateBytes } from '../template.ts';

const spec = {
  name: 'template', usage: '--to 台账模板.xlsx', chinese: '写出台账模板：每张表一个工作表，带下拉选项和填写说明。', english: 'Writes the ledger template: a sheet per table with drop-down lists, and a guide.',
  options: [{ flag: '--to <file>', chinese: '写到哪个 .xlsx 文件', english: 'the .xlsx file to write', required: true }],
};

export const run = (args: string[]): Promise<number> =>
  runCommand(spec, args, async (given) => {
    const to = given.path('to')!;
    if (!/\.xlsx$/i.test(to)) throw new UsageError('--to 须以 .xlsx 结尾 / must end in .xlsx');
    const bytes = await templateBytes();
    try {
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, bytes);
    } catch (error) {
      process.stderr.write(`✗ ${cannotWrite(to, error)}\n`);
      return EXIT.refused;
    }
    process.stdout.write(`已写出 ${to}\n`);
    return EXIT.done;
  });
