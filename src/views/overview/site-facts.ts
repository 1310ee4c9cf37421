import type { Row } from '../../engine/rows.ts';
import type { DimensionId } from '../../model/dimensions.ts';
import type { Indicator } from '../../model/indicator.ts';
import { indicatorOf } from '../../model/indicators.ts';
import type { Shown } from '../../model/show.ts';
import { MISSING } from '../../shared/format.ts';

/** Words the card needs, in the language on screen. */
export interface FactWords {
  readonly t: (key: string, values?: Record<string, unknown>) => string;
  readonly value: (text: string | null) => string;
  readonly indicator: (i: Indicator) => string;
  readonly dimension: (id: DimensionId) => string;
  readonly placeName: (code: string | null) => string;
  readonly deptName: (code: string | null) => string;
  readonly amount: (yuan: number | null) => Shown;
  readonly workers: (n: number | null) => Shown;
}
export interface Fact {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

const shown = ({ value, unit }: Shown): string => (unit === '' ? value : `${value} ${unit}`);

/** What is known of a site, in reading order. A column the answer does not have is left out; one that is empty is —. */
export function siteFacts(row: Row, { t, value, indicator, dimension, placeName, deptName, amount, workers }: FactWords): readonly Fact[] {
  const text = (column: string): string | null => (typeof row[column] === 'string' && row[column] !== '' ? row[column] : null);
  const number = (column: string): number | null => (typeof row[column] === 'number' ? row[column] : null);
  const moved = number('promise_changes') ?? 0;
  const facts: readonly [string, string, string][] = [
    ['unpaid_wages', indicator(indicatorOf('unpaid_wages')), shown(amount(number('unpaid_wages')))],
    ['unpaid_workers', indicator(indicatorOf('unpaid_workers')), shown(workers(number('unpaid_workers')))],
    ['days_overdue', t('risks.card.overdue'), number('days_overdue') === null ? MISSING : t('risks.days', { n: number('days_overdue') })],
    ['promised_on', t('risks.card.promise'), [text('promised_on') ?? MISSING, ...(moved > 0 ? [t('risks.promises', { n: moved })] : [])].join(' · ')],
    ['clear_by', t('risks.card.clearBy'), text('clear_by') ?? MISSING],
    ['closed_on', t('risks.card.closedOn'), text('closed_on') ?? MISSING],
    ['leader', dimension('leader'), text('leader') ?? MISSING],
    ['responsible', t('risks.card.responsible'), text('responsible') ?? MISSING],
    ['dept_code', dimension('dept'), deptName(text('dept_code'))],
    ['place_code', dimension('place'), placeName(text('place_code'))],
    ['contractor', dimension('contractor'), text('contractor') ?? MISSING],
    ['invest_kind', dimension('invest'), value(text('invest_kind'))],
    ['stage', dimension('stage'), value(text('stage'))],
    ['cause', t('risks.card.cause'), text('cause') ?? MISSING],
  ];
  return facts.filter(([id]) => row[id] !== undefined).map(([id, title, said]) => ({ id, title, text: said }));
}
