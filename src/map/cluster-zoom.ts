/** Clustering ends this far above the zoom that fits the county. */
export const OFF_ABOVE_FIT = 2;
