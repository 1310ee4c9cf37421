import type { Unfolded } from '../ledger/conservation.ts';
import { compareRevisions } from './compare.ts';
import type { Outcome, Publication } from './publish.ts';

/** The check --accept does not let through: personal numbers are deleted, or masked with --mask. */
export const NEVER_ACCEPTED = 'personal_data';

/** What the publisher reads on the console after a run: what was read, what was found, what was published or why not, and what to do next. */
export async function summarise(outcome: Outcome, p: Publication): Promise<string[]> {
  const { imported, published } = outcome;
  const lines = [
    `台账 ${imported.sources.length} 个工作表，${count(imported.rowsIn)} 行 = ${count(imported.rowsOut)} 行入库 + ${count(imported.rowsQuarantined)} 行隔离${imported.rowsSetAside > 0 ? ` + ${count(imported.rowsSetAside)} 行合计、说明和重复表头` : ''}`,
    ...imported.plans.map((s) => `  ${s.file}${s.sheet ? ` · ${s.sheet}` : ''} → ${s.table ?? `未识别：${s.why}`}${unfoldedText(imported.unfolded.get(s.src))}${s.unmapped.length > 0 ? `（未对应的列：${s.unmapped.map((u) => u.header || u.raw).join('、')}）` : ''}`),
    ...(p.decisions.length > 0 || outcome.decisionsCarried > 0 ? [`并入交办 ${outcome.decisionsAdded} 项，结转上期快照的交办 ${outcome.decisionsCarried} 项${outcome.decisionsCarried > 0 ? '（本期台账没有列出，办理结果照旧）' : ''}`] : []),
    ...(imported.masked > 0 ? [`个人信息 ${imported.masked} 处${p.mask ? '，已遮盖' : ''}`] : []),
    ...p.rules.notices.map((n) => `规则文件：${n}`),
    ...outcome.checks.filter((c) => c.count > 0).map((c) => `  ${c.severity}  ${c.name}（${c.id}）${count(c.count)} 处${outcome.accepted.some((a) => a.check === c.id) ? '，已接受' : ''}`),
  ];
  if (outcome.report) lines.push(`问题清单：${outcome.report}`);
  if (!published) {
    const acceptable = outcome.blocking.filter((c) => c.id !== NEVER_ACCEPTED);
    lines.push(`✗ 未发布：${outcome.blocking.map((c) => c.name).join('、')}。按问题清单改正台账后重新运行${acceptable.length > 0 ? `；确认无误要放行的，加 ${acceptable.map((c) => `--accept ${c.id}`).join(' ')}` : ''}`);
    if (acceptable.length < outcome.blocking.length) lines.push('  台账里有个人信息；删除后重新运行，或加 --mask 遮盖后发布');
    return lines;
  }
  if (outcome.replaced) lines.push(`更正了 ${outcome.replaced.id}：`, ...(await compareRevisions(outcome.replaced, published)).map((l) => `  ${l}`));
  lines.push(`✓ 已封存 ${published.folder}（${published.manifest.files.length} 个文件，清单 SHA-256 ${published.sha256.slice(0, 8)}…）`);
  return lines;
}

const unfoldedText = (u: Unfolded | undefined): string =>
  u ? `（每项一列：${count(u.projects)} 个项目 × ${u.items} 项 = ${count(u.projects * u.items)} 格 = ${count(u.typed)} 行入库 + ${count(u.quarantined)} 格隔离 + ${count(u.blank)} 格未填）` : '';
const count = (n: number): string => n.toLocaleString('en-US');
