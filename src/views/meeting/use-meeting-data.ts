import { computed, type ComputedRef } from 'vue';
import { freshnessRows } from '../../components/filters/freshness.ts';
import { useOverview } from '../../composables/use-overview.ts';
import { useQuestions } from '../../composables/use-questions.ts';
import { useWords } from '../../composables/use-words.ts';
import { clearDays } from '../../query/clear-days.ts';
import { meetingQuestions, type MeetingQuestion } from '../../query/meeting.ts';
import { addDays, weekId } from '../../shared/dates.ts';
import { filterText, useMeeting } from '../../stores/meeting.ts';
import type { MeetingData } from './content.ts';

/** The numbers of the meeting, once they belong to what it is pinned to; never those of another snapshot. */
export function useMeetingData(): { readonly data: ComputedRef<MeetingData | null>; readonly failed: ComputedRef<Error | null>; readonly retry: () => void } {
  const overview = useOverview();
  const meeting = useMeeting();
  const words = useWords();

  /** The answers at hand are those of the pinned snapshot, comparison and filters. */
  const mine = computed(() => {
    const { pinned } = meeting;
    const { ask, opened, compare, answers, asking } = overview;
    return pinned !== null && opened.value.entry.id === pinned.snapshot && (compare.value?.id ?? null) === pinned.compare && filterText(ask.value.filters) === filterText(pinned.filters)
      && ask.value.asOf === opened.value.entry.as_of && ask.value.compare === (compare.value?.as_of ?? null) && !asking.value && answers.value.series !== undefined;
  });
  const asked = useQuestions<MeetingQuestion>(() => {
    if (!mine.value) return null;
    const { asOf, filters, tables } = overview.ask.value;
    const against = overview.compare.value;
    return meetingQuestions({ asOf, filters, tables, compare: against && { id: against.id, asOf: against.as_of }, rules: overview.opened.value.rules });
  });

  /** One failed answer stops the meeting: a topic left out for it would look like a topic with nothing in it. */
  const failed = computed((): Error | null => {
    const first = [...Object.values(overview.answers.value), ...Object.values(asked.answers.value)].find((a) => a && 'error' in a);
    return first && 'error' in first ? first.error : null;
  });

  const data = computed((): MeetingData | null => {
    if (!mine.value || !asked.ready.value || failed.value) return null;
    const { asOf, compare, filters } = overview.ask.value;
    const { rules, source } = overview.opened.value;
    return {
      words, rules, asOf, compare, filters, series: overview.rows('series'), clock: overview.rows('clock')[0], freshness: freshnessRows(source.snapshot.manifest),
      eve: clearDays(rules.calendar, asOf).newYearsEve, placeName: overview.placeName, deptName: overview.deptName, lastWeek: compare !== null && weekId(addDays(compare, 7)) === weekId(asOf),
      overview: (question) => (overview.answer(question) === undefined ? null : overview.rows(question)),
      rows: (question) => {
        const answer = asked.answer(question);
        return answer && 'rows' in answer ? answer.rows : null;
      },
    };
  });
  return {
    data, failed,
    retry: () => {
      overview.retry();
      asked.retry();
    },
  };
}
