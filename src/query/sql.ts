/** A SQL literal: text quoted with '' doubled, numbers as they are, null as NULL. The only place values enter SQL text. Throws on NaN and ±∞. */
export function literal(value: string | number | boolean | null): string {
  if (value === null) return 'NULL';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`not a SQL number: ${value}`);
    return String(value);
  }
  return `'${value.replaceAll("'", "''").replaceAll('\0', '')}'`;
}

/** A quoted SQL identifier. */
export const ident = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** `DATE '2026-11-20'`. Throws for text that is not an ISO day. */
export function dateLiteral(day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new RangeError(`not an ISO day: ${day}`);
  return `DATE '${day}'`;
}

/** `column IN (…)`, with NULL members as IS NULL; null for an empty list: no predicate (an empty IN is not SQL). */
export function inList(expression: string, values: readonly (string | null)[]): string | null {
  if (values.length === 0) return null;
  const known = values.filter((v) => v !== null);
  const terms = [...(known.length > 0 ? [`${expression} IN (${known.map(literal).join(', ')})`] : []), ...(known.length < values.length ? [`${expression} IS NULL`] : [])];
  return terms.length === 1 ? terms[0]! : `(${terms.join(' OR ')})`;
}
