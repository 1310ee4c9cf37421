import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './chromium.ts';

/** Path of a Chromium, installed from the system's packages first where this process may do that (root on a Debian family); else null. */
export function ensureChromium(): string | null {
  const found = findChromium();
  if (found !== null || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found;
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  for (const args of [['update'], ['install', '-y', 'chromium', 'fonts-noto-cjk']]) {
    if (spawnSync('apt-get', args, options).status !== 0) return null;
  }
  return findChromium();
}
