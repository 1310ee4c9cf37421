import { literal } from '../../src/query/sql.ts';

const range = (from: number, to: number): string => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');

/** Full-width ASCII (！…～) and its half-width form. */
const WIDE = range(0xff01, 0xff5e);
const NARROW = range(0x21, 0x7e);
const DASHES = '–—―‐‑‒−﹣﹘';
/** Of a published name only letters, digits and a few signs become half-width; （）：， stay as Chinese text has them. */
const KEPT_WIDE = /[（），：；！？｛｝［］“”‘’＂＇｜～＜＞＊＄＾｀]/;
const plain = [...WIDE].map((w, i) => [w, NARROW[i] ?? ''] as const).filter(([w]) => !KEPT_WIDE.test(w));
const NARROWED = plain.map(([w]) => w).join('');

const SPACE = String.raw`\s\x0b\x85\xa0\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}`;
/** Control and zero-width characters, direction marks. U+200D stays in published text: it joins emoji. */
const INVISIBLE = String.raw`\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\x{180e}\x{200b}\x{200c}\x{200e}\x{200f}\x{202a}-\x{202e}\x{2060}-\x{2064}\x{2066}-\x{206f}\x{feff}`;
/** Space characters other than the plain one, and plain ones at an end or in a row. */
const ODD_SPACE = String.raw`[\t\n\f\r\x0b\x85\xa0\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]|^ | $|  `;
/** Anything `half_text` would change; most cells hold none of it, and looking is thirty times cheaper than translating. */
const NOT_HALF = `[${INVISIBLE}\\x{200d}\\x{fe0f}${WIDE}￥${DASHES}]|${ODD_SPACE}`;

const CJK = String.raw`\x{3001}-\x{303f}\x{3400}-\x{9fff}\x{f900}-\x{faff}\x{ff00}-\x{ffef}\x{20000}-\x{3ffff}`;

/** Ways to write “not known”. Of half-width text; enumerations and booleans are looked at first, because there 无 is a value. */
const UNKNOWN = String.raw`[-—–―/\\.~?*_·。…]*|无|不详|未知|暂无|没有|不明|不清|不清楚|不确定|未定|未确定|待定|待核实|待确认|待补|待补充|暂缺|暂不清楚|空|空白|未填|未填写|(?i:n/?a|#n/?a|null|none|nan|nat|tbd)`;

const NOT_CLEAN = `[${INVISIBLE}${NARROWED}]|${ODD_SPACE}`;
/** Text that needs the slow path: odd spaces, invisible or full-width characters, a form of “not known”. */
export const ODD_TEXT = `${NOT_CLEAN}|^(?:${UNKNOWN})$`;
/** The same for names, where a space between Chinese characters is odd too. */
export const ODD_NAME = `${ODD_TEXT}|[${CJK}] +[${CJK}]`;
/** An id that is already as it is published: capitals and digits. */
export const PLAIN_ID = String.raw`[A-Z_-]*[0-9][0-9A-Z_-]*`;
/** Blank, white space or a form of “not known”: what makes a key cell suspect when rows are sorted into data and the rest. */
export const NOTHING = `[${SPACE}${INVISIBLE}]*|${UNKNOWN}`;
/** A character that shows. */
export const VISIBLE = `[^${SPACE}${INVISIBLE}\\x{200d}\\x{fe0f}]`;

/**
 * SQL that computes an expression once and uses it as `h`. The optimiser takes an expression that is written twice out of CASE and COALESCE and
 * computes it for every row, which is what the slow paths must not do.
 */
export const bound = (expression: string, result: string): string => `list_transform([${expression}], lambda h: ${result})[1]`;

const gap = `'([${CJK}]) +([${CJK}])', '\\1\\2', 'g'`;

const spaced = (text: string, invisible: string): string => `trim(regexp_replace(regexp_replace(${text}, '[${invisible}]+', '', 'g'), '[${SPACE}]+', ' ', 'g'))`;

/** Macros over text. `half_text`: for parsing · `clean_text`: as published · `known_text`, `known_name`, `known_id`: as published, NULL for “not known” · `name_key`: for comparing. */
export const TEXT_MACROS: readonly string[] = [
  `half_text(x) AS CASE WHEN NOT regexp_matches(x, ${literal(NOT_HALF)}) THEN x ELSE ${spaced(`CASE WHEN regexp_matches(x, '[${WIDE}￥${DASHES}]')
    THEN translate(x, ${literal(`${WIDE}￥${DASHES}`)}, ${literal(`${NARROW}¥${'-'.repeat(DASHES.length)}`)}) ELSE x END`, `${INVISIBLE}\\x{200d}\\x{fe0f}`)} END`,
  `is_unknown(half) AS regexp_full_match(half, ${literal(UNKNOWN)})`,
  `clean_text(x) AS CASE WHEN NOT regexp_matches(x, ${literal(NOT_CLEAN)}) THEN x ELSE ${spaced(`CASE WHEN regexp_matches(x, '[${NARROWED}]')
    THEN translate(x, ${literal(NARROWED)}, ${literal(plain.map(([, n]) => n).join(''))}) ELSE x END`, INVISIBLE)} END`,
  `known_text(x) AS CASE WHEN CASE WHEN strlen(x) <= 24 THEN is_unknown(half_text(x)) ELSE FALSE END THEN NULL ELSE nullif(clean_text(x), '') END`,
  `known_name(x) AS regexp_replace(regexp_replace(known_text(x), ${gap}), ${gap})`,
  // A column of whole numbers that went through floating point reads 20230001.0.
  `known_id(x) AS ${bound('half_text(x)', `CASE WHEN NOT is_unknown(h) THEN regexp_replace(upper(replace(h, ' ', '')), '^([0-9]+)\\.0+$', '\\1') END`)}`,
  // A cell without spaces, for telling totals, notes and headers from data; NULL when nothing shows.
  `tidy(x) AS CASE WHEN x IS NULL OR x = '' THEN NULL ELSE nullif(replace(half_text(x), ' ', ''), '') END`,
  `half_key(h) AS lower(regexp_replace(h, '[\\s()\\[\\]{}<>《》〈〉【】〔〕〖〗「」『』“”"''‘’、,。;:·•!?*|_]+', '', 'g'))`,
  `name_key(x) AS half_key(half_text(x))`,
];

/** `name_key` for the short lists that are compared in JavaScript. */
export const nameKey = (text: string): string =>
  text.normalize('NFKC').replace(/[–—―‐‑‒−]/g, '-').toLowerCase().replace(/[\s\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff()[\]{}<>《》〈〉【】〔〕〖〗「」『』“”"'‘’、,。;:·•!?*|_]+|\ufe0f/gu, '');
