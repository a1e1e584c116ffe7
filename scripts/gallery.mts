// Pictures of a warning on every surface, for people to look at: in light and dark, in a narrow window and at 200 % zoom, with the popup
// and the side panel; and of the page that inspects an assignment. Written into gallery/, one sheet for each page:
// npm run gallery [-- --browser firefox] [-- surface... inspect]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { browserKinds } from '../utils/cli/browser/browser-kind.ts';
import { buildWithSites } from '../utils/cli/browser/build-with-sites.ts';
import type { Fixtures } from '../utils/cli/browser/fixture-server.ts';
import { launch } from '../utils/cli/browser/launch.ts';
import { isReadingPlace } from '../utils/core/reading-places.ts';
import { drawPortrait } from './demo/portrait.mts';
import { openWindow } from './demo/page-state.mts';
import { asksPages, type AsksPage } from './gallery/asks-pages.mts';
import { allowChoosing, chooseSchemeIn } from './gallery/colour-scheme.mts';
import { drawSheet, sheetHost } from './gallery/contact-sheet.mts';
import { takeInspectionPictures } from './gallery/inspection-pictures.mts';
import { takePictures, type Picture, type Pictures } from './gallery/take-pictures.mts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { browser: { type: 'string', default: 'chromium' } } });
const kind = browserKinds.find((known) => known === values.browser);
if (!kind) throw new Error(`--browser is ${values.browser}; it can be ${browserKinds.join(' or ')}.`);

const folder = 'gallery';
/** No surface, but a page of our own. */
const inspection = 'inspect';
const surfaces = positionals.filter((name) => name !== inspection);
const pages = positionals.length > 0 && surfaces.length === 0 ? [] : asksPages(surfaces);
const portrait = drawPortrait();
let shown: AsksPage | undefined;
let sheet: { readonly html: string; readonly pictures: readonly Picture[] } | undefined;

const web: Fixtures = (host, path) => {
  if (host === sheetHost) {
    const picture = sheet?.pictures.find(({ name }) => path === `/${name}.png`);
    return picture ? { type: 'image/png', body: picture.png } : { body: sheet?.html ?? '' };
  }
  if (host === 'media.licdn.com') return { type: 'image/png', body: portrait };
  const url = shown && new URL(shown.url);
  return url && host === url.host && path === url.pathname + url.search ? { body: shown!.html } : undefined;
};

const chosen = [...new Set(pages.map(({ url }) => new URL(url).host))].filter((host) => !isReadingPlace(host));
const build = await buildWithSites(kind, chosen);
await allowChoosing(build.folder, kind);
const browser = await launch({ kind, fixtures: web, extension: build.folder });
try {
  mkdirSync(folder, { recursive: true });
  const eye = await openWindow(browser);
  const chooseScheme = chooseSchemeIn(kind, eye);
  for (const page of pages) {
    shown = page;
    await keep(page.name, await takePictures(browser, eye, chooseScheme, page.url));
  }
  if (surfaces.length === 0 || surfaces.length < positionals.length) await keep(inspection, await takeInspectionPictures(browser, chooseScheme));
} finally {
  await browser.stop();
  await build.remove();
}

async function keep(page: string, { pictures, remarks }: Pictures): Promise<void> {
  sheet = { pictures, html: drawSheet(`${page} in ${kind}`, pictures, remarks) };
  const path = join(folder, `${kind}-${page}`);
  for (const { name, png } of pictures) writeFileSync(`${path}-${name}.png`, png);
  await photographSheet(`${path}.png`);
  console.log([`${path}.png`, ...remarks].join('\n   '));
}

async function photographSheet(path: string): Promise<void> {
  const tab = await browser.context.newPage();
  await tab.setViewportSize({ width: 2330, height: 1200 });
  await tab.goto(`https://${sheetHost}/`);
  await tab.screenshot({ path, fullPage: true });
  // Nobody waits for the closing: Firefox reports it with the next navigation only.
  tab.close().catch(() => {});
}
