import { AMOUNT_CHECKS } from './amount-checks.ts';
import type { Check } from './check.ts';
import { GRADE_CHECKS } from './grade-checks.ts';
import { HISTORY_CHECKS } from './history-checks.ts';
import { IDENTITY_CHECKS } from './identity-checks.ts';
import { INTAKE_CHECKS } from './intake.ts';
import { SCOPE_CHECKS } from './scope-checks.ts';
import { SPACE_CHECKS } from './space-checks.ts';
import { STATED_CHECKS } from './stated-checks.ts';
import { TIME_CHECKS } from './time-checks.ts';
import { WAGE_CHECKS } from './wage-checks.ts';

/** Every check of a publication, in the order the 口径 page lists them. */
export const CHECKS: readonly Check[] = [
  ...INTAKE_CHECKS, ...IDENTITY_CHECKS, ...TIME_CHECKS, ...AMOUNT_CHECKS, ...GRADE_CHECKS, ...HISTORY_CHECKS, ...WAGE_CHECKS, ...SPACE_CHECKS, ...SCOPE_CHECKS, ...STATED_CHECKS,
];

const byId = new Map(CHECKS.map((c) => [c.id, c]));

/** The check of that id. Throws for an id without entry: whoever reports it forgot to register it. */
export function checkOf(id: string): Check {
  const found = byId.get(id);
  if (!found) throw new Error(`检查登记表中没有 ${id}`);
  return found;
}
