import { ACTION_MEASURES, ENFORCEMENT_AXES, enforcementMeasure, type EnforcementAxis, type Group, GROUPS, INSPECTION_MEASURES } from '../../../query/enforcement.ts';
import { codeOf, keyOf, valuesOf } from '../records/group-code.ts';

/** The list that is open: part of a measure, of the groups of its cell. */
export interface OpenList {
  readonly measure: string;
  readonly part: 'n' | 'd';
  readonly groups: readonly Group[];
}

const MEASURES: readonly string[] = [...ACTION_MEASURES, ...INSPECTION_MEASURES];
const ACTION_KIND_VALUES = valuesOf('actions', 'kind');
export const INSPECTION_KINDS = valuesOf('inspections', 'kind');

export const axisOf = (by: string | undefined): EnforcementAxis => ENFORCEMENT_AXES.find((a) => a === by) ?? ENFORCEMENT_AXES[0];
const valuesFor = (measure: string, axis: Group['axis']): readonly string[] => (axis !== 'kind' ? [] : enforcementMeasure(measure).n[0]?.fact === 'actions' ? ACTION_KIND_VALUES : INSPECTION_KINDS);

/** `term=measures_taken.n&who=kind:2,dept:D02` → the list; null for what is not one. Codes hold no comma: it is escaped. */
export function listOf(term: string | undefined, who: string | undefined): OpenList | null {
  const [measure = '', part = ''] = (term ?? '').split('.');
  if (!MEASURES.includes(measure) || (part !== 'n' && part !== 'd')) return null;
  const groups = (who ?? '').split(',').filter((g) => g !== '').map((given): Group | null => {
    const cut = given.indexOf(':');
    const axis = GROUPS.find((a) => a === given.slice(0, cut));
    return axis ? { axis, key: keyOf(valuesFor(measure, axis), given.slice(cut + 1).replace(/%2C/g, ',')) } : null;
  });
  return groups.every((g) => g !== null) ? { measure, part, groups: groups as readonly Group[] } : null;
}

/** The inverse of listOf, as page keys. */
export const keysOf = (list: OpenList | null): { readonly term: string; readonly who: string } => (list
  ? { term: `${list.measure}.${list.part}`, who: list.groups.map((g) => `${g.axis}:${codeOf(valuesFor(list.measure, g.axis), g.key).replace(/,/g, '%2C')}`).join(',') }
  : { term: '', who: '' });
