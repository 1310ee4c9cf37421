import { CLUE_AXES, CLUE_MEASURES, EVENT_MEASURES, type ClueAxis, type ClueListAsk } from '../../../query/clues.ts';
import { codeOf, keyOf, valuesOf } from '../records/group-code.ts';

/** The list that is open: part of a measure, of one group or all. */
export type OpenList = Pick<ClueListAsk, 'measure' | 'part' | 'group'>;

const MEASURES: readonly string[] = [...CLUE_MEASURES, ...EVENT_MEASURES];
const AXES = [...CLUE_AXES, 'industry'] as const;
export const CHANNELS = valuesOf('cases', 'channel');
const enumerated = (axis: (typeof AXES)[number]): readonly string[] => (axis === 'channel' ? CHANNELS : []);

/** The axis a link asks for; one that does not exist: 渠道. */
export const axisOf = (by: string | undefined): ClueAxis => CLUE_AXES.find((a) => a === by) ?? CLUE_AXES[0];

/** `term=clue_close_rate.n&who=channel:3` → the list; null for what is not one. An empty key is 未填. */
export function listOf(term: string | undefined, who: string | undefined): OpenList | null {
  const [measure = '', part = ''] = (term ?? '').split('.');
  if (!MEASURES.includes(measure) || (part !== 'n' && part !== 'd')) return null;
  if (!who) return { measure, part, group: null };
  const cut = who.indexOf(':');
  const axis = AXES.find((a) => a === who.slice(0, cut));
  return axis ? { measure, part, group: { axis, key: keyOf(enumerated(axis), who.slice(cut + 1)) } } : null;
}

/** The inverse of listOf, as page keys. */
export const keysOf = (list: OpenList | null): { readonly term: string; readonly who: string } =>
  (list ? { term: `${list.measure}.${list.part}`, who: list.group ? `${list.group.axis}:${codeOf(enumerated(list.group.axis), list.group.key)}` : '' } : { term: '', who: '' });
