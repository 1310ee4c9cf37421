import { useOverview } from '../../composables/use-overview.ts';
import { useWords } from '../../composables/use-words.ts';
import { indicatorOf } from '../../model/indicators.ts';
import { show, type Shown } from '../../model/show.ts';
import type { RiskChip, RiskClock, WarningItem } from './risk-model.ts';

/** Words of the high-risk list and the site card, in the language on screen. */
export function useRiskWords() {
  const { opened } = useOverview();
  const words = useWords();
  const { t } = words;
  /** 12-10; with its year where that is not the snapshot's. */
  const day = (on: string): string => (on.slice(0, 4) === opened.value.entry.as_of.slice(0, 4) ? on.slice(5) : on);
  const sum = (id: string, n: number | null): Shown => {
    const shown = show(indicatorOf(id), { n, d: null }, opened.value.rules.decimals[id]);
    return { ...shown, unit: shown.unit === '' ? '' : words.unit(shown.unit) };
  };

  return {
    ...words, day,
    /** Same writing as the KPI strip's. */
    amount: (yuan: number | null): Shown => sum('unpaid_wages', yuan),
    workers: (n: number | null): Shown => sum('unpaid_workers', n),
    clock: ({ state, days, workdays }: RiskClock): string =>
      state === 'today' ? t('risks.today') : t(`risks.${state === 'over' ? (workdays ? 'overWorkdays' : 'over') : workdays ? 'workdays' : 'days'}`, { n: days }),
    chip: ({ id, n, on, word }: RiskChip): string => t(`risks.${id}`, { n: n ?? 0, on: on ? day(on) : '', word: word ? words.value(word) : '' }),
    level: (item: Pick<WarningItem, 'level'>) => {
      const level = opened.value.rules.levels[item.level];
      return { word: words.value(level?.word ?? item.level), token: level?.token ?? '--text-2' };
    },
    /** The sentence with the article it rests on. */
    warning: ({ text, rule }: Pick<WarningItem, 'text' | 'rule'>): string => (rule && rule.article !== '' && !text.includes(rule.article) ? `${text}${t('marks.open')}${rule.article}${t('marks.close')}` : text),
  };
}
