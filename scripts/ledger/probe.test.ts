import { expect, it } from 'vitest';
import { openLedger, sheetByHand } from './by-hand.ts';
import { probe } from './probe.ts';
import { select } from './select.ts';
import { stageTables } from './stage.ts';
import { typedColumns, typedSql } from './type-sql.ts';

const AS = ['case_id', 'channel', 'received_on', 'amount', 'leader', 'industry', 'workers'];
const ROWS = [
  ['线索编号', '来源渠道', '受理日期', '涉及金额', '包案领导', '所属行业', '涉及人数'],
  ['XS-1', '12345', '2026-11-03', '100.005', '张　三', '建筑业', '3'],
  ['XS-2', '信访', '2026年11月4日', '200', null, '制造业', '3人'],
  ['XS-3', null, '2026-11-05', null, '李四', '建筑业', null],
];

it('reads the same of few rows and of many, whose repeated texts become words', async () => {
  const connection = await openLedger();
  await stageTables(connection, [await sheetByHand(connection, { rows: ROWS, as: AS, table: 'cases' })]);
  const columns = typedColumns('cases', '2026-11-20', new Map(), new Set(AS));
  const read = await Promise.all([false, true].map(async (many) => {
    const probed = await probe(connection, 'cases', columns, many);
    return { probed, rows: await select(connection, `SELECT * REPLACE (received_on::VARCHAR AS received_on, amount::VARCHAR AS amount) FROM (${typedSql('cases', probed, new Map())}) ORDER BY "row"`) };
  }));
  const [few, many] = read;
  expect(many?.rows).toEqual(few?.rows);
  expect(many?.rows[0]).toMatchObject({ case_id: 'XS-1', channel: '12345热线', received_on: '2026-11-03', amount: '100.01', leader: '张三', industry: '建筑业', workers: 3 });
  const names = (test: (c: NonNullable<typeof few>['probed'][number]) => boolean) => many?.probed.filter(test).map((c) => c.column.name);
  expect(new Set(names((c) => c.more))).toEqual(new Set(['channel', 'received_on', 'leader', 'workers']));
  expect(names((c) => c.rounded)).toEqual(['amount']);
  expect(many?.probed.find((c) => c.column.name === 'industry')?.words).toEqual(['制造业', '建筑业']);
  expect(few?.probed.every((c) => c.words === null)).toBe(true);
});
