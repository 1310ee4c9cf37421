/** What went wrong and what to do, by error code. */
export default {} as const;
