import { indicatorOf } from '../../model/indicators.ts';
import { show } from '../../model/show.ts';
import { formatNumber } from '../../shared/format.ts';
import { type Content, daysOver, dots, type Fact, type ListContent, type ListRow, type Mark, type MeetingData, number, pages, period, type Row, shortDay, text, total, wan } from './content.ts';
import { peopleOf } from './leaders-model.ts';
import { missing } from './ranking-boards.ts';

const gradeMark = (grade: string | null): Mark => ({ kind: grade === '严重' ? 'severe' : grade === '一般' ? 'general' : 'none' });
const fact = (label: string, value: string, unit: string, note = '', tone: Fact['tone'] = 'plain'): Fact => ({ label, value, unit, note, tone });
const BLANK = { mark: null, sub: '', who: '', whoSub: '', when: '', whenSub: '', stateSub: '', projectId: null } as const;

/** One list over as many screens as it needs; every screen repeats the facts. Nothing for no rows. */
const listed = (data: MeetingData, rows: readonly ListRow[], rest: Omit<ListContent, 'kind' | 'rows'>): readonly ListContent[] => pages(rows, data.rules.meeting.rows).map((part) => ({ kind: 'list', rows: part, ...rest }));
const heads = ({ words: { t } }: MeetingData, id: string): ListContent['heads'] => [t(`meeting.heads.${id}.what`), t(`meeting.heads.${id}.who`), t(`meeting.heads.${id}.when`), t(`meeting.heads.${id}.how`)];

/** ② 上周交办: 未办结 first. Nothing where the last meeting gave nothing. */
export function actionContents(data: MeetingData): readonly Content[] {
  const { words: { t, unit }, asOf } = data;
  const rows = data.rows('actions') ?? [];
  const done = rows.filter((r) => r['done'] === true);
  const open = rows.filter((r) => r['done'] !== true);
  const late = open.filter((r) => daysOver(text(r, 'due_on'), asOf) !== null);
  const indicator = indicatorOf('action_done_rate');
  const parts = { n: done.length, d: rows.length };
  const rate = show(indicator, parts, data.rules.decimals[indicator.id] ?? indicator.decimals);
  const items = rows.map((r, i): ListRow => {
    const over = daysOver(text(r, 'due_on'), asOf);
    const finished = r['done'] === true;
    return {
      ...BLANK, key: `${text(r, 'action_id')} ${i}`, mark: { kind: finished ? 'closed' : 'undone' }, title: text(r, 'content') ?? '—', sub: text(r, 'name') ?? '', who: text(r, 'unit') ?? '—', whoSub: text(r, 'responsible') ?? '—', projectId: text(r, 'project_id'),
      when: t('meeting.due', { on: shortDay(text(r, 'due_on'), asOf) }), whenSub: finished ? t('meeting.doneOn', { on: shortDay(text(r, 'done_on'), asOf) }) : t('meeting.givenOn', { on: shortDay(text(r, 'meeting_on'), asOf) }),
      state: finished ? { text: t('meeting.done'), tone: 'good' } : { text: t('meeting.undone'), tone: 'bad' }, stateSub: finished ? (text(r, 'result') ?? '') : over === null ? '' : t('meeting.over', { n: over }),
    };
  });
  return listed(data, items, {
    title: t(open.length === 0 ? 'meeting.title.actionsDone' : late.length > 0 ? 'meeting.title.actionsLate' : 'meeting.title.actions', { d: rows.length, n: done.length, left: open.length, late: late.length }), heads: heads(data, 'actions'), note: '',
    facts: [
      { ...fact(data.words.indicator(indicator), formatNumber(done.length), `/ ${formatNumber(rows.length)} ${data.words.noun(indicator.noun)}`, `${rate.value}${rate.unit}`), indicator, parts },
      fact(t('meeting.undone'), formatNumber(open.length), unit('项'), '', open.length > 0 ? 'bad' : 'plain'), fact(t('meeting.late'), formatNumber(late.length), unit('项'), '', late.length > 0 ? 'bad' : 'plain'),
    ],
  });
}

const stepRow = (data: MeetingData, r: Row, i: number, state: ListRow['state'], when: string): ListRow => ({
  ...BLANK, key: `${text(r, 'project_id')} ${i}`, mark: gradeMark(text(r, 'grade_after') ?? text(r, 'grade_before')), title: text(r, 'name') ?? text(r, 'project_id') ?? '', sub: dots(data.placeName(text(r, 'place_code')), text(r, 'contractor')), projectId: text(r, 'project_id'),
  who: data.deptName(text(r, 'dept_code')), whoSub: dots(text(r, 'leader')) || data.words.t('risks.noLeader'), when, whenSub: text(r, 'cause') ?? '', state,
  stateSub: `${wan(number(r, 'unpaid_after') ?? number(r, 'unpaid_before'))} ${data.words.unit('万元')} · ${formatNumber(number(r, 'workers_after') ?? number(r, 'workers_before'))} ${data.words.unit('人')}`,
});

/** ③ 新增 (严重 first) and 升级 since the last meeting. */
export function freshContents(data: MeetingData): readonly Content[] {
  const { words: { t, value, unit } } = data;
  const steps = data.rows('steps') ?? [];
  const added = steps.filter((r) => r['event'] === '新增');
  const severe = added.filter((r) => r['grade_after'] === '严重');
  const raised = steps.filter((r) => r['event'] === '延续' && r['grade_before'] === '一般' && r['grade_after'] === '严重');
  const rows = [...severe, ...raised, ...added.filter((r) => !severe.includes(r))];
  const items = rows.map((r, i) => stepRow(data, r, i, { text: raised.includes(r) ? t('meeting.raised') : t('meeting.added', { grade: value(text(r, 'grade_after')) }), tone: r['grade_after'] === '严重' ? 'bad' : 'strong' },
    raised.includes(r) ? `${value(text(r, 'grade_before'))} → ${value(text(r, 'grade_after'))}` : t('meeting.stepOn', { on: shortDay(text(r, 'as_of'), data.asOf) })));
  return listed(data, items, {
    title: t('meeting.title.fresh', { n: added.length, severe: severe.length, raised: raised.length, amount: wan(total(rows, 'unpaid_after')) }), heads: heads(data, 'fresh'), note: '',
    facts: [fact(t('meeting.facts.added'), formatNumber(added.length), unit('个'), t('kpi.pair', { word: value('严重'), n: severe.length }), severe.length > 0 ? 'bad' : 'plain'), fact(t('meeting.raised'), formatNumber(raised.length), unit('个'), '', raised.length > 0 ? 'bad' : 'plain'),
      fact(t('meeting.facts.amount'), wan(total(rows, 'unpaid_after')), unit('万元'))],
  });
}

/** ④ 承诺逾期, then promises that were moved. */
export function promiseContents(data: MeetingData): readonly Content[] {
  const { words: { t, unit }, asOf } = data;
  const over = (r: Row): number | null => daysOver(text(r, 'promised_on'), asOf);
  const changes = (r: Row): number => number(r, 'promise_changes') ?? 0;
  const movedNow = (r: Row): boolean => r['then_open'] === true && changes(r) > (number(r, 'then_promise_changes') ?? 0);
  const open = data.rows('open') ?? [];
  const late = open.filter((r) => over(r) !== null).sort((a, b) => over(b)! - over(a)!);
  const moved = open.filter((r) => changes(r) > 0);
  const rows = [...late, ...moved.filter((r) => over(r) === null).sort((a, b) => Number(movedNow(b)) - Number(movedNow(a)) || changes(b) - changes(a))];
  const items = rows.map((r): ListRow => ({
    ...BLANK, key: text(r, 'project_id') ?? '', mark: gradeMark(text(r, 'grade_now')), title: text(r, 'name') ?? '', sub: dots(data.placeName(text(r, 'place_code')), `${wan(number(r, 'unpaid_wages'))} ${unit('万元')}`, `${formatNumber(number(r, 'unpaid_workers'))} ${unit('人')}`),
    who: dots(data.deptName(text(r, 'dept_code')), text(r, 'responsible')), whoSub: text(r, 'leader') ?? t('risks.noLeader'), projectId: text(r, 'project_id'),
    when: t('meeting.promised', { on: shortDay(text(r, 'promised_on'), asOf) }), whenSub: changes(r) > 0 ? t('meeting.firstPromised', { on: shortDay(text(r, 'promise_first_on'), asOf) }) : '',
    state: over(r) !== null ? { text: t('meeting.over', { n: over(r)! }), tone: 'bad' } : { text: t('risks.promises', { n: changes(r) }), tone: 'strong' },
    stateSub: [over(r) !== null && changes(r) > 0 ? t('risks.promises', { n: changes(r) }) : '', movedNow(r) ? t('meeting.movedNow', { period: period(data) }) : ''].filter((s) => s !== '').join(' · '),
  }));
  return listed(data, items, {
    title: t('meeting.title.promises', { late: late.length, moved: moved.length, now: open.filter(movedNow).length, period: period(data) }), heads: heads(data, 'promises'), note: '',
    facts: [fact(t('meeting.facts.promiseLate'), formatNumber(late.length), unit('个'), '', late.length > 0 ? 'bad' : 'plain'), fact(t('meeting.facts.moved'), formatNumber(moved.length), unit('个'), t('meeting.facts.movedNow', { period: period(data), n: open.filter(movedNow).length })),
      fact(t('meeting.facts.noPromise'), formatNumber(open.filter((r) => text(r, 'promised_on') === null).length), unit('个'))],
  });
}

/** ⑤ 漏报 that still stand, 反弹 and 找回 since the last meeting. */
export function lostContents(data: MeetingData): readonly Content[] {
  const { words: { t, unit, value } } = data;
  const steps = data.rows('steps') ?? [];
  const lost = data.rows('missing') ?? [];
  const [back, found] = ['反弹', '找回'].map((event) => steps.filter((r) => r['event'] === event)) as [Row[], Row[]];
  const items = [
    ...lost.map((r, i): ListRow => ({ ...stepRow(data, { ...r, grade_after: r['grade_now'] ?? null, unpaid_after: r['unpaid_wages'] ?? null, workers_after: r['unpaid_workers'] ?? null }, i, { text: value('漏报'), tone: 'bad' }, t('meeting.lastSeen', { on: shortDay(text(r, 'last_seen'), data.asOf) })), mark: { kind: 'lost' }, whenSub: t('meeting.askAgain'), key: `l ${i}` })),
    ...back.map((r, i): ListRow => ({ ...stepRow(data, r, i, { text: value('反弹'), tone: 'bad' }, t('meeting.stepOn', { on: shortDay(text(r, 'as_of'), data.asOf) })), key: `b ${i}` })),
    ...found.map((r, i): ListRow => ({ ...stepRow(data, r, i, { text: value('找回'), tone: 'strong' }, t('meeting.stepOn', { on: shortDay(text(r, 'as_of'), data.asOf) })), key: `f ${i}` })),
  ];
  return listed(data, items, {
    title: t('meeting.title.lost', { lost: lost.length, back: back.length, found: found.length }), heads: heads(data, 'lost'), note: lost.length > 0 ? t('meeting.lostNote') : '',
    facts: [fact(value('漏报'), formatNumber(lost.length), unit('个'), lost.length > 0 ? t('meeting.askAgain') : '', lost.length > 0 ? 'bad' : 'plain'), fact(value('反弹'), formatNumber(back.length), unit('个'), '', back.length > 0 ? 'bad' : 'plain'), fact(value('找回'), formatNumber(found.length), unit('个'))],
  });
}

/** 包案领导 whose cases did not move: n of d, how long, and how the rank of their projects moved. Nothing where all moved. */
export function leaderContents(data: MeetingData): readonly Content[] {
  const { words, words: { t, unit }, rules } = data;
  const people = peopleOf(data);
  const weeks = rules.meeting.unmoved_weeks;
  const still = people.filter((p) => p.still.length > 0);
  const sites = still.reduce((n, p) => n + p.still.length, 0);
  const all = people.reduce((n, p) => n + p.open, 0);
  const items = still.map((p): ListRow => ({
    ...BLANK, key: p.leader ?? '', mark: null, title: p.leader ?? t('risks.noLeader'), sub: p.still.map((r) => text(r, 'name') ?? '').join(words.t('marks.list')),
    who: t('meeting.stillOf', { n: p.still.length, d: p.open }), whoSub: `${wan(total(p.still, 'unpaid_wages'))} ${unit('万元')}`,
    when: p.rate, whenSub: p.moved, state: { text: t('risks.unchanged', { n: p.longest }), tone: 'bad' }, stateSub: '',
  }));
  return listed(data, items, {
    title: t('meeting.title.leaders', { n: still.filter((p) => p.leader !== null).length, sites, weeks }), heads: heads(data, 'leaders'), note: t('meeting.leadersNote', { weeks }),
    facts: [fact(t('meeting.facts.still', { weeks }), `${formatNumber(sites)}/${formatNumber(all)}`, unit('个'), '', 'bad'), fact(t('meeting.facts.leaders'), `${formatNumber(still.length)}/${formatNumber(people.length)}`, words.english() ? '' : unit('人'))],
  });
}

/** 月考核 of the newest month, who lost points first by how many, and who sent nothing. */
export function unitContents(data: MeetingData): readonly Content[] {
  const { words: { t, value } } = data;
  const points = data.rows('points') ?? [];
  const short = points.filter((r) => (number(r, 'points') ?? 0) < (number(r, 'points_full') ?? 0)).sort((a, b) => (number(a, 'points') ?? 0) - (number(b, 'points') ?? 0));
  const silent = [...missing(data, '主管部门'), ...missing(data, '属地')];
  const month = Number(text(points[0] ?? {}, 'month')?.slice(5, 7) ?? 0);
  const score = (n: number | null): string => formatNumber(n, n !== null && Number.isInteger(n) ? 0 : 1);
  const items = [
    ...silent.map((u): ListRow => ({ ...BLANK, key: `u ${u.axis} ${u.code}`, mark: { kind: 'lost' }, title: u.name, sub: u.text, who: value(u.axis), when: '', state: { text: t('ranking.unreported'), tone: 'bad' } })),
    ...short.map((r): ListRow => {
      const before = number(r, 'points_before');
      const by = before === null ? null : (number(r, 'points') ?? 0) - before;
      return {
        ...BLANK, key: `p ${text(r, 'axis')} ${text(r, 'unit_code')}`, title: r['axis'] === '属地' ? data.placeName(text(r, 'unit_code')) : data.deptName(text(r, 'unit_code')), sub: text(r, 'reasons') ?? '', who: value(text(r, 'axis')),
        when: by === null ? '—' : by === 0 ? t('kpi.same') : `${by > 0 ? '▲' : '▼'} ${score(Math.abs(by))}`, whenSub: before === null ? '' : t('meeting.pointsBefore', { n: score(before) }),
        state: { text: t('meeting.points', { n: score(number(r, 'points')), full: score(number(r, 'points_full')) }), tone: 'strong' }, stateSub: t('meeting.pointsLost', { n: score((number(r, 'points_full') ?? 0) - (number(r, 'points') ?? 0)) }),
      };
    }),
  ];
  const full = points.filter((r) => !short.includes(r));
  return listed(data, items, {
    title: t(points.length === 0 ? 'meeting.title.unitsReturns' : 'meeting.title.units', { month, n: short.length, all: points.length, silent: silent.length }), heads: heads(data, 'units'), note: t('ranking.axes').split(/[；;]/)[0] ?? '',
    facts: [fact(t('ranking.unreported'), formatNumber(silent.length), t('meeting.unitsUnit'), '', silent.length > 0 ? 'bad' : 'plain'),
      ...(points.length > 0 ? [fact(t('meeting.facts.lostPoints'), `${formatNumber(short.length)}/${formatNumber(points.length)}`, t('meeting.unitsUnit'), t('meeting.facts.month', { month })), fact(t('meeting.facts.fullPoints'), formatNumber(full.length), t('meeting.unitsUnit'))] : [])],
  });
}
