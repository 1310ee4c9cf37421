/** A page without numbers must not keep its other parts waiting. */
const AT_MOST_MS = 600;

/** Says that the first number is on screen. */
export let tellFirstNumber: () => void = () => undefined;

/** Resolves when the first number is on screen, or cannot be expected any more: what it can do without is fetched from then on. */
const firstNumber = new Promise<void>((resolve) => {
  tellFirstNumber = resolve;
  setTimeout(resolve, AT_MOST_MS);
});

/** A fetch that waits for the first number. */
export const afterFirstNumber = <T>(fetch: () => Promise<T>): (() => Promise<T>) => () => firstNumber.then(fetch);
