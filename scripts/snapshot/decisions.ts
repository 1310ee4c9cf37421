import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type Decisions, decisionsSchema } from '../../src/model/decisions.ts';
import { dateLiteral, literal } from '../../src/query/sql.ts';
import { isIsoDay } from '../../src/shared/dates.ts';
import { createTable } from './ddl.ts';
import { PublishError } from './publish-error.ts';
import { tablesPresent } from './tables-present.ts';

/** Reads a 交办 file. Throws PublishError naming the file when it is not one, was made for another county or at a meeting after `asOf`. */
export function readDecisions(path: string, countyCode: string, asOf: string): Decisions {
  const file = basename(path);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    throw new PublishError(`${file}：读不出交办文件，请从调度会页面重新导出`, { cause: error });
  }
  const parsed = decisionsSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new PublishError(`${file}：不是交办文件（${issue?.path.join('.') ?? ''} 不符合格式），请从调度会页面重新导出`, { cause: parsed.error });
  }
  const wrong = [parsed.data.meeting_on, ...parsed.data.entries.map((e) => e.due_on)].find((day) => day !== null && !isIsoDay(day));
  if (wrong) throw new PublishError(`${file}：日历上没有 ${wrong} 这一天，请从调度会页面重新导出`);
  if (parsed.data.county !== countyCode) throw new PublishError(`${file}：这份交办是为县区 ${parsed.data.county} 作出的，本次发布的是 ${countyCode}，未并入`);
  if (parsed.data.meeting_on > asOf) throw new PublishError(`${file}：调度会 ${parsed.data.meeting_on} 晚于数据截至日 ${asOf}，应并入下一期快照`);
  return parsed.data;
}

/** As the ledger's numbers are read: next week's ledger may list the same task in full width or small letters. */
const plainId = (id: string): string => id.normalize('NFKC').replace(/\s+/g, '').toUpperCase();

/**
 * Adds the decisions to `actions` as 交办; an id that is already there is left as the ledger has it. Returns how many were added.
 * Throws PublishError for a project that is neither in this ledger nor in an earlier snapshot, and for personal numbers. Needs the ledger macros.
 */
export async function mergeDecisions(connection: DuckDBConnection, files: readonly { path: string; decisions: Decisions }[]): Promise<number> {
  if (files.length > 0 && !(await tablesPresent(connection)).has('actions')) await connection.run(createTable('actions'));
  let added = 0;
  const has = async (sql: string) => Number((await connection.runAndReadAll(sql)).getRows()[0]![0]) > 0;
  for (const { path, decisions } of files) {
    for (const [index, e] of decisions.entries.entries()) {
      const written = [e.content, e.unit, e.responsible, e.note].filter((t) => t !== null).join(' · ');
      if (await has(`SELECT (mask_personal(${literal(written)}, FALSE, FALSE, ${dateLiteral(decisions.meeting_on)}) <> ${literal(written)})::INTEGER`)) {
        throw new PublishError(`${basename(path)}：第 ${index + 1} 项交办里有身份证号、手机号或银行卡号，未并入；请在调度会页面改写后重新导出`);
      }
      const id = literal(e.project_id);
      if (e.project_id !== null && !(await has(`SELECT count(*) FROM (SELECT project_id FROM projects UNION ALL SELECT project_id FROM absent) WHERE project_id = ${id}`))) {
        throw new PublishError(`${basename(path)}：第 ${index + 1} 项交办「${[...e.content].slice(0, 20).join('')}」所指的项目 ${e.project_id} 不在台账中，未并入；请核对项目编号`);
      }
      const actionId = literal(plainId(e.id));
      if (await has(`SELECT count(*) FROM actions WHERE action_id = ${actionId}`)) continue;
      await connection.run(`INSERT INTO actions (action_id, meeting_on, project_id, kind, content, unit, responsible, due_on, result)
        VALUES (${actionId}, ${dateLiteral(decisions.meeting_on)}, ${id}, '交办', ${literal(e.content)}, ${literal(e.unit)}, ${literal(e.responsible)}, ${e.due_on ? dateLiteral(e.due_on) : 'NULL'}, ${literal(e.note)})`);
      added += 1;
    }
  }
  return added;
}
