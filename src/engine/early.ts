import { FIRST_FILES, FRESH, INDEX, publishedUrl, SNAPSHOTS } from './published.ts';

/** Answers on their way since before the app was there, by URL. */
const underway = new Map<string, Promise<Response>>();

/** The answer that is on its way from `url`, once: a second question goes to the server. */
export function takeEarly(url: string): Promise<Response> | undefined {
  const found = underway.get(url);
  underway.delete(url);
  return found;
}

/**
 * Asks for what the first number stands on while the app's code is still coming: the index, and of the snapshot in the link's query (`s`; none: the newest) the first files. Checks nothing and says nothing: whoever takes an answer does, and asks again for what did not come.
 */
export async function fetchEarly(link: string): Promise<void> {
  try {
    const { snapshots } = JSON.parse(new TextDecoder().decode(await ask(`${SNAPSHOTS}${INDEX}`, FRESH))) as { snapshots: { id: string; manifest_sha256: string }[] };
    const id = new URLSearchParams(link.slice(link.indexOf('?') + 1)).get('s');
    const entry = id === null ? snapshots[snapshots.length - 1] : snapshots.find((s) => s.id === id);
    if (!entry) return;
    const folder = `${SNAPSHOTS}${entry.id}/`;
    for (const path of FIRST_FILES) ask(publishedUrl(folder, path, entry.manifest_sha256)).catch(() => undefined);
  } catch {
    // Told by the app, which meets the same.
  }
}

/** Keeps the answer for the app. */
function ask(url: string, init?: RequestInit): Promise<ArrayBuffer> {
  const bytes = fetch(url, init).then(async (response) => ({ response, body: await response.arrayBuffer() }));
  underway.set(url, bytes.then(({ response: { status, statusText, headers }, body }) => new Response(body, { status, statusText, headers })));
  underway.get(url)!.catch(() => undefined);
  return bytes.then(({ body }) => body);
}
