import { expect, it } from 'vitest';
import { INDICATORS } from '../model/indicators.ts';
import { inEnglish } from '../model/catalogue-english.ts';
import { SNAPSHOT_TABLES, tableOf } from '../model/tables.ts';
import { FACTS } from '../query/facts.ts';
import { listColumns } from '../query/proof.ts';
import en from './en/values.ts';
import enKpi from './en/kpi.ts';
import zh from './zh-CN/values.ts';
import zhKpi from './zh-CN/kpi.ts';

const CHINESE = /[\u3400-\u9fff]/;
const has = (words: object, key: string): boolean => Object.prototype.hasOwnProperty.call(words, key);

it('every enumerated value of every table has words in both languages', () => {
  const values = [...new Set(SNAPSHOT_TABLES.flatMap((t) => t.columns.flatMap((c) => Object.keys(c.values ?? {}))))];
  expect(values.length).toBeGreaterThan(50);
  expect(values.filter((v) => !has(zh, v) || !has(en, v))).toEqual([]);
  expect(values.filter((v) => (zh as Record<string, string>)[v] !== v)).toEqual([]);
  expect(Object.entries(en).filter(([, word]) => CHINESE.test(word))).toEqual([]);
});
it('every unit and noun of an indicator has words in both languages', () => {
  const missing = (of: (i: (typeof INDICATORS)[number]) => string, words: object): string[] => [...new Set(INDICATORS.map(of))].filter((u) => !has(words, u));
  expect([missing((i) => i.unit, enKpi.units), missing((i) => i.unit, zhKpi.units), missing((i) => i.noun, enKpi.nouns), missing((i) => i.noun, zhKpi.nouns)]).toEqual([[], [], [], []]);
});
it('every indicator has an English name, definition and source without ids or Chinese', () => {
  const bad = INDICATORS.filter((i) => [i.english, i.englishDefinition, inEnglish(i.source)].some((text) => text === '' || CHINESE.test(text) || /[a-z]_[a-z]/.test(text)));
  expect(bad.map((i) => i.id)).toEqual([]);
  expect(new Set(INDICATORS.map((i) => i.english)).size).toBe(INDICATORS.length);
});
it('every heading of a list and every table an indicator rests on has an English name', () => {
  const tables = new Set(SNAPSHOT_TABLES.map((t) => t.name));
  const scope = {} as never;
  const headings = INDICATORS.flatMap((indicator) => (['n', 'd'] as const).flatMap((part) => listColumns({ indicator, part, filters: {}, scope, tables }).map(({ key, table }) => tableOf(table).columns.find((c) => c.name === key)?.title ?? `${table}.${key}`)));
  const titles = Object.values(FACTS).flatMap((f) => f.tables).map((t) => tableOf(t).title);
  expect([...new Set([...headings, ...titles])].filter((t) => CHINESE.test(inEnglish(t)))).toEqual([]);
});
