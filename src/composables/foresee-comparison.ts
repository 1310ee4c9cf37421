import { overviewQuestions } from '../query/overview.ts';
import { makeScope } from '../query/scope.ts';
import { foresee } from './foresight.ts';
import { usePageFacts } from './use-page-facts.ts';

let started = false;

/** Foresees the clicks on what carries `data-compare`, a published day to compare with or `none`: what the overview would ask then, under the filters on screen. */
export function foreseeComparisons(): void {
  if (started) return;
  started = true;
  const { facts } = usePageFacts();
  // Under other filters the same day leads elsewhere.
  const leadsTo = (day: string): string | null => (facts.value ? JSON.stringify([day, facts.value.opened.value.entry.id, facts.value.asked.value.filters]) : null);
  foresee('data-compare', leadsTo, async (wanted) => {
    if (!facts.value) return true;
    const [day] = JSON.parse(wanted) as [string];
    const { opened, asked } = facts.value;
    const { source, entry, rules } = opened.value;
    const compare = day === 'none' ? null : day;
    return source.foresee(overviewQuestions({ ...asked.value, compare, scope: makeScope(entry.as_of, compare, rules) }));
  });
}
