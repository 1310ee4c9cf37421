import type { TableModel } from '../../model/table-model.ts';
import { MISSING } from '../../shared/format.ts';
import type { Change } from './changes-model.ts';
import { closedDays, type Mover, type Tag, tagOf } from './movers-model.ts';

/** Words of the list. */
interface ListWords {
  readonly t: (key: string, named?: Record<string, unknown>) => string;
  readonly placeName: (code: string | null) => string;
  readonly deptName: (code: string | null) => string;
  readonly fieldTitle: (field: string) => string;
  readonly week: (day: string) => number;
}

const TITLES = { place: 'flow.axis.place', dept: 'flow.axis.dept' } as const;
const WAN_YUAN = 10_000;

/** State at the end in words: in court it says so. */
const endText = (m: Mover, t: ListWords['t']): string => (m.court !== null && m.stateTo !== '无欠薪' && m.stateTo !== '漏报' ? t('flow.list.court', { grade: t(`flow.states.${m.stateTo}`) }) : t(`flow.states.${m.stateTo}`));

/** `承诺化解日期 2026-11-15 → 2026-12-15；…`: every change of a project. */
const changesText = (changes: readonly Change[], { t, fieldTitle }: Pick<ListWords, 't' | 'fieldTitle'>): string =>
  changes.map((c) => `${fieldTitle(c.field)} ${t('flow.list.arrow', { before: c.before, after: c.after })}`).join(t('marks.clause'));

/** Fields that no column of the list shows, and a meeting asks for. */
const BRIEF = new Set(['leader', 'promised_on', 'note', 'court_stage', 'responsible', 'cause', 'in_ledger']);

/** The list as a table: what is on screen, and the CSV. `changes` null: not known yet. */
export function listTable(list: readonly Mover[], from: string, changes: ReadonlyMap<string, readonly Change[]> | null, words: ListWords, history: string): TableModel {
  const { t } = words;
  const wan = (yuan: number | null): number | null => (yuan === null ? null : yuan / WAN_YUAN);
  const pair = (a: number | null, b: number | null): string => (a === null && b === null ? MISSING : `${a ?? MISSING}→${b ?? MISSING}`);
  const money = { align: 'right' as const, decimals: 1, unit: t('flow.wan') };
  return {
    rowKey: 'id',
    columns: [
      { key: 'name', title: t('flow.list.name'), width: '180px' }, { key: 'place', title: t(TITLES.place) }, { key: 'dept', title: t(TITLES.dept) }, { key: 'leader', title: words.fieldTitle('leader') }, { key: 'grade', title: t('flow.list.grade') },
      { key: 'history', title: history }, { key: 'tag', title: t('flow.list.tag') }, { key: 'unpaidFrom', title: t('flow.list.unpaidFrom'), ...money }, { key: 'unpaidTo', title: t('flow.list.unpaidTo'), ...money },
      { key: 'workers', title: t('flow.list.workers'), align: 'right' }, { key: 'closedOn', title: t('flow.list.closedOn') }, { key: 'evidence', title: t('flow.list.evidence') }, { key: 'changes', title: t('flow.list.changes') },
    ],
    rows: list.map((m) => {
      const closed = closedDays(m, from);
      const changed = changes?.get(m.id) ?? [];
      const tag: Tag = tagOf(m, from);
      const last = changed.find((c) => c.field === 'leader');
      return {
        id: m.id, name: m.name, place: m.place === null ? null : words.placeName(m.place), dept: m.dept === null ? null : words.deptName(m.dept),
        leader: last ? t('flow.list.arrow', { before: last.before, after: last.after }) : m.leader, grade: t('flow.list.arrow', { before: t(`flow.states.${m.stateFrom}`), after: endText(m, t) }),
        history: m.steps.filter((s) => s.event !== '延续').map((s) => `${t('flow.list.times', { n: words.week(s.day) })}${t(`values.${s.event}`)}`).join(t('marks.clause')), tag: t(`flow.tags.${tag}`), tagId: tag,
        unpaidFrom: wan(m.unpaidFrom), unpaidTo: m.stateTo === '无欠薪' && m.standing === 'account' ? 0 : wan(m.unpaidTo), workers: pair(m.workersFrom, m.stateTo === '无欠薪' && m.standing === 'account' ? 0 : m.workersTo),
        closedOn: closed.length > 0 ? closed.map((d) => `${t('flow.list.times', { n: words.week(d) })} ${d.slice(5)}`).join(t('marks.list')) : null, evidence: m.evidence,
        changes: changes === null ? t('flow.list.comparing') : changesText(changed, words), changesBrief: changesText(changed.filter((c) => BRIEF.has(c.field)), words), changeCount: changed.length,
      };
    }),
  };
}
