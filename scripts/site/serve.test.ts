import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Served, type ServeOptions } from './serve.ts';

let base: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'qq-serve-'));
  await mkdir(join(base, 'app', 'assets'), { recursive: true });
  await mkdir(join(base, 'data'));
  await mkdir(join(base, 'app-secret'));
  await writeFile(join(base, 'secret.txt'), 'secret');
  await writeFile(join(base, 'app-secret', 'a.txt'), 'secret');
  await writeFile(join(base, 'app', 'index.html'), '<p>app');
  for (const name of ['a.js', 'a.css', 'a.wasm', 'a.svg', '一 二.txt']) await writeFile(join(base, 'app', 'assets', name), name);
  await writeFile(join(base, 'data', 'index.json'), '{}');
  await writeFile(join(base, 'data', 'cube.parquet'), 'PAR1');
});
afterAll(() => rm(base, { recursive: true, force: true }));

async function serving<T>(options: Partial<ServeOptions>, use: (served: Served) => Promise<T>): Promise<T> {
  const roots = { '/qq/': join(base, 'app'), '/qq/snapshots/': join(base, 'data') };
  const served = await serve({ roots, port: 0, host: '127.0.0.1', ...options });
  try {
    return await use(served);
  } finally {
    await served.close();
  }
}

/** `fetch` tidies paths before sending them; an attacker does not. */
const rawStatus = (url: string, target: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => socket.end(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`));
    let text = '';
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.on('error', reject);
    socket.on('end', () => resolve(text.includes('secret') ? 'leaked' : (text.split(' ')[1] ?? '')));
  });

describe('serve', () => {
  it('serves two folders below a sub-path, the longest prefix first', () =>
    serving({}, async ({ url }) => {
      expect(await (await fetch(`${url}/qq/`)).text()).toBe('<p>app');
      expect(await (await fetch(`${url}/qq/index.html`)).text()).toBe('<p>app');
      expect(await (await fetch(`${url}/qq/snapshots/index.json`)).text()).toBe('{}');
      expect(await (await fetch(`${url}/qq/assets/${encodeURIComponent('一 二.txt')}`)).text()).toBe('一 二.txt');
      expect((await fetch(`${url}/`)).status).toBe(404);
      expect((await fetch(`${url}/qq/none.js`)).status).toBe(404);
    }));

  it.each([
    '/qq/../secret.txt',
    '/qq/%2e%2e/secret.txt',
    '/qq/..%2fsecret.txt',
    '/qq/assets/../../secret.txt',
    '/qq/..%5csecret.txt',
    '/qq/%00',
    '/qq/%zz',
    '/qq//../../secret.txt',
    '/qq/../app-secret/a.txt',
    '/qq/snapshots/../../app-secret/a.txt',
  ])('answers 404 to %s', (target) =>
    serving({}, async ({ url }) => {
      expect(await rawStatus(url, target)).toBe('404');
    }));

  it.each([
    ['index.html', 'text/html; charset=utf-8', 'text/html; charset=utf-8'],
    ['assets/a.js', 'text/javascript; charset=utf-8', 'text/javascript; charset=utf-8'],
    ['assets/a.css', 'text/css; charset=utf-8', 'text/css; charset=utf-8'],
    ['assets/a.wasm', 'application/wasm', 'application/octet-stream'],
    ['assets/a.svg', 'image/svg+xml', 'application/octet-stream'],
    ['snapshots/index.json', 'application/json', 'application/octet-stream'],
    ['snapshots/cube.parquet', 'application/octet-stream', 'application/octet-stream'],
  ])('types %s', async (path, full, bare) => {
    const typeOf = ({ url }: Served) => fetch(`${url}/qq/${path}`).then((response) => response.headers.get('content-type'));
    expect(await serving({}, typeOf)).toBe(full);
    expect(await serving({ bare: true }, typeOf)).toBe(bare);
  });

  it('sends bytes as they are, whatever the browser accepts', () =>
    serving({ bare: true }, async ({ url }) => {
      const response = await fetch(`${url}/qq/snapshots/cube.parquet`, { headers: { 'accept-encoding': 'gzip, br' } });
      expect(response.headers.get('content-encoding')).toBeNull();
      expect(response.headers.get('content-length')).toBe('4');
    }));

  it('lets hashed names be cached and the index never', () =>
    serving({}, async ({ url }) => {
      const caching = async (path: string) => (await fetch(`${url}/qq/${path}`)).headers.get('cache-control');
      expect(await caching('snapshots/index.json')).toBe('no-store');
      expect(await caching('snapshots/cube.parquet?0123abcd')).toContain('immutable');
      expect(await caching('assets/a.js')).toContain('immutable');
      expect(await caching('')).toBe('no-cache');
    }));

  it('adds the given headers to good and bad answers', () =>
    serving({ headers: { 'content-security-policy': "default-src 'self'" } }, async ({ url }) => {
      for (const path of ['/qq/', '/none']) {
        expect((await fetch(url + path)).headers.get('content-security-policy')).toBe("default-src 'self'");
      }
    }));

  it('sends a folder to its slash and refuses to write', () =>
    serving({}, async ({ url }) => {
      const folder = await fetch(`${url}/qq/snapshots`, { redirect: 'manual' });
      expect(folder.status).toBe(404);
      const assets = await fetch(`${url}/qq/assets`, { redirect: 'manual' });
      expect([assets.status, assets.headers.get('location')]).toEqual([308, '/qq/assets/']);
      expect((await fetch(`${url}/qq/`, { method: 'PUT', body: 'x' })).status).toBe(405);
      expect(await (await fetch(`${url}/qq/`, { method: 'HEAD' })).text()).toBe('');
    }));

  it('tells which files it sent', async () => {
    const sent: string[] = [];
    await serving({ onFile: (path, bytes) => sent.push(`${path.slice(base.length)} ${bytes}`) }, async ({ url }) => {
      for (const path of ['snapshots/cube.parquet', 'none']) await (await fetch(`${url}/qq/${path}`)).text();
    });
    expect(sent).toEqual(['/data/cube.parquet 4']);
  });

  it('fails when the port is taken', () =>
    serving({}, async ({ url }) => {
      const port = Number(new URL(url).port);
      await expect(serve({ roots: {}, port, host: '127.0.0.1' })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    }));
});
