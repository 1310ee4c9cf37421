/** 未报送: a return of this period is missing. `row`: a unit's returns due and received, as the overview's question `returns` answers. */
export const isUnreported = (row: Readonly<Record<string, unknown>>): boolean => Number(row['due'] ?? 0) > Number(row['received'] ?? 0);
