import type { Words } from '../../composables/use-words.ts';
import { indicatorOf } from '../../model/indicators.ts';
import { isPlain } from '../../model/rules/changed.ts';
import { projects } from '../../model/tables/projects.ts';
import { articleInEnglish, SENTENCE_ENGLISH, SOURCE_ENGLISH, WARNING_ENGLISH } from '../../locales/en/definitions-catalogue.ts';
import type { WarningRule } from '../../model/rules.ts';
import { isIndicatorId } from './rule-entries.ts';

/** What the words of rules need of vue-i18n beside the words of the catalogue. */
export type Known = (key: string) => boolean;

/** Names and values of rules in the language on screen. A key or value without words is shown as it stands in the file. */
export function ruleWords(words: Words, te: Known) {
  const { t } = words;
  const said = (key: string): string | null => (te(key) ? t(key) : null);

  const key = (name: string): string => (isIndicatorId(name) ? words.indicator(indicatorOf(name)) : (said(`definitions.keys.${name}`) ?? words.value(name)));
  const column = (name: string): string | null => {
    const title = projects.columns.find((c) => c.name === name)?.title;
    return title === undefined ? null : words.english() && words.title(title) === title ? name : words.title(title);
  };
  const word = (text: string): string => (isIndicatorId(text) ? words.indicator(indicatorOf(text)) : null) ?? said(`definitions.words.${text}`) ?? said(`definitions.directions.${text}`) ?? column(text) ?? said(`definitions.keys.${text}`) ?? words.value(text);

  /** A value as read: lists by 、, steps by ；, null is 未设. */
  function value(given: unknown): string {
    if (given === null || given === undefined) return t('definitions.unset');
    if (typeof given === 'boolean') return t(given ? 'definitions.yes' : 'definitions.no');
    if (typeof given === 'number') return String(given).replace('-', '−');
    if (typeof given === 'string') return given === '' ? t('definitions.empty') : word(given);
    const [comma, semicolon] = [words.t('marks.list'), words.t('marks.clause')];
    if (Array.isArray(given)) return given.length === 0 ? t('definitions.none') : given.map(value).join(given.some(isPlain) ? semicolon : comma);
    const pairs = Object.entries(given as object);
    return pairs.length === 0 ? t('definitions.none') : pairs.map(([name, inner]) => `${key(name)} ${value(inner)}`).join(' ');
  }

  return {
    key, value,
    section: (id: string): string => said(`definitions.sections.${id}`) ?? id,
    source: (id: string, chinese: string): string => (words.english() ? (SOURCE_ENGLISH[id] ?? chinese) : chinese),
    /** A shipped rule has an English name; one the county added or renamed keeps its own. */
    warning: ({ id, name }: Pick<WarningRule, 'id' | 'name'>, shippedName: string | undefined): string => (words.english() && name === shippedName ? (WARNING_ENGLISH[id] ?? name) : name),
    /** What a rule says; `lang` where it stays in the Chinese of the rules file: the county's own sentences. */
    sentence: ({ id, text }: Pick<WarningRule, 'id' | 'text'>, shippedText: string | undefined): { readonly text: string; readonly lang?: 'zh-CN' } => {
      const known = text === shippedText ? SENTENCE_ENGLISH[id] : undefined;
      return words.english() ? (known === undefined ? { text, lang: 'zh-CN' } : { text: known }) : { text };
    },
    article: (text: string): string => (words.english() ? articleInEnglish(text) : text),
  };
}
