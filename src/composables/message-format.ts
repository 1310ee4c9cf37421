import type { MessageContext, MessageFunction } from 'vue-i18n';

/**
 * Compiles a UI string with `{name}` in it: all that ours use (no plurals, links or lists; a test holds them to it). vue-i18n's own compiler is left
 * out of the build: it is 8 kB before the first number. A name without a value is an empty text.
 */
export function compileMessage(message: unknown): MessageFunction<string> {
  const text = String(message);
  const parts = text.split(/\{(\w+)\}/);
  const one = (context: MessageContext<string>): string => parts.map((part, at) => (at % 2 === 0 ? part : String(context.named(part) ?? ''))).join('');
  return parts.length === 1 ? () => text : one;
}
