import { useWords } from '../../composables/use-words.ts';
import { IN_LEDGER } from '../../query/account.ts';
import { fieldTitle, fieldUnit } from './changes-model.ts';

/** Heading of a compared field with its unit, in the language on screen. */
export function useFieldTitle(): (field: string) => string {
  const { t, title, unit: unitWord } = useWords();
  return (field) => {
    if (field === IN_LEDGER) return t('flow.net.inLedger');
    const unit = fieldUnit(field);
    return `${title(fieldTitle(field) ?? field)}${unit === '' ? '' : `${t('marks.open')}${unit === '万元' ? t('flow.wan') : unitWord(unit)}${t('marks.close')}`}`;
  };
}
