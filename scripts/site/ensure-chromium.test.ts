import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findChromium } from './chromium.ts';
import { ensureChromium } from './ensure-chromium.ts';

vi.mock('node:child_process');
vi.mock('node:fs');
vi.mock('./chromium.ts');

const found = vi.mocked(findChromium);
const apt = vi.mocked(spawnSync);
const ended = (status: number) => ({ status }) as ReturnType<typeof spawnSync>;

beforeEach(() => {
  vi.resetAllMocks();
  vi.spyOn(process, 'getuid').mockReturnValue(0);
  vi.mocked(existsSync).mockReturnValue(true);
  apt.mockReturnValue(ended(0));
});

describe('ensureChromium', () => {
  it('installs nothing where one is found', () => {
    found.mockReturnValue('/usr/bin/chromium');
    expect(ensureChromium()).toBe('/usr/bin/chromium');
    expect(apt).not.toHaveBeenCalled();
  });

  it('installs Chromium and a Chinese font as root on Debian', () => {
    found.mockReturnValueOnce(null).mockReturnValueOnce('/usr/bin/chromium');
    expect(ensureChromium()).toBe('/usr/bin/chromium');
    expect(apt.mock.calls.map(([name, args]) => [name, ...(args ?? [])].join(' '))).toEqual([
      'apt-get update',
      'apt-get install -y chromium fonts-noto-cjk',
    ]);
  });

  it('gives up when apt-get fails', () => {
    found.mockReturnValue(null);
    apt.mockReturnValue(ended(100));
    expect(ensureChromium()).toBeNull();
    expect(apt).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['somebody else than root', 1000, true],
    ['a system without apt-get', 0, false],
  ])('installs nothing as %s', (_, uid, hasApt) => {
    found.mockReturnValue(null);
    vi.spyOn(process, 'getuid').mockReturnValue(uid);
    vi.mocked(existsSync).mockReturnValue(hasApt);
    expect(ensureChromium()).toBeNull();
    expect(apt).not.toHaveBeenCalled();
  });
});
