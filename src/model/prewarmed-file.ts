/** File of a snapshot that holds the answers of the overview's default view. */
export const PREWARMED = 'prewarmed.json';
