import type { Indicator } from '../model/indicators.ts';
import { show, type Parts } from '../model/show.ts';
import { shortHash } from '../model/snapshot-number.ts';
import { isoWeek } from '../shared/dates.ts';
import type { Words } from './use-words.ts';

/** A number and all it takes to find it again. */
export interface Cited {
  readonly indicator: Indicator;
  readonly parts: Parts;
  readonly decimals: number;
  /** Version of the rules it was made under. */
  readonly version: string;
  readonly county: string;
  readonly sample: boolean;
  readonly asOf: string;
  readonly snapshot: string;
  readonly sha256: string;
  /** Filters in words; '' for none. */
  readonly filters: string;
  /** Names of those among them that do not act on the indicator; ''. */
  readonly idle: string;
  readonly today: string;
}

/** The number as text for a letter or a report: value with n/d, definition with version, filters, snapshot with its hash, day. */
export function citationText(cited: Cited, words: Words): string {
  const { t } = words;
  const { indicator: i } = cited;
  const { value, unit, parts } = show(i, cited.parts, cited.decimals);
  const named = unit === '' ? '' : unit === '%' ? '%' : ` ${words.unit(unit)}`;
  const noun = i.kind === 'rate' ? ` ${words.noun(i.noun)}` : '';
  const quoted = `${value}${named}${parts === null ? '' : words.english() ? ` (${parts}${noun})` : `（${parts}${noun}）`}`;
  const filters = cited.filters === '' ? t('citation.unfiltered') : cited.idle === '' ? cited.filters : t('citation.idle', { filters: cited.filters, idle: cited.idle });
  return [
    t('citation.value', { name: words.indicator(i), value: quoted }),
    t('citation.definition', { definition: words.definition(i), id: i.id, version: cited.version }),
    t('citation.source', { source: words.title(i.source) }),
    t('citation.filters', { filters }),
    t('citation.asOf', { day: cited.asOf, week: isoWeek(cited.asOf).week, county: cited.county }),
    t('citation.snapshot', { id: cited.snapshot, hash: shortHash(cited.sha256) }),
    t('citation.quoted', { day: cited.today }),
    ...(cited.sample ? [t('citation.sample')] : []),
  ].join('\n');
}
