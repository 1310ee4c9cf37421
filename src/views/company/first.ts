import { opensWith } from '../../composables/first-questions.ts';
import { companyQuestions } from '../../query/company.ts';

opensWith('company', ({ ask: { tables }, of }) => companyQuestions({ code: of, tables }));
