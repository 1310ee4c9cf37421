/** What the overdue clock of wages reads. */
interface OverdueContext {
  /** `DATE '…'` of the snapshot. */
  readonly asOf: string;
  readonly has: (table: string) => boolean;
}

const NOBODY = `SELECT NULL::VARCHAR AS project_id, NULL::DATE AS since, NULL::DECIMAL(18,2) AS owed, NULL::DECIMAL(18,2) AS due WHERE FALSE`;

/**
 * Relation (project_id, since, owed, due): the pay day of each project's first month not yet paid in full, what is still owed and what was due. A
 * month counts from its 应付日; months before 销号 are settled; 清偿流水 since then settles the oldest month first. A month whose 应付日, 应发 or
 * 实发 is unknown counts neither as paid nor as owed.
 */
function shortMonthsSql({ asOf, has }: OverdueContext): string {
  if (!has('payroll')) return NOBODY;
  const settled = has('payments')
    ? `SELECT y.project_id, sum(y.amount) AS paid FROM payments y JOIN projects q USING (project_id) WHERE y.paid_on <= ${asOf} AND (q.closed_on IS NULL OR y.paid_on > q.closed_on) GROUP BY ALL`
    : 'SELECT NULL::VARCHAR AS project_id, 0 AS paid WHERE FALSE';
  return `SELECT project_id, min(pay_day) AS since, CAST(max(short_all - paid) AS DECIMAL(18,2)) AS owed, CAST(max(due_all) AS DECIMAL(18,2)) AS due
    FROM (SELECT m.project_id, m.pay_day, coalesce(s.paid, 0) AS paid,
        sum(m.short) OVER (PARTITION BY m.project_id ORDER BY m.month, m.pay_day ROWS UNBOUNDED PRECEDING) AS short_to,
        sum(m.short) OVER (PARTITION BY m.project_id) AS short_all, sum(m.wages_due) OVER (PARTITION BY m.project_id) AS due_all
      FROM (SELECT w.project_id, w.month, w.pay_day, w.wages_due, greatest(w.wages_due - w.wages_paid, 0) AS short
        FROM payroll w JOIN projects q USING (project_id)
        WHERE w.wages_due IS NOT NULL AND w.wages_paid IS NOT NULL AND w.pay_day <= ${asOf} AND (q.closed_on IS NULL OR w.pay_day > q.closed_on)) m
      LEFT JOIN (${settled}) s USING (project_id))
    WHERE short_to > paid GROUP BY project_id`;
}

/**
 * Relation (project_id, since, owed, due, days) of wages past their day, 在管项目 only: an open project counts from its 拖欠起始, or from the pay day of
 * its first unpaid month where the ledger does not state it; others from that pay day. `days` ≥ 1.
 */
export function overdueSql(context: OverdueContext): string {
  const { asOf } = context;
  return `SELECT project_id, since, owed, due, CAST(${asOf} - since AS INTEGER) AS days
    FROM (SELECT p.project_id, CASE WHEN p.open THEN coalesce(p.owed_since, m.since) ELSE m.since END AS since,
        CASE WHEN p.open THEN coalesce(p.unpaid_wages, m.owed) ELSE m.owed END AS owed, m.due
      FROM projects p LEFT JOIN (${shortMonthsSql(context)}) m USING (project_id)
      WHERE p.stage IS DISTINCT FROM '已完工已结算' OR p.open)
    WHERE since < ${asOf}`;
}
