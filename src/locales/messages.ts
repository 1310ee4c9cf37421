import { chinese } from './chinese.ts';
import { lateChinese } from './late-chinese.ts';
import { english } from './english.ts';

/** Every UI string, by language and area. Names of indicators, columns and rules are the catalogues'. The page takes the languages one by one (i18n.ts). */
export const MESSAGES = { 'zh-CN': { ...chinese, ...lateChinese }, en: english } as const;
export type Language = keyof typeof MESSAGES;
