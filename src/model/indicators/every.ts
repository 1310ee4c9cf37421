import { INDICATORS, type Indicator } from '../indicators.ts';
import { CLUE_WORK_INDICATORS } from './clue-work.ts';
import { ENFORCEMENT_WORK_INDICATORS } from './enforcement-work.ts';

/** Measures that only 制度与线索 shows: counted from rows over a 期间 that is chosen there. */
export const WORK_INDICATORS: readonly Indicator[] = [...CLUE_WORK_INDICATORS, ...ENFORCEMENT_WORK_INDICATORS];

/** Every figure of the product that has a definition. Not for the first chunk. */
export const EVERY_INDICATOR: readonly Indicator[] = [...INDICATORS, ...WORK_INDICATORS];
