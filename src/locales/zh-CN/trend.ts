/** Trend panel. */
export default {} as const;
