import { computed, type ComputedRef } from 'vue';
import { useOverview } from '../../composables/use-overview.ts';
import { useQuestions } from '../../composables/use-questions.ts';
import { useWords } from '../../composables/use-words.ts';
import { firmsQuestion } from '../../query/companies.ts';
import { repeatLimit } from '../company/firm-marks.ts';
import { markedFirms } from './marked-firms.ts';

/** Marks of the ranking by 施工总承包: who was in arrears three times or more. */
export interface FirmMarks {
  /** 欠薪次数 of the marked, by name. */
  readonly times: ComputedRef<ReadonlyMap<string | null, number>>;
  /** Token of the level's colour. */
  readonly colour: ComputedRef<string>;
  /** The mark in words; '' for the others. */
  readonly said: (name: string | null) => string;
  /** The ledger is on its way: nobody is known to be marked or not. */
  readonly pending: ComputedRef<boolean>;
  /** What is marked, or why nothing is; '' while the ranking is another. */
  readonly note: ComputedRef<string>;
}

/** Asks the ledger of firms only while `open`: the overview itself does without it. */
export function useFirmMarks(open: () => boolean): FirmMarks {
  const { opened, ask } = useOverview();
  const { t } = useWords();
  const rule = computed(() => opened.value.rules.warnings.find((r) => r.test === 'repeat_arrears' && r.enabled) ?? null);
  const limit = computed(() => repeatLimit(opened.value.rules.warnings));
  const wanted = computed(() => open() && limit.value !== null);
  const imported = computed(() => opened.value.source.tables.has('companies'));
  const asked = useQuestions(() => (wanted.value && imported.value ? { firms: firmsQuestion({ role: 'contractor', filters: {}, scope: ask.value.scope, tables: ask.value.tables }) } : null));
  const times = computed(() => (wanted.value ? markedFirms(asked.rows('firms'), limit.value, ask.value.asOf) : new Map<string | null, number>()));
  const failed = computed(() => {
    const answer = asked.answer('firms');
    return answer !== undefined && 'error' in answer;
  });
  return {
    times, colour: computed(() => (rule.value ? opened.value.rules.levels[rule.value.level].token : '--text-2')),
    said: (name) => {
      const n = times.value.get(name);
      return n === undefined ? '' : t('rankingMarks.marked', { n, limit: limit.value ?? '' });
    },
    pending: computed(() => wanted.value && imported.value && asked.answer('firms') === undefined),
    note: computed(() => (!wanted.value ? '' : t(`rankingMarks.${!imported.value ? 'absent' : failed.value ? 'failed' : 'legend'}`, { limit: limit.value ?? '' }))),
  };
}
