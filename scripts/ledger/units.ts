import type { Column } from '../../src/model/tables.ts';
import { normalise, splitBrackets } from './headers.ts';

const SCALES: Readonly<Record<string, number>> = { 亿: 1e8, 千万: 1e7, 百万: 1e6, 十万: 1e5, 万: 1e4, 千: 1e3, 百: 100, '': 1 };
const SCALE = '亿|千万|百万|十万|万|千|百';
const WORDS = '元|人民币元|块|人次|人|名|户|家|个|件|起|次|天|日|周|星期|分钟|小时|时|分|度|%|％|‰';
const UNIT = new RegExp(`^(${SCALE})?(${WORDS})?$`);
const ITEM = `(?:${SCALE})?(?:${WORDS})`;
const LIST = new RegExp(`单\\s*位\\s*:?\\s*\\(?(?:人民币)?(${ITEM}(?:\\s*[、,;/和及]\\s*${ITEM})*)\\)?(?!\\p{Script=Han})`, 'u');
const MONEY = new RegExp(`^(${SCALE})?元$`);

/** A unit as written, or null: 万元, 人, %. Text must be normalised; a bare scale (万) counts. */
function parseUnit(text: string): { scale: number; word: string } | null {
  const found = UNIT.exec(text.replace(/^(?:金额)?单位:?|^人民币/, ''));
  if (!found || (found[1] === undefined && found[2] === undefined)) return null;
  return { scale: SCALES[found[1] ?? ''] ?? 1, word: found[2] ?? '' };
}

/** True for a cell that only states a unit: （万元）, 单位：人. */
export function isUnitText(text: string): boolean {
  const plain = normalise(text);
  const { bare, notes } = splitBrackets(plain);
  return plain !== '' && parseUnit(bare === '' ? (notes[0] ?? '') : bare) !== null;
}

/** Units one header states: in brackets, behind a slash or colon, or as its last word (未支付工资万元). Innermost header cell first. */
export function headerUnits(cells: readonly string[]): { scale: number; word: string }[] {
  return [...cells].reverse().flatMap((cell) => {
    const { bare, notes } = splitBrackets(normalise(cell));
    const tail = /[/:_-]([^/:_-]+)$/.exec(bare)?.[1] ?? new RegExp(`(?:${SCALE})元$`).exec(bare)?.[0] ?? (isUnitText(bare) ? bare : '');
    return [...notes.flatMap((note) => note.split(/[,、;；/]/)), tail].flatMap((text) => parseUnit(text) ?? []);
  });
}

/** Money scale stated above the header (单位：万元; a title ending （万元）; a cell that is only 万元), the last one stated; null when none is. 填报单位：… is not a unit. */
export function unitRow(texts: readonly string[]): number | null {
  let scale: number | null = null;
  for (const text of texts) {
    const plain = normalise(text);
    const { bare, notes } = splitBrackets(plain);
    const listed = LIST.exec(text.normalize('NFKC'))?.[1]?.split(/[、,/;和及]/) ?? [];
    for (const unit of [...listed, ...notes, bare]) {
      const found = MONEY.exec(normalise(unit).replace(/^金额:?/, ''));
      if (found) scale = SCALES[found[1] ?? ''] ?? 1;
    }
  }
  return scale;
}

const MINUTES: Readonly<Record<string, number>> = { 分钟: 1, 分: 1, 小时: 60, 时: 60, 天: 1440, 日: 1440 };

/**
 * Multiplier from the ledger's unit to the catalogue's: 1 when nothing is stated, null when what is stated does not fit the column.
 * A header's own unit wins over a unit row; the unit row is for money only.
 */
export function factorOf(column: Column, units: readonly { scale: number; word: string }[], rowScale: number | null): number | null {
  if (column.unit === '元') {
    const own = units.find((u) => u.word === '元' || u.word === '人民币元' || u.word === '');
    if (own) return own.scale;
    return units.length > 0 ? null : (rowScale ?? 1);
  }
  const own = units[0];
  if (!own || column.type === 'VARCHAR' || column.type === 'DATE' || column.type === 'BOOLEAN') return 1;
  if (column.unit === '%') return own.word === '%' ? 1 : own.word === '‰' ? 0.1 : null;
  if (column.unit === '分钟') return own.word in MINUTES ? own.scale * (MINUTES[own.word] ?? 1) : null;
  return own.word === '元' || own.word === '%' || own.word === '‰' ? null : own.scale;
}
