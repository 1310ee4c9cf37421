/** Rule a project breaks without being in arrears (domain §5); the comment of each says which figure shows it. */
export type Lapse =
  | 'labour' // payroll: labour cost not paid into the account from a month on
  | 'account' // no wage account 30 days after the contract
  | 'deposit' // 工资保证金 not paid in
  | 'realname' // 实名制考勤 not in place
  | 'gcpay' // wages not paid by the main contractor
  | 'dry' // account holds less than a month's wages
  | 'notice' // no notice board
  | 'guarantee' // no 工程款支付担保
  | 'share' // labour cost below 30 % of the progress payment
  | 'funds'; // too little money in place before the start

interface Entry {
  readonly id: string;
  readonly lapse: Lapse;
  /** Day it begins; for `labour`, the first month whose labour cost was not paid in. */
  readonly from: string;
  /** Day it is put right; null: not so far. */
  readonly until: string | null;
  readonly evidence: string;
}

const lapse = (no: number, kind: Lapse, from: string, until: string | null, evidence: string): Entry => ({ id: `AL-${String(no).padStart(3, '0')}`, lapse: kind, from, until, evidence });

/** 2026-09-18: 8 red, 5 orange, 6 yellow on 17 projects. 2026-11-20: 1 red, 2 orange, 3 yellow, and a settlement review beyond 40 days. */
const LAPSES: readonly Entry[] = [
  lapse(52, 'labour', '2026-09-01', null, '9月起人工费未拨入专户'),
  lapse(20, 'labour', '2026-07-01', '2026-11-05', '7月起人工费未拨入专户'),
  lapse(24, 'labour', '2026-07-01', '2026-10-29', '7月起人工费未拨入专户'),
  lapse(44, 'labour', '2026-07-01', '2026-11-05', '7月起人工费未拨入专户'),
  lapse(8, 'labour', '2026-05-01', '2026-10-14', '5月起人工费未拨入专户'),
  lapse(23, 'labour', '2026-06-01', '2026-09-23', '6月起人工费未拨入专户'),
  lapse(55, 'labour', '2026-05-01', '2026-10-20', '5月起人工费未拨入专户'),
  lapse(58, 'labour', '2026-07-01', '2026-10-26', '7月起人工费未拨入专户'),
  lapse(18, 'labour', '2026-06-01', '2026-11-03', '6月起人工费未拨入专户'),
  lapse(15, 'labour', '2026-04-01', '2026-07-08', '4月起人工费未拨入专户'),
  lapse(39, 'labour', '2026-04-01', '2026-06-24', '4月起人工费未拨入专户'),
  lapse(63, 'gcpay', '2026-08-03', null, '总包代发 61/96 人，35 人由分包发放'),
  lapse(16, 'deposit', '2026-08-21', null, '保证金未存储，限期 11-30 前整改'),
  lapse(21, 'realname', '2026-06-15', '2026-10-15', '考勤设备停用'),
  lapse(48, 'dry', '2026-08-25', '2026-10-29', '专户余额不足一个月工资'),
  lapse(35, 'account', '2026-08-03', '2026-10-12', '专户开立滞后'),
  lapse(10, 'realname', '2026-07-06', '2026-09-14', '实名制信息未录入'),
  lapse(27, 'gcpay', '2026-05-10', '2026-07-22', '总包代发协议未签'),
  lapse(46, 'notice', '2026-08-10', null, '告示牌缺失，限期 11-30 前整改'),
  lapse(33, 'guarantee', '2026-07-20', null, '工程款支付担保未提供'),
  lapse(29, 'share', '2026-02-26', null, '人工费占已付进度款不足三成'),
  lapse(61, 'funds', '2025-12-01', '2026-10-30', '到位资金不足三成'),
  lapse(20, 'notice', '2026-08-20', '2026-10-16', '告示牌信息不全'),
  lapse(8, 'guarantee', '2026-02-25', '2026-10-21', '工程款支付担保未提供'),
  lapse(54, 'notice', '2026-05-08', '2026-08-12', '告示牌被拆除'),
];

/** The lapse of that kind a project shows on that day; null: none. For `labour` ask `labourUnpaidFrom`. */
export const lapseOn = (id: string, kind: Lapse, day: string): Entry | null =>
  LAPSES.find((l) => l.id === id && l.lapse === kind && l.from <= day && (l.until === null || day < l.until)) ?? null;

/** First month whose labour cost is not in the account on that day, with it all later ones: what is paid in covers the oldest month first. */
export const labourUnpaidFrom = (id: string, day: string): string | null =>
  LAPSES.find((l) => l.id === id && l.lapse === 'labour' && (l.until === null || day < l.until))?.from ?? null;
