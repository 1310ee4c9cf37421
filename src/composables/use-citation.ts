import en from '../locales/en/citation.ts';
import zh from '../locales/zh-CN/citation.ts';
import type { FilterState } from '../model/filters.ts';
import type { Indicator } from '../model/indicators.ts';
import type { Parts } from '../model/show.ts';
import { idleFilters } from '../query/predicate.ts';
import { citationText } from './citation.ts';
import { addMessages } from './i18n.ts';
import { useFilterNames, useFilterText } from './use-filter-text.ts';
import { useOverview } from './use-overview.ts';
import { useToday } from './use-today.ts';
import { useWords } from './use-words.ts';

addMessages({ citation: zh }, { citation: en });

/** Citations of numbers of the snapshot on screen; `unfiltered`: the number is the county's whatever the filters are. */
export function useCitation(): (indicator: Indicator, parts: Parts, unfiltered?: boolean) => string {
  const overview = useOverview();
  const filters = useFilterText(overview);
  const names = useFilterNames();
  const today = useToday();
  const words = useWords();
  return (indicator, parts, unfiltered = false) => {
    const { entry, rules, source } = overview.opened.value;
    const { county } = source.snapshot.manifest;
    const set: FilterState = unfiltered ? {} : overview.ask.value.filters;
    return citationText({
      indicator, parts, decimals: rules.decimals[indicator.id] ?? indicator.decimals, version: rules.version, county: county.name, sample: county.sample, asOf: entry.as_of, snapshot: entry.id, sha256: source.snapshot.sha256,
      filters: unfiltered ? '' : filters.value.long, idle: names(idleFilters(indicator, set)), today: today.value,
    }, words);
  };
}
