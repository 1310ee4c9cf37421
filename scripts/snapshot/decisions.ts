import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { DECISION_ID } from '../../src/model/decision-id.ts';
import { type Decisions, decisionsSchema } from '../../src/model/decisions.ts';
import { dateLiteral, literal } from '../../src/query/sql.ts';
import { isIsoDay } from '../../src/shared/dates.ts';
import { sha256Hex } from '../../src/shared/hash.ts';
import { numbersOf } from './database.ts';
import { createTable } from './ddl.ts';
import type { Published } from './index-file.ts';
import { PublishError } from './publish-error.ts';
import { tablesPresent } from './tables-present.ts';

/** A 交办 file as it was read. */
export interface DecisionsFile {
  readonly path: string;
  /** Of its bytes. */
  readonly sha256: string;
  readonly decisions: Decisions;
}

/** Reads a 交办 file. Throws PublishError naming the file when it is not one, was made for another county or at a meeting after `asOf`. */
export function readDecisions(path: string, countyCode: string, asOf: string): DecisionsFile {
  const file = basename(path);
  let bytes: Buffer;
  let json: unknown;
  try {
    bytes = readFileSync(path);
    json = JSON.parse(bytes.toString('utf8')) as unknown;
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
  return { path, sha256: sha256Hex(bytes), decisions: parsed.data };
}

/** As the ledger's numbers are read: next week's ledger may list the same task in full width or small letters. */
const plainId = (id: string): string => id.normalize('NFKC').replace(/\s+/g, '').toUpperCase();

async function needActions(connection: DuckDBConnection): Promise<void> {
  if (!(await tablesPresent(connection)).has('actions')) await connection.run(createTable('actions'));
}

/**
 * Decisions of the previous snapshot that this week's ledger does not list, by the id the page gave them, stay in `actions` as they were: result and day done
 * too. Returns how many. Needs prev_actions where there is a previous snapshot.
 */
export async function carryDecisions(connection: DuckDBConnection): Promise<number> {
  if (!(await tablesPresent(connection)).has('prev_actions')) return 0;
  const kept = `FROM prev_actions WHERE regexp_full_match(action_id, ${literal(DECISION_ID)})`;
  if (((await numbersOf(connection, `SELECT count(*) ${kept}`))[0] ?? 0) === 0) return 0;
  await needActions(connection);
  const count = async () => (await numbersOf(connection, 'SELECT count(*) FROM actions'))[0] ?? 0;
  const before = await count();
  await connection.run(`INSERT INTO actions BY NAME SELECT * ${kept} AND action_id NOT IN (SELECT action_id FROM actions)`);
  return (await count()) - before;
}

/** What to say of a file whose snapshot is not among the published ones, or is sealed otherwise; null: it agrees. */
function disagreement({ snapshot, manifest_sha256: stated }: Decisions, published: readonly Published[]): string | null {
  const found = published.find((p) => p.id === snapshot);
  if (found?.sha256 === stated) return null;
  const made = `文件针对快照 ${snapshot}（清单 SHA-256 ${stated.slice(0, 8)}…）`;
  return found ? `${made}，快照文件夹里的 ${snapshot} 是 ${found.sha256.slice(0, 8)}…` : `${made}，快照文件夹里没有这一份`;
}

/** Says in `issues` what is odd about files that are merged all the same: another seal than the published snapshot's, ids that cannot be carried on. */
export async function reportDecisions(connection: DuckDBConnection, files: readonly DecisionsFile[], published: readonly Published[]): Promise<void> {
  // The same file given twice is said once.
  for (const { path, sha256, decisions } of files.filter((f, i) => files.findIndex((g) => g.sha256 === f.sha256) === i)) {
    const seal = disagreement(decisions, published);
    const foreign = [...decisions.entries.entries()].filter(([, e]) => !new RegExp(DECISION_ID).test(plainId(e.id)));
    if (seal === null && foreign.length === 0) continue;
    const src = ((await numbersOf(connection, 'SELECT coalesce(max(src), 0) FROM sources'))[0] ?? 0) + 1;
    await connection.run(`INSERT INTO sources VALUES (${src}, ${literal(basename(path))}, ${literal(sha256)}, NULL, 'actions', ${decisions.entries.length})`);
    const say = (check: string, row: number | null, column: string | null, value: string | null, reason: string) =>
      connection.run(`INSERT INTO issues VALUES (${[check, src, row, 'actions', column, value, reason].map(literal).join(', ')})`);
    if (seal !== null) await say('decisions_seal', null, null, null, seal);
    for (const [index, e] of foreign) await say('decisions_id', index + 1, 'action_id', e.id, '下期台账没有列出它时，不知道它出自交办文件');
  }
}

/**
 * Adds the decisions to `actions` as 交办; an id that is already there is left as the ledger has it. Returns how many were added.
 * Throws PublishError for a project that is neither in this ledger nor in an earlier snapshot, and for personal numbers. Needs the ledger macros.
 */
export async function mergeDecisions(connection: DuckDBConnection, files: readonly DecisionsFile[]): Promise<number> {
  if (files.length > 0) await needActions(connection);
  let added = 0;
  const has = async (sql: string) => ((await numbersOf(connection, sql))[0] ?? 0) > 0;
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
