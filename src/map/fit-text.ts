/** The text, cut with … so that it is at most `most` px wide; whole characters only. */
export function fitText(text: string, most: number, measure: (text: string) => number): string {
  if (measure(text) <= most) return text;
  const characters = [...text];
  let [fits, cut] = [0, characters.length];
  while (cut - fits > 1) {
    const middle = (fits + cut) >> 1;
    if (measure(`${characters.slice(0, middle).join('')}…`) <= most) fits = middle;
    else cut = middle;
  }
  return `${characters.slice(0, fits).join('')}…`;
}
