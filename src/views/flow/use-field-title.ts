import { useWords } from '../../composables/use-words.ts';
import { IN_LEDGER } from '../../query/account.ts';
import { withUnit } from '../../shared/with-unit.ts';
import { fieldTitle, fieldUnit } from './changes-model.ts';

/** Heading of a compared field with its unit, in the language on screen. */
export function useFieldTitle(): (field: string) => string {
  const { t, title, unit: unitWord } = useWords();
  return (field) => {
    if (field === IN_LEDGER) return t('flow.net.inLedger');
    const unit = fieldUnit(field);
    return withUnit(title(fieldTitle(field) ?? field), unit === '' ? '' : unit === '万元' ? t('flow.wan') : unitWord(unit));
  };
}
