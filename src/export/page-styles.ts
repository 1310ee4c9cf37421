/** Place after the character that closes what opens at `from`: a string, a comment, a block in braces. */
function endOf(css: string, from: number): number {
  const [first, second] = [css[from], css[from + 1]];
  if (first === '"' || first === "'") {
    let i = from + 1;
    while (i < css.length && css[i] !== first) i += css[i] === '\\' ? 2 : 1;
    return i + 1;
  }
  if (first === '/' && second === '*') {
    const end = css.indexOf('*/', from + 2);
    return end === -1 ? css.length : end + 2;
  }
  if (first !== '{') return from + 1;
  let i = from + 1;
  while (i < css.length && css[i] !== '}') i = endOf(css, i);
  return i + 1;
}

/**
 * CSS text with its media queries decided: the rules of those that match stay, the others go. A picture has another width than the page. Works on text, because
 * Chromium writes a shorthand with var() whose part is set again as an empty value.
 */
export function decideMedia(css: string, matches: (query: string) => boolean): string {
  let out = '';
  let i = 0;
  while (i < css.length) {
    if (/^@media\b/i.test(css.slice(i, i + 7))) {
      const open = css.indexOf('{', i);
      if (open === -1) break;
      const end = endOf(css, open);
      if (matches(css.slice(i + 6, open).trim())) out += decideMedia(css.slice(open + 1, end - 1), matches);
      i = end;
    } else {
      const end = endOf(css, i);
      out += css.slice(i, end);
      i = end;
    }
  }
  return out;
}

const textOf = async (sheet: CSSStyleSheet): Promise<string> => (sheet.href ? (await fetch(sheet.href)).text() : (sheet.ownerNode?.textContent ?? ''));

/** The page's styles as they hold right now, as one text, for a picture of a part of it. Rejects when a stylesheet cannot be read again. */
export async function pageStyles(): Promise<string> {
  const texts = await Promise.all(Array.from(document.styleSheets, textOf));
  return texts.map((css) => decideMedia(css, (query) => matchMedia(query).matches)).join('\n');
}
