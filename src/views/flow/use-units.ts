import { useOverview } from '../../composables/use-overview.ts';
import { DIMENSIONS } from '../../model/dimensions.ts';
import { type AccountUnit, type Figures, figuresOf, type InUnits, inUnits } from './account-model.ts';
import { type Axis, useFlow } from './use-flow.ts';

/** A unit with an account of its own; code null: 未填. */
interface UnitFigures {
  readonly code: string | null;
  readonly name: string;
  readonly figures: InUnits<Figures>;
}

/** The units of an axis that have something in what is counted, in the order of their tables; 未填 last. */
export function useUnits(): (axis: Axis, counted: readonly AccountUnit[]) => readonly UnitFigures[] {
  const { unitsOf, unitName } = useFlow();
  const { rows: known } = useOverview();
  return (axis, counted) => {
    const order = new Map((axis === 'place' ? known('places') : axis === 'dept' ? known('departments') : []).map((r, i) => [String(r[DIMENSIONS[axis].column]), i]));
    const place = (code: string | null): number => (code === null ? Infinity : (order.get(code) ?? 1e6));
    return unitsOf(axis).map(({ code, row }) => ({ code, name: unitName(axis, code), figures: inUnits((unit) => figuresOf(row, unit)) }))
      .filter(({ figures }) => counted.some((unit) => Object.values(figures[unit]).some((v) => v !== 0))).sort((a, b) => place(a.code) - place(b.code));
  };
}
