import type { Words } from '../words.ts';
import type zh from '../zh-CN/meetingButton.ts';

/** The way back to a meeting under way, in the header of every page. */
const en: Words<typeof zh> = { back: 'Back to the meeting', open: 'Open the meeting, or back to it' };
export default en;
