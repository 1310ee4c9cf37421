import { weekId } from '../shared/dates.ts';

/** 快照号 as printed and in file names: 2026W47-r1. */
export const snapshotNumber = ({ as_of, revision }: { readonly as_of: string; readonly revision: number }): string => `${weekId(as_of)}-r${revision}`;

/** First and last four digits of a hash, as printed: 4f9a…c21e. */
export const shortHash = (sha256: string): string => `${sha256.slice(0, 4)}…${sha256.slice(-4)}`;
