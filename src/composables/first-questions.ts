import type { Rules } from '../model/rules.ts';
import type { Question } from '../query/ask.ts';
import type { OverviewAsk } from '../query/overview.ts';
import type { SnapshotEntry } from '../stores/snapshot-index.ts';
import type { ViewState } from '../stores/view-state.ts';

/** What every page's questions depend on. */
interface Standing {
  readonly ask: OverviewAsk;
  readonly entry: SnapshotEntry;
  readonly compare: SnapshotEntry | null;
  readonly index: readonly SnapshotEntry[];
  readonly rules: Rules;
  /** Keys of the page in the link that leads to it, and the project or firm in its path. */
  readonly page: ViewState['page'];
  readonly of: string;
}

type FirstQuestions = (standing: Standing) => Readonly<Partial<Record<string, Question>>> | null;

const pages = new Map<string, FirstQuestions>();

/** A page's code says which batch it opens with, exactly as the page asks it (equal texts share one answer), so that it can be asked before the click; null: not known beforehand. */
export const opensWith = (route: string, questions: FirstQuestions): unknown => pages.set(route, questions);

/** The batch a page opens with; null where its code has not come yet. */
export const firstQuestions = (route: string, standing: Standing): ReturnType<FirstQuestions> => pages.get(route)?.(standing) ?? null;
