import { type Column, ledgerColumns, LEDGER_TABLES, type Table } from '../src/model/tables.ts';
import { workbookBytes } from './workbook-file.ts';

/** Rows of the template that carry drop-down lists. */
const LISTED_ROWS = 2000;
const HEADER = { font: { bold: true, color: { rgb: 'FFFFFF' } }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '12324F' } } } as const;

/** The ledger template: a sheet per table with the catalogue's headers and drop-down lists, and a sheet that explains every column. */
export function templateBytes(): Promise<Uint8Array> {
  return workbookBytes([guideSheet(), ...LEDGER_TABLES.map(tableSheet)], '清欠一张图 台账模板');
}

function tableSheet(table: Table) {
  const columns = ledgerColumns(table);
  return {
    name: table.title,
    columns: columns.map((c) => ({ width: Math.max(12, c.title.length * 2 + 6) })),
    rows: [columns.map(headerOf)],
    cells: new Map(columns.map((_, i) => [`0,${i}`, { style: HEADER }])),
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap((c, i) => {
      const values = choicesOf(c);
      return values === null ? [] : [{
        type: 'list' as const, values, range: `${letter(i)}2:${letter(i)}${LISTED_ROWS}`, allowBlank: true, showErrorMessage: true,
        errorTitle: c.title, errorMessage: `请从列表中选择：${values.join('、')}`,
      }];
    }),
  };
}

/** Header with the unit money is written in: 元 unless the publisher changes it. */
const headerOf = (c: Column): string => (c.unit === '元' ? `${c.title}（元）` : c.title);
const choicesOf = (c: Column): string[] | null => (c.type === 'BOOLEAN' ? ['是', '否'] : c.values && Object.keys(c.values).join(',').length < 250 ? Object.keys(c.values) : null);
const TYPE_WORDS: Readonly<Record<Column['type'], string>> = { VARCHAR: '文字', DATE: '日期，如 2026-11-20', BOOLEAN: '是 / 否', INTEGER: '整数', BIGINT: '整数', 'DECIMAL(18,2)': '数字', DOUBLE: '小数' };

function guideSheet() {
  const header = ['表', '列', '必填', '填写内容', '单位', '可选值', '也认识的列名'];
  const rows = LEDGER_TABLES.flatMap((t) => ledgerColumns(t).map((c) => [
    t.title, c.title, c.required ? '是' : '', TYPE_WORDS[c.type], c.unit, c.values ? Object.keys(c.values).join('、') : '', c.aliases.join('、'),
  ]));
  return {
    name: '填写说明', columns: [18, 22, 6, 22, 8, 48, 60].map((width) => ({ width })), rows: [header, ...rows],
    cells: new Map(header.map((_, i) => [`0,${i}`, { style: HEADER }])), freezePane: { rows: 1 },
  };
}

/** Spreadsheet letters of a column, counted from 0. */
const letter = (index: number): string => (index < 26 ? '' : letter(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
