import { opensWith } from '../../composables/first-questions.ts';
import { trustQuestions } from '../../query/trust.ts';

opensWith('definitions', ({ ask }) => trustQuestions(ask));
