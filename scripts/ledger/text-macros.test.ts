import { expect, test } from 'vitest';
import { LEDGER_TABLES, ledgerColumns } from '../../src/model/tables.ts';
import { literal } from '../../src/query/sql.ts';
import { openLedger } from './by-hand.ts';
import { nameKey } from './text-macros.ts';

test('names compare the same in SQL and in JavaScript', async () => {
  const connection = await openLedger();
  const words = LEDGER_TABLES.flatMap((t) => ledgerColumns(t).flatMap((c) => [c.title, ...c.aliases, ...Object.entries(c.values ?? {}).flatMap(([v, a]) => [v, ...a])]));
  const texts = [...new Set([...words, '太平镇（城关）', 'ＡＢＣ－１２３', ' 住 建 局 ', '《条例》', 'O’Brien', '甲·乙', '一—二', '“引号”', 'A\u200bB', '第1、2标段'])];
  const result = await connection.runAndReadAll(`SELECT name_key(x) FROM (VALUES ${texts.map((t, i) => `(${i}, ${literal(t)})`).join(', ')}) t(i, x) ORDER BY i`);
  expect(result.getRows().map(([v]) => v)).toEqual(texts.map(nameKey));
});
