import { tableOf } from '../../../model/tables.ts';

/** Enumerated values of a catalogue column, in their order. */
export const valuesOf = (table: string, column: string): readonly string[] => Object.keys(tableOf(table).columns.find((c) => c.name === column)?.values ?? {});

/** A group's key in a link: the place of an enumerated value (from 1), other keys as they are; '' is 未填. */
export const codeOf = (values: readonly string[], key: string | null): string => (key === null ? '' : values.includes(key) ? String(values.indexOf(key) + 1) : key);

/** The inverse of codeOf. */
export const keyOf = (values: readonly string[], code: string): string | null => (code === '' ? null : (values[Number(code) - 1] ?? code));
