import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { launch } from '../utils/cli/browser/launch.ts';

const { values } = parseArgs({ options: { browser: { type: 'string', default: 'chromium' } } });
const kind = values.browser === 'firefox' ? 'firefox' : 'chromium';
const folder = '.output/demo';
mkdirSync(folder, { recursive: true });

const page =
  '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Demo</title><h1>Demo page</h1></html>';
const browser = await launch({
  kind,
  fixtures: (host) => (host === 'www.linkedin.com' ? { body: page } : undefined),
});
try {
  const tab = await browser.newPage('https://www.linkedin.com/');
  const path = `${folder}/${kind}.png`;
  await tab.screenshot({ path });
  console.log(`The extension ran in ${kind}: see ${path}`);
} finally {
  await browser.stop();
}
