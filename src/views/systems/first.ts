import { opensWith } from '../../composables/first-questions.ts';
import { depositRule, systemsQuestions } from '../../query/compliance.ts';
import { SYSTEM_TABS } from './tab-names.ts';
import { tabOf } from './tabs.ts';

opensWith('systems', ({ ask, rules, page }) => (tabOf(page.part) === SYSTEM_TABS[0] ? systemsQuestions(ask, depositRule(rules)) : null));
