import { opensWith } from '../../composables/first-questions.ts';
import { projectsQuestions } from '../../query/projects.ts';

opensWith('projects', ({ ask: { asOf, filters, tables }, page }) => ({ ...projectsQuestions({ asOf, filters, all: page.kind === 'all', tables }) }));
