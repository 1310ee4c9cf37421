import bottom from './zh-CN/bottom.ts';
import map from './zh-CN/map.ts';
import rankingMarks from './zh-CN/rankingMarks.ts';

/** UI strings in Chinese that the first number does without: they come with the panels around it. */
export const lateChinese = { bottom, map, rankingMarks } as const;
