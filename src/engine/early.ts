import { FIRST_FILES, FRESH, INDEX, MANIFEST, publishedUrl, SNAPSHOTS } from './published.ts';

/** Answers on their way since before the app was there, by URL. */
const underway = new Map<string, Promise<Response>>();

/** The answer that is on its way from `url`, once: a second question goes to the server. */
export function takeEarly(url: string): Promise<Response> | undefined {
  const found = underway.get(url);
  underway.delete(url);
  return found;
}

/**
 * Asks for what the first number stands on while the app's code is still coming: the index, and of the snapshot in the link's query (`s`; none: the newest) the manifest and its first
 * files. Checks nothing and says nothing: whoever takes an answer does, and asks again for what did not come.
 */
export async function fetchEarly(link: string): Promise<void> {
  try {
    const { snapshots } = (await early(`${SNAPSHOTS}${INDEX}`, FRESH)) as { snapshots: { id: string; manifest_sha256: string }[] };
    const id = new URLSearchParams(link.slice(link.indexOf('?') + 1)).get('s');
    const entry = id === null ? snapshots[snapshots.length - 1] : snapshots.find((s) => s.id === id);
    if (!entry) return;
    const folder = `${SNAPSHOTS}${entry.id}/`;
    const { files } = (await early(publishedUrl(folder, MANIFEST, entry.manifest_sha256))) as { files: { path: string; sha256: string }[] };
    for (const { path, sha256 } of files) if (FIRST_FILES.includes(path)) early(publishedUrl(folder, path, sha256)).catch(() => undefined);
  } catch {
    // Told by the app, which meets the same.
  }
}

/** Keeps the bytes for the app and gives what they say. */
async function early(url: string, init?: RequestInit): Promise<unknown> {
  const bytes = fetch(url, init).then(async (response) => ({ response, body: await response.arrayBuffer() }));
  underway.set(url, bytes.then(({ response: { status, statusText, headers }, body }) => new Response(body, { status, statusText, headers })));
  underway.get(url)!.catch(() => undefined);
  return JSON.parse(new TextDecoder().decode((await bytes).body));
}
