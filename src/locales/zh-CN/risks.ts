/** High-risk list and site card. */
export default {} as const;
