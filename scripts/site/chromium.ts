import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome', 'msedge'];

const MAC_APPS = ['Chromium', 'Google Chrome', 'Microsoft Edge'];

const WINDOWS_APPS = ['Chromium/Application/chrome.exe', 'Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

/** Path of a Chromium, Chrome or Edge to test with, or null. `QQ_CHROMIUM` comes first, playwright's own download last. */
export function findChromium(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string | null {
  const candidates = [env['QQ_CHROMIUM'], ...onPath(env, platform), ...usualPlaces(env, platform), registered()];
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null;
}

function onPath(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(Boolean);
  const suffix = platform === 'win32' ? '.exe' : '';
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
}

function usualPlaces(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') {
    const homes = ['/Applications', join(env['HOME'] ?? '', 'Applications')];
    return homes.flatMap((home) => MAC_APPS.map((app) => `${home}/${app}.app/Contents/MacOS/${app}`));
  }
  if (platform === 'win32') {
    const homes = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter((home) => home !== undefined);
    return homes.flatMap((home) => WINDOWS_APPS.map((app) => join(home, app)));
  }
  return [...NAMES.map((name) => `/usr/bin/${name}`), '/snap/bin/chromium', '/opt/google/chrome/chrome'];
}

function registered(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}
