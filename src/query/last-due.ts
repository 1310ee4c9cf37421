/** Days of a 报送期: a return due longer before the newest due day belongs to an earlier one, or to a table that is no longer asked for. */
const PERIOD = 7;

/**
 * Rows (axis, table_name, kind, last_due): the last due day up to `day` of every return that is asked for this period. A 周报 due on Thursday does not disappear because a 零报告 was due on Friday.
 * `returns`: relation of table 报送; `day`: SQL date.
 */
export const lastDueSql = (returns: string, day: string): string => `(SELECT axis, table_name, kind, max(due_on) AS last_due FROM ${returns} WHERE due_on <= ${day} GROUP BY axis, table_name, kind
      HAVING max(due_on) > (SELECT max(due_on) FROM ${returns} WHERE due_on <= ${day}) - ${PERIOD})`;
