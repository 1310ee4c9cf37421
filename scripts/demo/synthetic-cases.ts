import { ledgerColumns, type CaseRow, tableOf } from '../../src/model/tables.ts';
import { addDays } from '../../src/shared/dates.ts';
import { PLACES } from './geography.ts';
import { sourceOf } from './random.ts';
import { DEPARTMENTS } from './units.ts';

/** Newest day the clues speak of, and how many days back the first was received. */
const LAST = '2026-11-20';
const SPAN = 1095;
const CHANNELS = ['全国欠薪线索平台', '12345热线', '信访', '来访窗口', '部门转办'] as const;
const INDUSTRIES = ['建筑业', '建筑业', '建筑业', '建筑业', '制造业', '餐饮服务', '物业服务'];
const days = Array.from({ length: SPAN + 40 }, (_, k) => addDays(LAST, k - SPAN + 1));

/** `count` clues of a county received over three years, one at a time: benches need millions, memory does not. Same county, same clues. */
export function* syntheticCases(count: number, county = 0): Generator<CaseRow> {
  const source = sourceOf(`大量线索 ${county}`);
  const prefix = `M${String(county).padStart(2, '0')}-`;
  for (let k = 0; k < count; k++) {
    const received = source.int(0, SPAN - 1);
    const due = received + source.int(10, 24);
    const closed = source.chance(92) ? due + source.int(-9, 6) : SPAN;
    const done = closed < SPAN;
    const verified = source.chance(70);
    const workers = source.int(1, 24);
    const amount = workers * source.int(28, 135) * 100;
    yield {
      case_id: `${prefix}${k + 1}`, project_id: null, place_code: source.pick(PLACES).name, dept_code: source.pick(DEPARTMENTS).name, channel: source.pick(CHANNELS),
      first_unit: '县劳动保障监察大队', received_on: days[received] ?? LAST, replied_on: received + 1 < SPAN ? (days[received + 1] ?? null) : null, due_on: days[due] ?? null,
      verified: done ? verified : null, filed_on: null, closed_on: done ? (days[Math.max(received, closed)] ?? null) : null, conclusion: done ? '已办结' : null,
      three_checked: done && verified ? source.chance(50) : null, workers, amount, recovered_amount: done ? (verified ? amount : 0) : null, group_event: workers >= 10 && source.chance(20),
      supervised: false, leader: null, referred_on: null, legal_aid: source.chance(4), industry: source.pick(INDUSTRIES),
    };
  }
}

const COLUMNS = ledgerColumns(tableOf('cases'));
/** Characters collected before they are written. */
const CHUNK = 1 << 20;

/** Those clues as UTF-8 CSV text with 中文 headers, in chunks of about a megabyte. No value holds a comma or a quote. */
export function* syntheticCasesCsv(count: number, county = 0): Generator<string> {
  let text = `${COLUMNS.map((c) => c.title).join(',')}\n`;
  for (const row of syntheticCases(count, county)) {
    const values = row as Readonly<Record<string, string | number | boolean | null>>;
    text += `${COLUMNS.map(({ name }) => { const v = values[name] ?? ''; return v === true ? '是' : v === false ? '否' : v; }).join(',')}\n`;
    if (text.length >= CHUNK) {
      yield text;
      text = '';
    }
  }
  yield text;
}
