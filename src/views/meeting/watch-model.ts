import { formatNumber } from '../../shared/format.ts';
import { chipsOf, warningItems } from '../overview/risk-model.ts';
import { type Card, type CardsContent, dots, type MeetingData, number, pages, shortDay, text, total, wan } from './content.ts';

/** Cards on a screen. */
const CARDS = 3;

/** 一般 sites: every open one that has no screen of its own, three per screen. */
export function generalContents(data: MeetingData, shown: ReadonlySet<string>): readonly CardsContent[] {
  const { words: { t, value, unit }, asOf } = data;
  const rest = (data.rows('open') ?? []).filter((r) => !shown.has(text(r, 'project_id') ?? ''));
  const cards = rest.map((r): Card => {
    const grade = text(r, 'grade_now');
    const promised = text(r, 'promised_on');
    const chips = chipsOf({ ...r, open: true }, asOf).map(({ id, n, on, word }) => t(`risks.${id}`, { n: n ?? 0, on: shortDay(on ?? null, asOf), word: word ? value(word) : '' }));
    return {
      key: text(r, 'project_id') ?? '', mark: { kind: grade === '严重' ? 'severe' : 'general' }, badge: { text: value(grade), tone: grade === '严重' ? 'bad' : 'strong' }, title: text(r, 'name') ?? '', projectId: text(r, 'project_id'),
      sub: dots(data.placeName(text(r, 'place_code')), data.deptName(text(r, 'dept_code')), text(r, 'leader') ?? t('risks.noLeader')),
      facts: [
        { label: t('meeting.card.amount'), value: `${wan(number(r, 'unpaid_wages'))} ${unit('万元')}`, tone: 'strong' }, { label: t('meeting.card.workers'), value: `${formatNumber(number(r, 'unpaid_workers'))} ${unit('人')}`, tone: 'strong' },
        { label: t('risks.overdue'), value: number(r, 'days_overdue') === null ? '—' : t('risks.days', { n: number(r, 'days_overdue')! }), tone: (number(r, 'days_overdue') ?? 0) > 0 ? 'bad' : 'plain' },
        { label: t('risks.card.promise'), value: promised === null ? t('risks.noPromise') : shortDay(promised, asOf), tone: promised !== null && promised < asOf ? 'bad' : 'plain' }, { label: t('risks.card.responsible'), value: text(r, 'responsible') ?? '—', tone: 'plain' },
        { label: t('risks.card.cause'), value: text(r, 'cause') ?? '—', tone: 'plain' },
      ],
      text: chips.join(' · '),
    };
  });
  return pages(cards, CARDS).map((part): CardsContent => ({ kind: 'cards', cards: part, note: '', title: t('meeting.title.general', { n: rest.length, amount: wan(total(rest, 'unpaid_wages')) }) }));
}

/** 早期预警 on projects without an open risk, most urgent first, three per screen, the first few. */
export function warningContents(data: MeetingData): readonly CardsContent[] {
  const { words: { t, value }, rules, asOf } = data;
  const rows = data.overview('warnings');
  const items = warningItems(rows ?? [], asOf, rules).filter((w) => !w.open);
  const most = rules.meeting.warnings_most;
  const projects = new Set(items.map((w) => w.id)).size;
  const cards = items.slice(0, most).map((w): Card => {
    const level = rules.levels[w.level];
    const word = value(level?.word ?? w.level);
    const clock = w.clock && (w.clock.state === 'today' ? t('risks.today') : t(`risks.${w.clock.state === 'over' ? (w.clock.workdays ? 'overWorkdays' : 'over') : w.clock.workdays ? 'workdays' : 'days'}`, { n: w.clock.days }));
    return {
      key: w.key, mark: { kind: 'warning', colour: level?.token ?? '--text-2' }, badge: { text: t('risks.level', { level: word }), tone: 'strong', colour: level?.token ?? '--text-2' }, title: w.name, projectId: w.id,
      sub: dots(data.placeName(w.placeCode), data.deptName(w.deptCode)),
      facts: [
        { label: t('meeting.card.rule'), value: w.rule?.name ?? '—', tone: 'strong' }, { label: t('meeting.card.since'), value: shortDay(w.since, asOf), tone: 'plain' },
        { label: t('meeting.card.due'), value: w.clock ? `${shortDay(w.clock.on, asOf)} · ${clock ?? ''}` : t('risks.noDue'), tone: w.clock?.state === 'over' ? 'bad' : 'plain' },
        { label: t('meeting.card.article'), value: w.rule?.article || '—', tone: 'plain' }, { label: t('meeting.card.penalty'), value: w.rule?.penalty || '—', tone: 'plain' },
      ],
      text: w.text,
    };
  });
  return pages(cards, CARDS).map((part): CardsContent => ({
    kind: 'cards', cards: part, title: t('meeting.title.warnings', { n: items.length, projects }), note: items.length > most ? t('meeting.warningsCut', { most, n: items.length }) : '',
  }));
}
