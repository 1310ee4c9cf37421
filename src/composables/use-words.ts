import { useI18n } from 'vue-i18n';
import { DIMENSIONS, type DimensionId } from '../model/dimensions.ts';
import type { Indicator } from '../model/indicator.ts';

/** What the words need of vue-i18n. */
interface Speaker {
  readonly t: (key: string, named?: Record<string, unknown>) => string;
  readonly te: (key: string) => boolean;
  readonly locale: { readonly value: string };
}

/** English for what the catalogues name in Chinese only; comes with the other English words. */
let inEnglish = (text: string): string => text;
export const learnEnglish = (words: typeof inEnglish): void => {
  inEnglish = words;
};

/** Names of catalogue entries and values in the language of `speaker`. */
export function wordsOf({ t, te, locale }: Speaker) {
  const english = (): boolean => locale.value === 'en';
  /** What is not enumerated stays as it is. */
  const known = (group: string, text: string): string => (te(`${group}.${text}`) ? t(`${group}.${text}`) : text);
  return {
    t,
    english,
    indicator: (i: Pick<Indicator, 'name' | 'english'>): string => (english() ? i.english : i.name),
    /** 口径 in words. */
    definition: (i: Pick<Indicator, 'definition' | 'englishDefinition'>): string => (english() ? i.englishDefinition : i.definition),
    dimension: (id: DimensionId): string => (english() ? DIMENSIONS[id].english : DIMENSIONS[id].name),
    /** An enumerated value (严重 → Severe); null is 未填; what is not enumerated stays as it is. */
    value: (text: string | null): string => (text === null ? t('values.未填') : known('values', text)),
    /** Unit printed after a value. */
    unit: (unit: string): string => known('kpi.units', unit),
    /** What n and d count. */
    noun: (noun: string): string => known('kpi.nouns', noun),
    /** Heading of a catalogue column, title of a table, source of an indicator. */
    title: (text: string): string => (english() ? inEnglish(text) : text),
  };
}
export type Words = ReturnType<typeof wordsOf>;

/** Names of catalogue entries and values in the language on screen. */
export const useWords = (): Words => wordsOf(useI18n());
