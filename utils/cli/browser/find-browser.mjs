// Plain JavaScript, because scripts/prepare-machine.mjs needs it before anything is installed.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {'chromium' | 'firefox'} BrowserKind */

/** The environment variable by which a person names the browser to use. @type {Record<BrowserKind, string>} */
export const browserVariable = { chromium: 'BONAFIDE_CHROMIUM', firefox: 'BONAFIDE_FIREFOX' };

const programFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
  .map((name) => process.env[name] ?? '')
  .filter((folder) => folder !== '');
const inPrograms = (/** @type {string[]} */ ...path) => programFolders.map((folder) => join(folder, ...path));

/**
 * Chromium stands before Chrome and Edge: the branded ones ignore --load-extension since version 137.
 * Firefox ESR, Developer Edition and Nightly stand before the release, which refuses unsigned extensions.
 * @type {Record<string, Record<BrowserKind, string[]>>}
 */
const systemPaths = {
  linux: {
    chromium: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/snap/bin/chromium',
      '/usr/bin/google-chrome',
      '/usr/bin/microsoft-edge',
    ],
    firefox: [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox-developer-edition',
      '/usr/bin/firefox-nightly',
      '/usr/bin/firefox',
    ],
  },
  darwin: {
    chromium: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    firefox: [
      '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
      '/Applications/Firefox Nightly.app/Contents/MacOS/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
    ],
  },
  win32: {
    chromium: [
      ...inPrograms('Chromium', 'Application', 'chrome.exe'),
      ...inPrograms('Google', 'Chrome', 'Application', 'chrome.exe'),
      ...inPrograms('Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ],
    firefox: [
      ...inPrograms('Firefox Developer Edition', 'firefox.exe'),
      ...inPrograms('Firefox Nightly', 'firefox.exe'),
      ...inPrograms('Mozilla Firefox', 'firefox.exe'),
    ],
  },
};

/**
 * The browser to drive: named by the environment, else Playwright's own Chromium, else one of the system.
 * Playwright's own Firefox is left out: it is patched and does not speak the protocol used here.
 * @param {BrowserKind} kind
 * @returns {Promise<string | undefined>} an absolute path, undefined when none is found
 * @throws {Error} when the environment names a path that is not a file
 */
export async function findBrowser(kind) {
  const named = process.env[browserVariable[kind]];
  if (named !== undefined && named !== '') {
    if (existsSync(named) && statSync(named).isFile()) return named;
    throw new Error(
      `${browserVariable[kind]} names ${named}, which is not a file. Give the path of a ${kind} program, or unset it.`,
    );
  }
  const candidates = kind === 'chromium' ? [await playwrightChromium()] : [];
  return [...candidates, ...(systemPaths[process.platform]?.[kind] ?? [])].find(
    (path) => path !== '' && existsSync(path),
  );
}

/** Empty before `npm ci`, when Playwright is not there to be asked. */
async function playwrightChromium() {
  try {
    const { chromium } = await import('playwright');
    return chromium.executablePath();
  } catch {
    return '';
  }
}
