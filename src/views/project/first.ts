import { opensWith } from '../../composables/first-questions.ts';
import { projectQuestions } from '../../query/project.ts';

opensWith('project', ({ ask: { asOf, tables }, of }) => projectQuestions({ id: of, asOf, tables }));
