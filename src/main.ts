import { fetchEarly } from './engine/early.ts';

/** A network slower than this is not waited for: evaluating the app would only hold up the next request. */
const AT_MOST_MS = 40;

// The numbers are asked for while the code is still coming.
void Promise.race([fetchEarly(location.hash), new Promise((resolve) => setTimeout(resolve, AT_MOST_MS))]).then(() => import('./app.ts'));
