import { useI18n } from 'vue-i18n';
import { isCoded, reasonOf } from '../engine/errors.ts';

/** What an error says on screen. `file`: the snapshot's file it concerns, null when none (then another snapshot would not help). */
export interface ErrorText {
  readonly title: string;
  readonly detail: string;
  readonly advice: string;
  readonly file: string | null;
}

/** Turns any error into words of the language on screen, by its stable code. */
export function useErrorText(): (error: unknown) => ErrorText {
  const { t } = useI18n();
  return (error) => {
    const { key, params } = keyOf(error);
    return { title: t(`${key}.title`, params), detail: t(`${key}.detail`, params), advice: t(`${key}.advice`, params), file: typeof params['file'] === 'string' && !key.startsWith('errors.EngineError') ? params['file'] : null };
  };
}

/** Locale key and values of an error; unknown ones by their own message. */
export function keyOf(error: unknown): { readonly key: string; readonly params: Readonly<Record<string, string | number>> } {
  if (isCoded(error)) return { key: `errors.${error.name}.${error.code}`, params: error.params };
  return { key: 'errors.other.unknown', params: { reason: reasonOf(error) } };
}
