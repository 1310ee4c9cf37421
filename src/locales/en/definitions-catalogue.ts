/** English for what the catalogues of checks and rules name in Chinese only; a test holds it to them. */
interface Named {
  readonly name: string;
  readonly mend: string;
}
const check = (name: string, mend: string): Named => ({ name, mend });

/** Checks of a publication by id (scripts/check/registry.ts). */
export const CHECK_ENGLISH: Readonly<Record<string, Named>> = {
  value_unreadable: check('Cell cannot be read', 'Rewrite the cell as the template has it; leave it blank where it is not known'),
  required_missing: check('Required cell is blank', 'Fill in the required columns, or delete rows that are no data'),
  duplicate_id: check('Number used twice', 'One row per number: merge the rows or correct the number'),
  duplicate_row: check('Row repeated', 'Delete the repetition; it was counted once'),
  id_derived: check('No number, derived from the name', 'Add the number, or a renamed project counts as another one'),
  unknown_place: check('Place not on the list', 'Use a name of the list of places, or add the place to it'),
  unknown_department: check('Department not on the list', 'Use a name of the list of departments, or add the department to it'),
  unknown_project: check('Project not in the ledger', 'Check number or name; the row belongs to no project'),
  unknown_case: check('Clue not in the ledger', 'Check the number; the row belongs to no clue'),
  unknown_unit: check('Reporting unit not on a list', 'Use a name of the lists of places and departments'),
  places_created: check('List of places derived from the ledger', 'Provide the list (code, name, order), so that it meets the boundaries'),
  departments_created: check('List of departments derived from the ledger', 'Provide the list (code, name, order)'),
  column_unmapped: check('Column not recognised', 'Use the headings of the template, or see that it is not needed; such columns are not published'),
  header_unit: check('Unit in the heading does not fit', 'Correct the unit in the heading or unit row'),
  merged_number: check('Number in merged cells', 'Split the merged cells and fill in each row'),
  total_mismatch: check('Total row does not add up', 'Compare rows and total; the rows count'),
  cell_error: check('Cell holds an error', 'Correct the formula (#N/A, #REF!) or write the number'),
  formula_uncached: check('Formula without a result', 'Open and save in Excel once, or paste as values'),
  encoding: check('CSV holds unreadable characters', 'Check in Excel or WPS and save as CSV UTF-8'),
  csv_quote: check('CSV quotes do not pair', 'Check the columns of the row; save as CSV UTF-8'),
  csv_width: check('CSV rows of different width', 'See whether a quote is missing; what is left over has no heading'),
  nul: check('File holds null characters', 'They were taken out; check where characters are missing'),
  hidden_sheet: check('Hidden sheet', 'It was read like the others; delete what should not be reported'),
  hidden_column: check('Hidden column', 'It was read like the others; delete what should not be reported'),
  merged_covered: check('Hidden values under merged cells', 'Unmerge and see whether the values matter'),
  file_skipped: check('File not read', 'See that it is no ledger; save ledgers as .xlsx or .csv'),
  plain_format: check('.xlsb: percentages and hidden marks cannot be read', 'Check percentages, or save as .xlsx and publish again'),
  value_rounded: check('Amount below a cent', 'Rounded to cents; check the unit'),
  percent_as_fraction: check('Percentage written as a fraction', 'Read as percent (0.85 is 85%); check'),
  reference_guessed: check('Unit read from its short name', 'Check the place or department, or add the short name to the list'),
  decisions_seal: check('Task file made against another snapshot', 'The tasks were merged. Nothing to do where the snapshot was corrected or published again; else see that the file is of this meeting'),
  decisions_id: check('Task number not made by the meeting page', 'The tasks were merged. Such a number is not carried to the next week: list it in the ledger, or give --decisions again'),
  personal_data: check('Holds identity, phone or bank-card numbers', 'Delete them from the ledger, or publish with --mask'),
  project_named_twice: check('One name, two numbers', 'Merge the rows of one project; name the section where they are two'),
  id_changed: check('Project changed its number', "Keep last week's number; say so in the name where it is a new project"),
  closed_before_received: check('Closed before received', 'Correct the day received or closed'),
  closed_before_found: check('Closed before found', 'Correct the days; a re-opened project has the day it was found last'),
  filed_before_received: check('Filed before received', 'Correct the days; the 60 working days begin at filing'),
  dates_out_of_order: check('Days in the wrong order', 'Check the two days'),
  date_after_as_of: check('Fact dated after the data day', 'Correct the date, or the data day (--as-of)'),
  wages_over_due: check('Wages paid above wages due', 'Correct either; back pay belongs to its own month'),
  workers_over_due: check('Workers paid above workers due', 'Correct either'),
  done_over_total: check('In place above required', 'Correct either'),
  unlawful_over_inspected: check('Unlawful above inspected', 'Correct either'),
  negative_amount: check('Negative amount', 'Correct it; a reversal changes the original row'),
  overpaid: check('Paid above due', 'Compare due and paid; say so in the notes where it is an advance'),
  recovered_over_amount: check('Recovered above the amount', 'See whether both have the same scope (compensation may be included)'),
  returned_over_due: check('Rows returned above rows due', 'Check both'),
  points_over_full: check('Points above full points', 'Check both'),
  percent_out_of_range: check('Progress outside 0–100', 'Write it in percent (85 or 85%)'),
  unpaid_over_contract: check('Unpaid wages above the contract', 'Check the unit (yuan, 10k yuan)'),
  no_arrears_but_unpaid: check('No arrears, yet wages unpaid', 'Correct or fill in the grade, or set unpaid wages to 0 and fill in the closing date'),
  closed_but_unpaid: check('Closed, yet wages unpaid', 'Set to 0 when paid; what is not paid must not be closed'),
  open_but_nothing_owed: check('Open, yet nothing unpaid', 'Fill in closing date and evidence when paid, else the unpaid wages'),
  open_amount_unknown: check('Open, yet unpaid wages or workers not given', 'Fill in unpaid wages and workers; when paid, closing date and evidence'),
  risk_grade_unknown: check('Grade not given', 'Fill in the grade; without one it counts as no open risk'),
  open_definition: check('Open does not follow from grade and closing date', 'A fault of the program: send the report to its maintainer'),
  closed_without_date: check('No longer open, without closing date', 'Fill in date and evidence; what is not paid goes back to general or severe'),
  absent_open: check('Open last week, absent now', 'Report the project; closed ones are listed too, with their date'),
  unpaid_mismatch: check('Unpaid wages do not follow from payroll', 'Unpaid = due − paid − repaid: check the three ledgers'),
  short_but_not_open: check('Wages short, yet not open', 'If owed, fill in grade and amount; if paid, add the payment'),
  coordinates_uncertain: check('Coordinate system not known', 'State WGS84, GCJ02 or BD09 in county.json'),
  place_without_boundary: check('Place without boundary', 'Add it to the boundaries or check its code; it is counted all the same'),
  coordinates_odd: check('Half a coordinate, or not in China', 'Fill in both; see whether they are swapped'),
  outside_county: check('Point outside the county', 'Check point and coordinate system'),
  other_place: check('Point in another place', 'Check place or point; the ledger decides'),
  invest_kind_unknown: check('Investment not given', 'Fill it in; without it the clear-by date is 31 December'),
  axis_missing: check('Place or department not given', 'Fill in both; without them no unit counts the project'),
  not_reported: check('Unit sent no return', 'Ask for it; publish again when it is there'),
  reported_short: check('Fewer rows than due', 'Ask for the missing projects'),
  calendar_unpublished: check('Holidays not published', 'Update the calendar of the rules file once they are; until then only weekends count'),
  rules_problem: check('Rules file has problems', 'Correct the keys that are listed'),
  stated_parts: check('Parts do not add up to the total', 'See whether parts are blank or counted twice; correct the report'),
  stated_rate: check('Rate does not follow from n/d', 'Divide again'),
  stated_claim: check('“More than” or “less than” is not true', 'Correct the claim, or use the total'),
  stated_data: check('Reported figure is not that of the ledger', 'Compare day and scope; name the period where it is another'),
  stated_scope: check('Figures of different periods side by side', 'Name each period: recovered is cumulative, unpaid is as of a day'),
  stated_unreadable: check('Reported figure cannot be read', 'Write 66, 97.0%, 64/66, 8100万元 or 超过10%'),
};

/** Shipped warning rules by id (src/model/rules/warning-rules.ts). */
export const WARNING_ENGLISH: Readonly<Record<string, string>> = {
  labour_cost_cycle: 'Labour cost not paid monthly', promise_overdue: 'Promise overdue', wages_overdue: 'Wages overdue', case_overdue: 'Investigation past its limit', wage_account: 'Wage account not opened in time', item_realname: 'Real-name attendance missing',
  item_deposit: 'Wage deposit missing', item_gcpay: 'Not paid by the main contractor', item_bankpay: 'Not paid by bank', account_dry: 'Wage account runs dry', promise_moved: 'Promise moved repeatedly', clue_handling: 'Clue past its handling limit', item_notice: 'Notice board missing',
  item_guarantee: 'Payment guarantee missing', labour_share: 'Labour share of progress payment too low', funds_in_place: 'Funds in place too low', settlement_review: 'Settlement review overdue', deposit_share: 'Deposit too low', pay_day_holiday: 'Pay day on a rest day', case_due: 'Investigation nearly due',
  clue_reply: 'Clue past its reply limit', wages_cleared: 'Share of wages cleared too low', account_closing: 'Notice before closing the account', repeat_arrears: 'Contractor in arrears repeatedly',
};

const MISSING = '{item} not in place {n}/{d} ({article})';
/** Sentences of the shipped warning rules by id, with the words they are filled with. */
export const SENTENCE_ENGLISH: Readonly<Record<string, string>> = {
  labour_cost_cycle: 'No monthly labour cost in the wage account for {days} days ({article})', promise_overdue: 'Promised for {due_on}, {days} days overdue', wages_overdue: 'Wages {days} days overdue, {n} × 10k yuan still owed',
  case_overdue: 'Investigation {days} working days past its limit of {limit} (due {due_on}; may be prolonged by {extension} working days with approval, {article})',
  wage_account: 'No wage account {days} days after signing of the contract (limit {limit} days, {article})', item_realname: MISSING, item_deposit: '{item} not paid in {n}/{d} ({article})', item_gcpay: MISSING, item_bankpay: MISSING,
  account_dry: 'Account balance {n} × 10k yuan, enough for {months} months of wages (last month due {d} × 10k yuan)', promise_moved: 'Promise moved {n} times (first {since}, now {due_on})', clue_handling: 'Clue not closed {days} days after receipt (limit {limit} days)',
  item_notice: MISSING, item_guarantee: MISSING, labour_share: 'Labour cost {rate} of progress payment, below {limit} ({n}/{d} × 10k yuan)', funds_in_place: 'Funds in place {rate} of contract amount, below {limit} ({n}/{d} × 10k yuan)',
  settlement_review: 'Settlement not reviewed {days} days after submission (limit {limit} days)', deposit_share: 'Deposit {rate} of contract amount, below {limit} ({n}/{d} × 10k yuan)',
  pay_day_holiday: 'Pay day {pay_day} is a rest day: {d} × 10k yuan to be paid by {due_on}, {n} paid ({article})', case_due: 'Investigation due in {days} working days ({due_on}, limit {limit} working days, {article})', clue_reply: 'No reply {days} days after receipt (limit {limit} days)',
  wages_cleared: 'Wages cleared {rate}, below {limit} ({n}/{d} × 10k yuan)', account_closing: 'Completed, nothing owed: the account may be closed after {limit} days of notice ({due_on}, {article})', repeat_arrears: 'Contractor in arrears {n} times (marked from {limit})',
};

/** Where the defaults of each section come from (RULE_SOURCES). */
export const SOURCE_ENGLISH: Readonly<Record<string, string>> = {
  window_weeks: 'Product convention: the last 12 weeks', campaign: "The State Council's winter campaign against wage arrears; its days are set by the county", targets: 'County targets: clues on time 95%, no arrears 100% by the end of the year, reporting and systems 100%',
  minimum_denominator: 'Product convention: denominators below 5 are not ranked', decimals: 'Catalogue of indicators; reports differ (60.6%, 97%, 42.86%)', sets: 'Five systems: Regulation art. 39; the others are common terms, their items set by the county', default_set: 'The eight 100% items',
  limits: 'Differ by county, no default', levels: 'The usual four colours', score: 'Product convention: every part is stated, no hidden model', map_breaks: 'Product convention: classes do not change between weeks', blacklist_below: 'Set by the county: below 90%', boards: 'Usual names; may be changed',
  stale_days: 'Product convention: more than 9 days', tolerances: 'Amounts in 10k yuan with two decimals round to 50 yuan', calendar: 'Holiday notice of the State Council (npm chinese-days)', meeting: 'Weekly meeting; set by the county', agenda: 'Weekly meeting; set by the county',
};

const ARTICLES: readonly (readonly [RegExp, string])[] = [
  [/劳动保障监察条例第(\d+)条/g, 'Labour Inspection Regulation art. $1'], [/条例第(\d+)条/g, 'Regulation art. $1'], [/53号文/g, 'Document 53'], [/、/g, ', '], [/周调度/g, 'weekly meeting'], [/测算/g, 'derived'], [/县定时限/g, "county's limits"],
  [/县级惯例（可调）/g, 'county practice (adjustable)'], [/县级规定/g, 'county rule'],
];

/** An article as printed by the rules, in English; what is not known stays as it is. */
export const articleInEnglish = (article: string): string => ARTICLES.reduce((text, [found, put]) => text.replace(found, put), article);
