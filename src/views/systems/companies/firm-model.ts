import type { Words } from '../../../composables/use-words.ts';
import { indicatorOf } from '../../../model/indicators.ts';
import { valueOf } from '../../../model/show.ts';
import type { TableColumn, TableModel, TableRow, TableValue } from '../../../model/table-model.ts';
import { tableOf } from '../../../model/tables.ts';
import { FIRM_INDICATORS } from '../../../query/companies.ts';
import { MISSING } from '../../../shared/format.ts';
import type { Row } from '../../../engine/rows.ts';
import { firmMark } from '../../company/firm-marks.ts';

/** Marks a list can be narrowed to, by their URL value. */
export const MARKS = ['repeat', 'listed', 'failed', 'monitored', 'names'] as const;
export type Mark = (typeof MARKS)[number];

export interface Firm {
  readonly id: string;
  readonly name: string;
  /** null: no code is known. */
  readonly code: string | null;
  /** Where its page is: by code, else by name. */
  readonly path: string;
  readonly marks: ReadonlySet<Mark>;
  /** Other names under the same code. */
  readonly otherNames: readonly string[];
  /** Firms with this name, itself included, where there are more. */
  readonly namesakes: number;
  /** 失信名单: its last day, — where none is stated; `now` false: over. null: never, or not yet. */
  readonly listed: { readonly now: boolean; readonly until: string } | null;
  readonly row: Row;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Rows of `firmsQuestion` → firms with their marks. `limit`: 欠薪次数 from which one is marked; null: the county's rule is off. */
export function firmsOf(rows: readonly Row[], limit: number | null, asOf: string): readonly Firm[] {
  return rows.map((row): Firm => {
    const names = (text(row['names']) ?? '').split('\u001f').filter((n) => n !== '');
    const name = text(row['name']) ?? names[0] ?? String(row['firm']);
    const mark = firmMark(row, limit, asOf);
    const [until, code, namesakes] = [mark?.until ?? null, text(row['code']), number(row['same_name']) ?? 1];
    const otherNames = names.filter((n) => n !== name);
    const marks = [(mark?.times ?? null) !== null ? 'repeat' : null, until !== null ? 'listed' : null, row['review_grade'] === '不合格' ? 'failed' : null, row['monitored'] === true ? 'monitored' : null, otherNames.length > 0 || namesakes > 1 ? 'names' : null] as const;
    return {
      id: String(row['firm']), name, code, path: `/company/${encodeURIComponent(code ?? name)}`, marks: new Set(marks.filter((m) => m !== null)), otherNames, namesakes,
      listed: until !== null ? { now: true, until } : text(row['listed_on']) === null || text(row['listed_on'])! > asOf ? null : { now: false, until: text(row['listed_until']) ?? MISSING }, row,
    };
  });
}

/** Every word of the search stands in a name or in the code. */
export function finds({ name, code, otherNames }: Pick<Firm, 'name' | 'code' | 'otherNames'>, search: string): boolean {
  const hay = [name, ...otherNames, code ?? ''].join('\n').toLowerCase();
  return search.trim().toLowerCase().split(/\s+/).every((word) => hay.includes(word));
}

/** Firms that are shown: by mark and search. */
export const shownFirms = (firms: readonly Firm[], mark: Mark | null, search: string): readonly Firm[] => firms.filter((f) => (mark === null || f.marks.has(mark)) && finds(f, search));

/** What is said of a firm's names: 同一代码另有名称：…; '' where they agree. */
export function nameNote({ otherNames, namesakes }: Pick<Firm, 'otherNames' | 'namesakes'>, t: Words['t']): string {
  return [otherNames.length > 0 ? t('systems.firms.otherNames', { names: otherNames.join(t('marks.list')) }) : '', namesakes > 1 ? t('systems.firms.namesakes', { n: namesakes }) : ''].filter((n) => n !== '').join(t('marks.clause'));
}

const listedText = (listed: Firm['listed'], t: Words['t']): string => (listed === null ? MISSING : !listed.now ? t('systems.firms.wasListed', { day: listed.until }) : listed.until === MISSING ? t('systems.firms.listed') : t('systems.firms.listedUntil', { day: listed.until }));

const yesNo = (value: unknown, t: Words['t']): TableValue => (value === true ? t('systems.firms.yes') : value === false ? t('systems.firms.no') : null);

/** Columns the list can be ordered by, in their order. */
export const FIRM_COLUMNS = ['name', 'times_in_arrears', 'listed', 'review_grade', 'monitored', 'liaison', ...FIRM_INDICATORS, 'code', 'note'] as const;

/** The firms as a table; `registered` false: the ledger of firms was not imported. */
export function firmTable(firms: readonly Firm[], words: Words, limit: number | null): TableModel {
  const { t } = words;
  const title = (name: string): string => words.title(tableOf('companies').columns.find((c) => c.name === name)!.title);
  const columns: TableColumn[] = [
    { key: 'name', title: title('name'), width: '220px' },
    { key: 'times_in_arrears', title: title('times_in_arrears'), align: 'right', format: (value, row) => (value === null ? MISSING : row['repeat'] === true && limit !== null ? t('systems.firms.times', { n: String(value) }) : String(value)) },
    { key: 'listed', title: t('systems.firms.list') }, { key: 'review_grade', title: title('review_grade'), value: (row) => (text(row['review_grade']) === null ? null : words.value(text(row['review_grade']))) },
    { key: 'monitored', title: title('monitored'), value: (row) => yesNo(row['monitored'], t) }, { key: 'liaison', title: title('liaison') },
    ...FIRM_INDICATORS.map((id): TableColumn => {
      const i = indicatorOf(id);
      return { key: id, title: words.indicator(i), ...(i.unit === '万元' ? { unit: words.unit(i.unit) } : {}), align: 'right', decimals: i.decimals };
    }),
    { key: 'code', title: title('company_code') }, { key: 'note', title: t('systems.firms.note') },
  ];
  return {
    columns, rowKey: 'id',
    rows: firms.map((f): TableRow => ({
      id: f.id, name: f.name, path: f.path, code: f.code, repeat: f.marks.has('repeat'), on: f.marks.has('listed'), failed: f.marks.has('failed'), watched: f.marks.has('monitored'), times_in_arrears: number(f.row['times_in_arrears']), listed: f.listed === null ? null : listedText(f.listed, t),
      review_grade: text(f.row['review_grade']), monitored: typeof f.row['monitored'] === 'boolean' ? f.row['monitored'] : null, liaison: text(f.row['liaison']), note: nameNote(f, t) || null,
      ...Object.fromEntries(FIRM_INDICATORS.map((id) => [id, valueOf(indicatorOf(id), { n: number(f.row[`${id}_n`]), d: null })])),
    })),
  };
}
