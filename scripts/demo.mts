// The main job of `npm start`: a real browser with the built extension, on demo pages under their real addresses.
// With a screen it opens a window and leaves it to the person; without one it walks through the pages by itself.
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { browserKinds } from '../utils/cli/browser/browser-kind.ts';
import { launch } from '../utils/cli/browser/launch.ts';
import { createDemoWeb, demoPages } from './demo/demo-web.mts';
import { openWindow } from './demo/page-state.mts';
import { buildWithPhotoHost, switchOnPhotoCheck } from './demo/photo-check.mts';
import { walk } from './demo/walk.mts';

const { values } = parseArgs({ options: { browser: { type: 'string', default: 'chromium' } } });
const kind = browserKinds.find((known) => known === values.browser);
if (!kind) throw new Error(`--browser is ${values.browser}; it can be ${browserKinds.join(' or ')}.`);

const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = Boolean(process.env.CI) || !hasScreen;

const build = await buildWithPhotoHost(kind);
const browser = await launch({ kind, headless, extension: build.folder, fixtures: createDemoWeb(new Date()) });
try {
  const eye = await openWindow(browser);
  await switchOnPhotoCheck(eye);
  console.log('For this demo the automatic photo check is on. In real life it is off until a person switches it on in the settings.\n');
  if (headless) process.exitCode = (await walk(browser, eye, 'demo-output')) ? 0 : 1;
  else await leaveToPerson(eye);
} finally {
  await browser.stop();
  await build.remove();
}

async function leaveToPerson(eye: Page): Promise<void> {
  const closed = new Promise((resolve) => {
    browser.context.once('close', resolve);
  });
  const blank = browser.context.pages().filter((page) => page !== eye);
  await browser.newPage(demoPages.start);
  for (const page of [eye, ...blank]) page.close().catch(() => {}); // Firefox reports it late
  console.log('The demo is open in a browser window. Close the window to end it.');
  await closed;
}
