export type { Slide, SlideKind } from '../../stores/meeting.ts';
