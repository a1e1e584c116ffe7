// The main job of `npm start`: a real browser with the built extension, on demo pages under their real addresses.
// With a screen it opens a window and leaves it to the person; without one it walks through the pages by itself.
import { parseArgs } from 'node:util';
import { browserKinds } from '../utils/cli/browser/browser-kind.ts';
import { launch } from '../utils/cli/browser/launch.ts';
import { createDemoWeb, demoPages } from './demo/demo-web.mts';
import { walk } from './demo/walk.mts';

const { values } = parseArgs({ options: { browser: { type: 'string', default: 'chromium' } } });
const kind = browserKinds.find((known) => known === values.browser);
if (!kind) throw new Error(`--browser is ${values.browser}; it can be ${browserKinds.join(' or ')}.`);

const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = Boolean(process.env.CI) || !hasScreen;

const browser = await launch({ kind, headless, fixtures: createDemoWeb(new Date()) });
try {
  if (headless) process.exitCode = (await walk(browser, 'demo-output')) ? 0 : 1;
  else await leaveToPerson();
} finally {
  await browser.stop();
}

async function leaveToPerson(): Promise<void> {
  const closed = new Promise((resolve) => {
    browser.context.once('close', resolve);
  });
  const [blank] = browser.context.pages();
  await browser.newPage(demoPages.start);
  await blank?.close();
  console.log('The demo is open in a browser window. Close the window to end it.');
  await closed;
}
