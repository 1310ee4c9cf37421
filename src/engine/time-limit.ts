/** Settles like `work`, or rejects with `tooLate()` after `milliseconds`. Does not stop the work: the caller must. */
export async function withTimeLimit<T>(work: Promise<T>, milliseconds: number, tooLate: () => Error): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooLate()), milliseconds);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
