/** Digits and decimal exponent of a finite number at 15 significant digits, as Excel keeps them: 0.1+0.2 → 3 · 10⁻¹. */
function decompose(value: number): { digits: string; exponent: number } {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential(14).split('e');
  return { digits: mantissa.replace('.', '').replace(/0+$/, '') || '0', exponent: Number(exponent) };
}

/** Plain decimal text without exponent or float noise; `shift` moves the point (2: a ratio as per cent). */
export function numberText(value: number, shift = 0): string {
  const { digits, exponent } = decompose(value);
  if (digits === '0') return '0';
  const point = exponent + 1 + shift;
  const text =
    point <= 0 ? `0.${'0'.repeat(-point)}${digits}`
    : point >= digits.length ? digits + '0'.repeat(point - digits.length)
    : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return value < 0 ? `-${text}` : text;
}

/** The letters a number format shows as they are, its first section: `0.00"万元"` → 万元. Colours, conditions and padding removed. */
const shownLetters = (format: string): string =>
  (format.split(';')[0] ?? '').replace(/\[[^\]]*\]/g, '').replace(/[_*]./g, '').replace(/["\\]/g, '');

/** True for a format that shows the number as a percentage. */
export const isPercentFormat = (format: string): boolean => /%/.test((format.split(';')[0] ?? '').replace(/"[^"]*"|\\./g, ''));

/**
 * The money unit a format writes behind the number (`0.0"万元"`: a cell of 5 reads 5.0万元), or ''. Formats that also scale
 * (`0!.0,"万"`: a cell of 50000 reads 5.0万) show what is stored, so they add nothing.
 */
export function formatUnit(format: string): string {
  if (/!\.|\\\.|[0#?],+(?![0#?])/.test(format.split(';')[0] ?? '')) return '';
  return /(亿元|百万元|万元|千元)\s*$/.exec(shownLetters(format))?.[1] ?? '';
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Letters of a date format that stand for day or time parts: text, colours and locales removed, [h] kept. */
const dateLetters = (format: string): string => format.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').toLowerCase();

/**
 * A date cell as ISO day, as Excel shows it: a date and time keeps the date; a time (serial below 1, or a format without day or year)
 * becomes HH:MM:SS; serial 0 under a date format is Excel's 1900-01-00, which no reader takes for a day. Seconds are rounded first, so
 * a float just below midnight keeps its day. `epochDay`: the instant hucre gives serial 0.
 */
export function dateText(value: Date, format: string, epochDay: number): string {
  const at = new Date(Math.round(value.getTime() / 1000) * 1000);
  const letters = dateLetters(format);
  const seconds = (at.getTime() - epochDay) / 1000;
  const hasDay = /[yde]/.test(letters);
  if (seconds === 0 && hasDay) return '1900-01-00';
  if (seconds >= 0 && (seconds < 86_400 || (!hasDay && /[hs]/.test(letters)))) {
    const hours = Math.floor(seconds / 3600);
    return `${two(/\[h/.test(letters) ? hours : hours % 24)}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  }
  return at.toISOString().slice(0, 10);
}

/** Text for DuckDB: as written but for NUL; '' is no value. */
export const cleanText = (value: string): string | null => {
  const text = value.includes('\0') ? value.replaceAll('\0', '') : value;
  return text === '' ? null : text;
};

/** A number of 15–19 digits: a number cell cannot hold an identity or card number without losing its last digits. */
export const isBigNumber = (value: number): boolean => Number.isInteger(value) && Math.abs(value) >= 1e14 && Math.abs(value) < 1e19;
