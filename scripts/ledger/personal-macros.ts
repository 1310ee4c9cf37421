import { literal } from '../../src/query/sql.ts';
import { bound } from './text-macros.ts';

const D = '[0-9０-９]';
/** What people put between the digits of one number. */
const S = String.raw`[ \-－–—―‐‑‒−\x{a0}\x{2009}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}\x{3000}\x{feff}\r\n\t]{0,3}`;
/** Full-width twins of each digit of a character class. */
const wide = (digits: string): string => `[${digits}${digits.replace(/[0-9]/g, (d) => String.fromCodePoint(d.charCodeAt(0) + 0xfee0))}]`;
const run = (...classes: readonly string[]): string => classes.map((c) => (c === 'd' ? D : wide(c))).join(S);
const digits = (n: number): string[] => Array.from({ length: n }, () => 'd');

const REGION = `(?:${[['1', '1-9'], ['2-5', '0-9'], ['6', '0-5'], ['7', '1'], ['8', '1-3'], ['9', '1']].map(([a = '', b = '']) => run(a, b)).join('|')})`;
const ID18 = `${REGION}${S}${run(...digits(4))}${S}(?:${run('1', '9')}|${run('2', '0')})${S}${run(...digits(2), '01', 'd', '0-3', 'd', ...digits(3))}${S}[0-9０-９XxＸｘ]`;
const ID15 = `${REGION}${S}${run(...digits(4), '3-9', 'd', '01', 'd', '0-3', 'd', ...digits(3))}`;
const MOBILE = `(?:${wide('0')}{0,2}${run('8', '6')}${S})?${run('1', '3-9', ...digits(9))}`;
const DOTTED = `${wide('1')}${wide('3-9')}${D}[.．]${D}{4}[.．]${D}{4}`;
const CARD = `${run('6', '2')}(?:${S}${D}){14,17}`;
/** Text that may hold a personal number; one pass over a whole row decides whether its cells are looked at at all. */
export const SUSPECT = `(?:^|[^0-9０-９])(?:${ID18}|${ID15}|${MOBILE}|${DOTTED}|${CARD})(?:[^0-9０-９]|$)`;
/** The same for columns whose header says they hold account numbers. */
export const SUSPECT_ACCOUNT = `${D}(?:${S}${D}){15}`;

/** Runs of eleven digits and more with what stands between them, and ASCII letters in front: the pieces that are judged and masked. */
const TOKEN = `[A-Za-zＡ-Ｚａ-ｚ]*${D}(?:(?:${S}|[.．])${D}){10,}(?:${S}[XxＸｘ])?`;
const PHONE_WORD = '^(?i:tel|phone|mobile|mob|cell|sj|dh|lxdh|t|m)+';

const digitSum = (text: string, weights: readonly number[]): string => weights.map((w, i) => `(ascii(${text}[${i + 1}]) - 48) * ${w}`).join(' + ');
const CHECK_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const luhn = (text: string): string => Array.from({ length: 19 }, (_, i) => {
  const digit = `(ascii(${text}[${i + 1}]) - 48)`;
  return i % 2 === 0 ? digit : `(CASE WHEN ${digit} > 4 THEN ${digit} * 2 - 9 ELSE ${digit} * 2 END)`;
}).join(' + ');

/** How people group the eleven digits of a mobile number, and the digits of a card. */
const MOBILE_SHAPES = ['11', '3-4-4', '4-3-4', '3-8', '7-4', '3-3-5', '3-5-3', Array.from({ length: 11 }, () => '1').join('-')].map(literal).join(', ');
const CARD_SHAPE = String.raw`1[6-9]|4-4-4-4(?:-[1-4])?|6-1[0-3]|4-4-4-[5-7]`;
const REGION_ONLY = '(?:1[1-9]|[2-5][0-9]|6[0-5]|71|8[1-3]|91)';

/**
 * Macros that find and mask personal numbers. A number counts where its digits are not part of a longer run of digits. `personal_kinds(text, account,
 * code, today)`: kinds in one cell — `account`: the header speaks of cards or accounts, so Luhn alone decides; `code`: the header speaks of
 * permits or codes, where an identity number of someone under 16 is a coincidence (permit numbers are region, date and sequence, too).
 */
export const PERSONAL_MACROS: readonly string[] = [
  `id18_valid(d, code, today) AS CASE WHEN regexp_full_match(d, ${literal(`${REGION_ONLY}[0-9]{4}(?:19|20)[0-9]{2}[01][0-9][0-3][0-9]{4}[0-9X]`)}) THEN
    '10X98765432'[((${digitSum('d', CHECK_WEIGHTS)}) % 11) + 1] = d[18]
    AND coalesce(try_cast(d[7:10] || '-' || d[11:12] || '-' || d[13:14] AS DATE) BETWEEN DATE '1900-01-01' AND CASE WHEN code THEN today - INTERVAL 16 YEAR ELSE today END, FALSE) ELSE FALSE END`,
  // Fifteen digits have no check digit: they were given out until 1999, to people born from 1930 on as far as they still work.
  `id15_valid(d) AS regexp_full_match(d, ${literal(`${REGION_ONLY}[0-9]{4}[3-9][0-9][01][0-9][0-3][0-9]{4}`)})
    AND coalesce(try_cast('19' || d[7:8] || '-' || d[9:10] || '-' || d[11:12] AS DATE) IS NOT NULL, FALSE)`,
  `luhn_valid(d) AS ${bound("lpad(d, 19, '0')", `(${luhn('h')}) % 10 = 0`)}`,
  // Windows of neighbouring groups: 3 420828 19900101 1234 holds an identity number, and 1 is not part of it.
  `number_windows(groups) AS flatten(list_transform(range(1, len(groups) + 1), lambda i: list_transform(range(i, least(len(groups), i + 17) + 1), lambda j:
    {d: upper(array_to_string(groups[i:j], '')), shape: array_to_string(list_transform(groups[i:j], lambda g: len(rtrim(g, 'Xx'))), '-')})))`,
  `window_kind(d, shape, account, code, today) AS CASE
    WHEN id18_valid(regexp_replace(d, '^(?:[A-Z]+|[0-9]{1,2}[.])', ''), code, today) OR id18_valid(rtrim(regexp_replace(d, '^(?:[A-Z]+|[0-9]{1,2}[.])', ''), 'X'), code, today) THEN 'id18'
    WHEN shape IN ('15', '6-6-3', '6-9') AND id15_valid(rtrim(d, 'X')) THEN 'id15'
    WHEN shape IN (${MOBILE_SHAPES}) AND regexp_full_match(rtrim(d, 'X'), '1[3-9][0-9]{9}') THEN 'mobile'
    WHEN shape IN ('13', '15') AND regexp_full_match(rtrim(d, 'X'), '(?:00)?861[3-9][0-9]{9}') THEN 'mobile'
    WHEN shape = '13' AND regexp_full_match(rtrim(d, 'X'), '1[3-9][0-9][.][0-9]{4}[.][0-9]{4}') THEN 'mobile'
    WHEN regexp_full_match(shape, ${literal(CARD_SHAPE)}) AND regexp_full_match(rtrim(d, 'X'), '[0-9]+') AND (account OR starts_with(d, '62')) THEN CASE WHEN luhn_valid(rtrim(d, 'X')) THEN 'bank_card' END
    END`,
  // A pattern that is chosen per row is compiled per row, so each has a call of its own.
  `plain_token(token, alone) AS CASE WHEN alone THEN regexp_replace(half_text(token), ${literal(PHONE_WORD)}, '') ELSE regexp_replace(half_text(token), ${literal(`${PHONE_WORD}|^[0-9]{1,2}[.]`)}, '') END`,
  // A digit run with decimals stays one group, so 0.13812345678 alone in a cell is no phone number; 1.13812345678 in a text is item 1 of a list.
  `token_kinds(token, alone, account, code, today) AS list_filter(list_distinct(list_transform(
    number_windows(list_transform(regexp_extract_all(plain_token(token, alone), '[A-Za-z]*[0-9][0-9.]*[Xx]?'), lambda g: rtrim(g, '.'))),
    lambda w: window_kind(w.d, w.shape, account, code, today))), lambda k: k IS NOT NULL)`,
  `personal_kinds(x, account, code, today) AS list_distinct(flatten(list_transform(regexp_extract_all(x, ${literal(TOKEN)}), lambda t: token_kinds(t, t = x, account, code, today))))`,
  // The first three and the last two characters stay, so a clerk can find the number again.
  `mask_token(t) AS left(t, 3) || regexp_replace(t[4:-3], '[0-9０-９]', '*', 'g') || right(t, 2)`,
  `mask_personal(x, account, code, today) AS array_to_string(list_transform(regexp_extract_all(x, ${literal(`(?s)${TOKEN}|.`)}),
    lambda t: CASE WHEN strlen(t) >= 11 AND len(token_kinds(t, t = x, account, code, today)) > 0 THEN mask_token(t) ELSE t END), '')`,
];
