import enShell from './en/shell.ts';
import enPanel from './en/panel.ts';
import enValues from './en/values.ts';
import zhShell from './zh-CN/shell.ts';
import zhPanel from './zh-CN/panel.ts';
import zhValues from './zh-CN/values.ts';

/** Same keys, any words: a key that English lacks is a type error. */
type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };

const zh = { shell: zhShell, panel: zhPanel, values: zhValues } as const;
const en: Words<typeof zh> = { shell: enShell, panel: enPanel, values: enValues };

/** Every UI string, by language and area. Names of indicators, columns and rules are the catalogues'. */
export const MESSAGES = { 'zh-CN': zh, en } as const;
export type Language = keyof typeof MESSAGES;
