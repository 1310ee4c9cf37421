import { MAP_METRICS } from '../../query/overview.ts';
import type { Fact } from '../../model/indicator.ts';
import type { Indicator } from '../../model/indicators.ts';
import { BOARD_METRICS } from '../../model/meeting.ts';
import { BOTTOM_LINES } from '../overview/bottom-model.ts';
import { KPIS } from '../overview/kpi-model.ts';
import { TREND_RATES } from '../overview/trend-model.ts';
import type { SystemTab } from '../systems/tab-names.ts';

/** Places of the product a figure stands at; `path` leads there, `metric` chooses it on the map. */
export interface Shown {
  readonly place: 'kpi' | 'map' | 'trend' | 'bottom' | 'paid' | 'flow' | 'systems' | 'meeting' | 'here';
  readonly path: '/' | '/flow' | '/systems' | '/meeting' | '/definitions';
  readonly metric?: string;
  /** Tab of the page. */
  readonly part?: SystemTab;
}

/** Tabs of 制度与线索 by what they count. */
export const TAB_OF: Readonly<Partial<Record<Fact, SystemTab>>> = { compliance: 'matrix', cases: 'clues', events: 'clues', returns: 'returns', actions: 'enforcement', inspections: 'enforcement' };

const within = (ids: readonly string[], id: string): boolean => ids.includes(id);
const starts = (id: string, ...prefixes: string[]): boolean => prefixes.some((p) => id.startsWith(p));

/** Where an indicator is shown; at least on this page. Lists of the overview are its own; families of the pages behind it are told by their facts. */
export function whereShown({ id, n }: Pick<Indicator, 'id' | 'n'>): readonly Shown[] {
  const fact = n[0]?.fact;
  const found: (Shown | false)[] = [
    (within(KPIS, id) || within(['severe_open', 'court_open', 'unpaid_workers', 'days_to_new_year', 'warned_projects'], id) || starts(id, 'warn_')) && { place: 'kpi', path: '/' },
    within(MAP_METRICS, id) && { place: 'map', path: '/', metric: id },
    (within(TREND_RATES, id) || within(['open_risk', 'severe_open'], id)) && { place: 'trend', path: '/' },
    within(BOTTOM_LINES, id) && { place: 'bottom', path: '/' },
    starts(id, 'paid_week') && { place: 'paid', path: '/' },
    (fact === 'flow' || within(['open_risk', 'opening_closure_rate'], id)) && { place: 'flow', path: '/flow' },
    ((fact !== undefined && fact in TAB_OF && !within(BOTTOM_LINES, id)) || id === 'reported_rate') && { place: 'systems', path: '/systems', part: TAB_OF[fact!] ?? 'matrix' },
    (within(KPIS, id) || within(BOARD_METRICS, id) || within(['pace', 'account_months', 'plan_kept_rate'], id) || starts(id, 'paid_week')) && { place: 'meeting', path: '/meeting' },
    { place: 'here', path: '/definitions' },
  ];
  return found.filter((s): s is Shown => s !== false);
}
