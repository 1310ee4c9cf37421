/**
 * Kinds `site` and `decisions` fill the canvas between agenda strip and foot (1920 × 948 px, margins and all) and draw their own h2; for all others the page draws the
 * title and the slide what stands below it.
 */
export type { Slide } from '../../stores/meeting.ts';
