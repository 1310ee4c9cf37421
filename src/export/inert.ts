/** First characters that make Excel and WPS run a cell as a formula. */
const FORMULA = /^[=+\-@\t\r\n]/;

/** Text that no spreadsheet program runs: what would be a formula gets an apostrophe. */
export const inert = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
