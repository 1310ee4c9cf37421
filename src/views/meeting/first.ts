import { opensWith } from '../../composables/first-questions.ts';
import { meetingQuestions } from '../../query/meeting.ts';

opensWith('meeting', ({ ask: { asOf, filters, tables }, compare, rules }) => meetingQuestions({ asOf, filters, tables, rules, compare: compare && { id: compare.id, asOf: compare.as_of } }));
