/** Filter bar, pickers, chips, freshness. */
export default {} as const;
