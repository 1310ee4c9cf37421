import { formatNumber } from '../shared/format.ts';

export interface ScaleBar {
  readonly width: number;
  readonly label: string;
}

/** The longest bar of 1, 2 or 5 × 10ⁿ that is at most `most` px wide. */
export function scaleBar(metresPerPixel: number, most: number): ScaleBar | null {
  const longest = metresPerPixel * most;
  if (!(longest > 0) || !Number.isFinite(longest)) return null;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = [5, 2, 1].map((k) => k * power).find((m) => m <= longest) ?? power;
  const [value, unit] = metres >= 1000 ? [metres / 1000, 'km'] : [metres, 'm'];
  return { width: metres / metresPerPixel, label: `${formatNumber(value, Number.isInteger(value) ? 0 : 1)} ${unit}` };
}
