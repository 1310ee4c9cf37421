import { spawn, spawnSync } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** What public/nginx.conf.txt says of a request: the folder it stands for and the headers it adds. */
export interface NginxBlock {
  readonly prefix: string;
  readonly alias: string;
  readonly headersOf: (url: string) => Readonly<Record<string, string>>;
}

const unquoted = (text: string): string => text.replace(/^"(.*)"$/s, '$1');

/** Reads the block: location, alias, add_header, set and if with `set` in it. Throws for a directive it does not know. */
export function parseBlock(text: string): NginxBlock {
  const body = text.replace(/^\s*#.*$/gm, '');
  const [, prefix, inside] = /location\s+(\S+)\s*\{([\s\S]*)\}\s*$/.exec(body) ?? [];
  if (!prefix || !inside) throw new Error('no location');
  const rules: { readonly name: string; readonly test: ((url: URL) => boolean) | null; readonly value: string }[] = [];
  const headers: { readonly name: string; readonly value: string }[] = [];
  let alias = '';
  for (const [, condition, set, directive, value] of inside.matchAll(/if\s*\(([^\n]*)\)\s*\{\s*([^}]*?)\s*\}|(\w+)\s+((?:"[^"]*"|[^";])+);/g)) {
    if (condition !== undefined) {
      const [, variable, pattern] = /^\$(\w+) ~ "(.*)"$/.exec(condition) ?? [];
      const [, name, to] = /^set\s+\$(\w+)\s+(.*);$/.exec(set ?? '') ?? [];
      if (!variable || !pattern || !name || !to) throw new Error(`if (${condition})`);
      rules.push({ name, value: unquoted(to), test: (url) => new RegExp(pattern).test(variable === 'args' ? url.search.slice(1) : url.pathname) });
    } else if (directive === 'set') {
      const [, name, to] = /^\$(\w+)\s+(.*)$/.exec(value!) ?? [];
      rules.push({ name: name!, value: unquoted(to!), test: null });
    } else if (directive === 'add_header') {
      const [, name, given] = /^(\S+)\s+(.*?)\s+always$/s.exec(value!) ?? [];
      headers.push({ name: name!.toLowerCase(), value: unquoted(given!) });
    } else if (directive === 'alias') alias = value!;
    else if (!['index', 'default_type', 'gzip', 'gzip_types'].includes(directive!)) throw new Error(`unknown directive ${directive}`);
  }
  return {
    prefix, alias,
    headersOf: (path) => {
      const url = new URL(path, 'http://h');
      const variables: Record<string, string> = {};
      for (const { name, test, value } of rules) if (test === null || test(url)) variables[name] = value;
      return Object.fromEntries(headers.map(({ name, value }) => [name, value.replace(/\$(\w+)/g, (_, v: string) => variables[v] ?? '')]));
    },
  };
}

/** A running server of the block; `real`: it is nginx itself. */
export interface NginxServer {
  readonly real: boolean;
  readonly port: number;
  readonly close: () => Promise<void>;
}

const BINARY = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx', '/opt/homebrew/bin/nginx'].find((path) => existsSync(path)) ?? (spawnSync('nginx', ['-v']).status === 0 ? 'nginx' : null);

/** Serves `folder` by the block: nginx where the machine has it, otherwise the block's own rules read by parseBlock. `scratch`: an empty folder for nginx. */
export const serveBlock = (text: string, folder: string, scratch: string): Promise<NginxServer> => (BINARY ? realNginx(BINARY, text, folder, scratch) : serveByRules(text, folder));

async function realNginx(binary: string, text: string, folder: string, scratch: string): Promise<NginxServer> {
  const { alias } = parseBlock(text);
  const port = await freePort();
  mkdirSync(join(scratch, 'logs'), { recursive: true });
  const types = ['/etc/nginx/mime.types', '/usr/local/etc/nginx/mime.types', '/opt/homebrew/etc/nginx/mime.types'].find((path) => existsSync(path));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${join(scratch, name)};`).join(' ');
  writeFileSync(join(scratch, 'nginx.conf'), `${process.getuid?.() === 0 ? 'user root;' : ''} worker_processes 1; daemon off; pid ${join(scratch, 'nginx.pid')}; error_log ${join(scratch, 'error.log')};
events { worker_connections 64; }
http { ${types ? `include ${types};` : ''} access_log off; ${temporary}
server { listen 127.0.0.1:${port};
${text.replace(`alias ${alias};`, `alias ${folder}/;`)}
} }
`);
  const child = spawn(binary, ['-p', scratch, '-e', join(scratch, 'error.log'), '-c', join(scratch, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for (let tries = 0; ; tries += 1) {
    const up = await fetch(`http://127.0.0.1:${port}/`).then(() => true, () => false);
    if (up) break;
    if (child.exitCode !== null || tries > 200) throw new Error(`nginx: ${said}${existsSync(join(scratch, 'error.log')) ? readFileSync(join(scratch, 'error.log'), 'utf8') : ''}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { real: true, port, close: async () => {
    child.kill('SIGQUIT');
    await ended;
  } };
}

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'application/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml' };

/** The same by the block's own rules, as parseBlock reads them. */
export async function serveByRules(text: string, folder: string): Promise<NginxServer> {
  const block = parseBlock(text);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://h');
    const path = join(folder, pathname.slice(block.prefix.length) || 'index.html');
    if (!pathname.startsWith(block.prefix) || pathname.includes('..') || !existsSync(path) || !statSync(path).isFile()) return void response.writeHead(404, block.headersOf(request.url!)).end();
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'content-length': statSync(path).size, ...block.headersOf(request.url!) });
    createReadStream(path).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { real: false, port: (server.address() as AddressInfo).port, close: () => new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  }) };
}

/** A port nothing listens on at the moment. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
