import type { Palette } from './palette.ts';
import { canvasPattern } from './patterns.ts';
import type { PlaceValue } from './place-values.ts';

/** Fill of a place: its class; dots over the class for a small denominator; hatch 无在管项目; stripes 未报送; plain — not imported or not in the register. */
export function placePaint(value: PlaceValue | undefined, palette: Palette): string | CanvasPattern {
  const { fill: ground, text } = placeInk(value, palette);
  if (value?.state === 'small') return canvasPattern('dots', ground, text);
  if (value?.state === 'none') return canvasPattern('hatch', ground, palette.of('--nodata-stripe'));
  if (value?.state === 'unreported') return canvasPattern('stripes', ground, palette.of('--nodata-stripe'));
  return ground;
}

/** Ground a label stands on (its halo) and the colour it is written in. */
export function placeInk(value: PlaceValue | undefined, palette: Palette): { readonly fill: string; readonly text: string } {
  return value?.level ? { fill: palette.ramp[value.level], text: palette.rampText[value.level] } : { fill: palette.of('--nodata'), text: palette.of('--text') };
}
