import { useI18n } from 'vue-i18n';
import type { Indicator } from '../model/indicator.ts';
import { DIMENSIONS, type DimensionId } from '../model/dimensions.ts';

/** Names of catalogue entries and values in the language on screen. */
export function useWords() {
  const { t, te, locale } = useI18n();
  const english = (): boolean => locale.value === 'en';
  return {
    t,
    indicator: (i: Pick<Indicator, 'name' | 'english'>): string => (english() ? i.english : i.name),
    dimension: (id: DimensionId): string => (english() ? DIMENSIONS[id].english : DIMENSIONS[id].name),
    /** An enumerated value (严重 → Severe); null is 未填; what is not enumerated stays as it is. */
    value: (text: string | null): string => (text === null ? t('values.未填') : te(`values.${text}`) ? t(`values.${text}`) : text),
  };
}
