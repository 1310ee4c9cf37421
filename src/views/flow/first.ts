import { opensWith } from '../../composables/first-questions.ts';
import { FLOW_TABLES, flowQuestions } from '../../query/account.ts';
import { spanOf } from './span.ts';

opensWith('flow', ({ ask: { filters, tables }, entry, index, rules, page }) => {
  const { from, mid, to } = spanOf(index, entry, rules.campaign.from, page.from);
  return from && FLOW_TABLES.every((t) => tables.has(t)) ? flowQuestions({ from: from.as_of, mid, to: to.as_of, filters }) : null;
});
