import { COMPLIANCE_ITEMS, type ComplianceItem } from '../../src/model/compliance.ts';
import { tableOf } from '../../src/model/tables.ts';
import { type FoundHeader, headerCells, type Hints, hintScores, isHeaderTail, type Preview, titles } from './find-header.ts';
import { type HeaderCell, headerForms, matchColumns, normalise, remembered, splitBrackets } from './headers.ts';

/** One item of 制度落实 with a column of its own, 0-based: one cell that says it all, or a number done beside the number due. */
export interface WideItem {
  readonly item: ComplianceItem;
  /** 0-based columns: [the cell], or [done, due]. */
  readonly raws: readonly [number] | readonly [number, number];
}

/** A sheet of one row per project and one column per item. */
export interface WideHeader {
  readonly from: number;
  readonly to: number;
  /** Column that names the project, 0-based. */
  readonly project: number;
  readonly items: readonly WideItem[];
  readonly score: number;
}

/** Item columns from which a sheet counts as wide: two words of a project ledger (专户, 保证金) may be items by chance. */
const LEAST = 3;
const DEPTH = 3;

const PREFIX = /^(?:[0-9一二三四五六七八九十]{1,2}[、.)]|[0-9]{1,2})/;
const ASKED = /^(?:是否)?已?(?:全面)?(?:落实|实行|推行|建立|设立|开设|开立|缴纳|缴存|办理|配备|设置)?/;
const TAIL = /(?:100%|百分百|落实率|覆盖率|率|落实情况|是否落实|情况|制度|落实|占比|比例)$/;

/** What is left of an item's name without its number, 是否已…, …率, …情况, 100%. */
function core(text: string): string {
  let bare = splitBrackets(normalise(text)).bare.replace(PREFIX, '');
  for (let shorter = bare.replace(TAIL, ''); shorter !== bare && shorter !== ''; shorter = bare.replace(TAIL, '')) bare = shorter;
  return bare;
}

interface Found { readonly item: ComplianceItem; readonly quality: number }

/** Items by what is left of their names; an item's own name wins over another item's alias. */
const NAMES: ReadonlyMap<string, Found> = (() => {
  const items = Object.entries(COMPLIANCE_ITEMS) as [ComplianceItem, readonly string[]][];
  const aliases = items.flatMap(([item, names]) => names.map((name): [string, Found] => [core(name), { item, quality: 0.9 }]));
  return new Map([...aliases, ...items.map(([item]): [string, Found] => [core(item), { item, quality: 1 }])]);
})();

/** The item a header text names; null: none. */
export const itemOf = remembered((text: string): Found | null => {
  const bare = core(text);
  return NAMES.get(bare) ?? NAMES.get(bare.replace(ASKED, '')) ?? null;
});

type Role = 'cell' | 'done' | 'total';
/** What a column under an item's own title holds: 应签 is the number due, 已签 the number done, 是否 the cell itself. */
function roleOf(text: string): Role | null {
  const bare = normalise(text).replace(/[()]/g, '');
  if (/^(?:应|总)/.test(bare)) return 'total';
  if (/率$|比例$|占比$|^百分比$/.test(bare)) return null;
  if (/^(?:已|实)|^(?:落实|完成|达标)(?:数|人数)$/.test(bare)) return 'done';
  return /^(?:100%|是否|是否落实|是\/?否|有\/?无|√\/?×?|落实情况|完成情况|情况|落实)$/.test(bare) ? 'cell' : null;
}

interface Named { readonly raw: number; readonly item: ComplianceItem; readonly quality: number; readonly role: Role }

function named(cells: readonly HeaderCell[], raw: number): Named[] {
  const parts = cells.filter((cell, i) => cell.text !== '' && (i === 0 || cell.text !== cells[i - 1]?.text));
  const last = parts[parts.length - 1];
  if (!last || last.across) return [];
  const own = itemOf(last.text);
  if (own) return [{ raw, ...own, role: 'cell' }];
  const group = parts.slice(0, -1).reverse().map((p) => itemOf(p.text)).find((found) => found !== null);
  const role = roleOf(last.text);
  return group && role ? [{ raw, ...group, role }] : [];
}

/** Every item once: its best column, left before right; else its two columns of done and due. */
function itemsOf(found: readonly Named[]): (WideItem & { quality: number })[] {
  return [...new Set(found.map((n) => n.item))].flatMap((item): (WideItem & { quality: number })[] => {
    const best = (role: Role): Named | undefined => found.filter((n) => n.item === item && n.role === role).sort((a, b) => b.quality - a.quality || a.raw - b.raw)[0];
    const [cell, done, total] = [best('cell'), best('done'), best('total')];
    if (cell) return [{ item, raws: [cell.raw], quality: cell.quality }];
    // Its sub-titles prove the title above: the header is the two rows, not the first alone.
    return done && total ? [{ item, raws: [done.raw, total.raw], quality: done.quality + 0.5 }] : [];
  });
}

/** The header of a wide sheet of 制度落实 wherever it stands, in one to three rows; null where there is none. Scored like any other header. */
export function findWide(rows: Preview, hints: Hints): WideHeader | null {
  const compliance = tableOf('compliance');
  // Hardly a row of any sheet has cells that name items: only around those is looked closer.
  const naming = rows.map((row) => row.filter((text) => text !== '' && itemOf(text) !== null).length);
  let best: WideHeader | null = null;
  for (let from = 0; from < rows.length; from++) {
    for (let to = from; to < Math.min(from + DEPTH, rows.length); to++) {
      if (naming.slice(from, to + 1).reduce((sum, n) => sum + n, 0) < LEAST) continue;
      const cells = headerCells(rows, from, to);
      const items = itemsOf(cells.flatMap(named));
      if (items.length < LEAST) continue;
      const project = matchColumns(headerForms(cells), compliance).find((m) => m.column.name === 'project_id');
      if (!project || items.some((i) => i.raws.some((r) => r === project.raw))) continue;
      const bonus = hintScores(hints, titles(rows.slice(0, from))).get(compliance) ?? 0;
      const score = items.reduce((sum, i) => sum + i.quality, 0) + project.quality + bonus - (to - from) * 1e-3 - from * 1e-5;
      if (!best || score > best.score) best = { from, to, project: project.raw, items: items.map(({ item, raws }) => ({ item, raws })), score };
    }
  }
  if (!best) return null;
  let { to } = best;
  while (to + 1 < rows.length && isHeaderTail(rows[to + 1] ?? [])) to++;
  return { ...best, to };
}

/** True where the sheet is rather the wide one than the table its header was taken for. */
export const isWide = (wide: WideHeader | null, header: FoundHeader | null): wide is WideHeader => wide !== null && (header === null || wide.score > header.score);
