/** Letters and digits that survive any spelling of an id, in ledgers too. */
export const ID_LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Random letters of an id: twelve are alike once in 10^17. */
export const ID_LENGTH = 12;

/** Id of a 交办 made on the page, by the day of its snapshot. */
export const decisionId = (asOf: string, letters: string): string => `JY${asOf.replaceAll('-', '')}-${letters}`;

/** What such an id looks like, for JavaScript and SQL alike: no ledger numbers its tasks like this. */
export const DECISION_ID = `^JY[0-9]{8}-[${ID_LETTERS}]{${ID_LENGTH}}$`;
