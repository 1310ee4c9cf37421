import { partsOf } from '../model/cube.ts';
import { DIMENSIONS, type DimensionId } from '../model/dimensions.ts';
import type { Indicator, Part, Scope } from '../model/indicators.ts';
import type { Fact } from '../model/indicator.ts';
import type { Ask } from './ask.ts';
import { FACTS } from './facts.ts';
import { predicate } from './predicate.ts';

interface Term {
  readonly column: string;
  readonly type: string;
  readonly part: Part;
  readonly where: string | null;
}

/** One scan per fact, grouped, then added up by group: the definition itself, also used to make the cube's cells. */
export function rowsSql(indicators: readonly Indicator[], ask: Pick<Ask, 'by' | 'filters' | 'scope' | 'tables'>): string {
  const by = ask.by.map((d) => DIMENSIONS[d].column);
  const terms = indicators.flatMap((i) => termsOf(i, predicate(ask.filters, i.filters)));
  const known = terms.filter((t) => FACTS[t.part.fact].tables.every((name) => ask.tables.has(name)));
  const facts = [...new Set(known.map((t) => t.part.fact))];
  const columns = indicators.flatMap(partsOf);
  const complete = (column: string) => terms.every((t) => t.column !== column || known.includes(t) || t.part.fact === 'absent');
  const outer = columns.map(({ column, type }) =>
    complete(column) && known.some((t) => t.column === column) ? `CAST(coalesce(sum(${column}), 0) AS ${type}) AS ${column}` : `NULL::${type} AS ${column}`);
  if (facts.length === 0) return `SELECT ${[...by.map((c) => `NULL::VARCHAR AS ${c}`), ...outer.map((o) => o.replace(/sum\(\w+\)/, '0'))].join(', ')}${by.length > 0 ? ' WHERE FALSE' : ''}`;
  const scans = facts.map((fact) => scan(fact, known.filter((t) => t.part.fact === fact), ask.by, ask.scope, (t) => ask.tables.has(t)));
  const group = by.length > 0 ? `\nGROUP BY ${by.join(', ')}\nORDER BY ${by.map((c) => `${c} NULLS LAST`).join(', ')}` : '';
  return `SELECT ${[...by, ...outer].join(',\n  ')}\nFROM (\n${scans.join('\nUNION ALL BY NAME\n')}\n)${group}`;
}

const termsOf = (i: Indicator, where: string | null): Term[] => [
  ...i.n.map((part) => ({ column: `${i.id}_n`, type: i.nType, part, where })),
  ...i.d.map((part) => ({ column: `${i.id}_d`, type: i.dType, part, where })),
];

function scan(fact: Fact, terms: readonly Term[], by: readonly DimensionId[], scope: Scope, has: (table: string) => boolean): string {
  const dimensions = by.map((d) => DIMENSIONS[d].column);
  const sums = [...new Set(terms.map((t) => t.column))].map((column) => {
    const parts = terms.filter((t) => t.column === column);
    const added = parts.map((t) => `sum(${t.part.sql(scope)})${t.where ? ` FILTER (WHERE ${t.where})` : ''}`).join(' + ');
    return `CAST(${added} AS ${parts[0]!.type}) AS ${column}`;
  });
  const group = dimensions.length > 0 ? ` GROUP BY ${dimensions.join(', ')}` : '';
  return `SELECT ${[...dimensions, ...sums].join(', ')} FROM ${FACTS[fact].from(scope.asOf, has)}${group}`;
}
