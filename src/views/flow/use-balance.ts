import { computed, type ComputedRef } from 'vue';
import { useWords } from '../../composables/use-words.ts';
import { AXES } from '../../query/account.ts';
import { type Balance, balanceOf, equationText, figuresOf, figureText } from './account-model.ts';
import { FLOW_GRADES, gradeAccount } from './weeks-model.ts';
import { useFlow } from './use-flow.ts';

/** Whether everything on the page balances: the total, every row of every axis, every grade, the chain of weeks. */
export function useBalance(): {
  readonly balance: ComputedRef<Balance>;
  readonly balanced: ComputedRef<boolean>;
  /** Words of the chip; null while there is nothing to say. */
  readonly chip: ComputedRef<string | null>;
  /** Groups and weeks that are off, in words. */
  readonly others: ComputedRef<readonly string[]>;
  readonly unitWord: ComputedRef<string>;
} {
  const { t } = useWords();
  const { asked, figures, unit, unitsOf, steps, unitName, week } = useFlow();
  const balance = computed(() => balanceOf(figures.value, unit.value));
  const unitWord = computed(() => t(unit.value === 'money' ? 'flow.wan' : 'flow.count'));
  const others = computed(() => [
    ...AXES.flatMap((axis) => unitsOf(axis).filter(({ row }) => !balanceOf(figuresOf(row, unit.value), unit.value).balanced).map(({ code }) => unitName(axis, code))),
    ...FLOW_GRADES.filter((g) => steps.value.length > 0 && !gradeAccount(steps.value, g).balanced).map((g) => t(`flow.states.${g}`)),
    ...steps.value.filter((s) => !s.balanced).map((s) => t('flow.week', { n: week(s.day) })),
  ]);
  const balanced = computed(() => balance.value.balanced && others.value.length === 0);
  const chip = computed(() => {
    if (!asked.ready.value || !asked.answer('account') || 'error' in asked.answer('account')!) return null;
    const equation = equationText(figures.value, unit.value, true);
    return balanced.value ? t('flow.balanced', { equation }) : t('flow.unbalanced', { equation, closing: figureText(balance.value.closing, unit.value), unit: unitWord.value });
  });
  return { balance, balanced, chip, others, unitWord };
}
