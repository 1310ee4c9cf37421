/** Longest part of a name that comes from data: file systems take 255 bytes, a Chinese character is three. */
const LONGEST = 40;

// Windows' forbidden characters, control characters, and those that turn the direction of text around.
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}]/gu;

/** One part of a file name: what no file system takes is replaced, dots and blanks at the ends go, cut at 40 characters. */
const part = (text: string): string => [...text.replace(FORBIDDEN, '_').replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '')].slice(0, LONGEST).join('').trim();

/** 清欠一张图_2026W47_高风险项目_太平镇.csv from its parts; empty parts are left out. */
export const fileName = (parts: readonly string[], extension: string): string => `${parts.map(part).filter((p) => p !== '').join('_')}.${extension}`;
