/** Map panel. */
export default {} as const;
