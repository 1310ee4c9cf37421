/** Width of a text in px at a font size, near enough to tell whether it fits or meets another: CJK 1 em, others 0.58 em. */
export const widthOf = (text: string, size: number): number => [...text].reduce((em, c) => em + (c > '\u2e7f' ? 1 : 0.58), 0) * size;
