/** Rankings. */
export default {} as const;
