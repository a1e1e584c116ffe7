import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserKind } from '../../utils/cli/browser/browser-kind.ts';
import { buildWithSites } from '../../utils/cli/browser/build-with-sites.ts';
import type { Fixtures } from '../../utils/cli/browser/fixture-server.ts';
import { launch } from '../../utils/cli/browser/launch.ts';
import { isReadingPlace } from '../../utils/core/reading-places.ts';
import { drawPortrait } from '../demo/portrait.mts';
import { openWindow } from '../demo/page-state.mts';
import { asksPages, type AsksPage } from './asks-pages.mts';
import { allowChoosing, chooseSchemeIn } from './colour-scheme.mts';
import { drawSheet, sheetHost } from './contact-sheet.mts';
import { takeInspectionPictures } from './inspection-pictures.mts';
import { takePictures, type Picture, type Pictures } from './take-pictures.mts';

/** No surface, but a page of our own. */
export const inspection = 'inspection';

/**
 * The built extension on saved pages of sites, in light and dark, in a narrow window and at 200 % zoom, with the popup and the side panel: one
 * sheet for each page. `surfaces`: folders of tests/pages, or `inspection`; all of them when there is none.
 */
export async function takeSavedPages(kind: BrowserKind, surfaces: readonly string[], folder: string): Promise<void> {
  const sites = surfaces.filter((name) => name !== inspection);
  const pages = surfaces.length > 0 && sites.length === 0 ? [] : asksPages(sites);
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
  const keep = async (page: string, { pictures, remarks }: Pictures): Promise<void> => {
    sheet = { pictures, html: drawSheet(`${page} in ${kind}`, pictures, remarks) };
    const path = join(folder, `${kind}-${page}.png`);
    const tab = await browser.context.newPage();
    await tab.setViewportSize({ width: 2330, height: 1200 });
    await tab.goto(`https://${sheetHost}/`);
    await tab.screenshot({ path, fullPage: true });
    // Nobody waits for the closing: Firefox reports it with the next navigation only.
    tab.close().catch(() => {});
    mkdirSync(join(folder, 'saved'), { recursive: true });
    for (const { name, png } of pictures) writeFileSync(join(folder, 'saved', `${kind}-${page}-${name}.png`), png);
    console.log([path, ...remarks].join('\n   '));
  };
  try {
    mkdirSync(folder, { recursive: true });
    const eye = await openWindow(browser);
    const chooseScheme = chooseSchemeIn(kind, eye);
    for (const page of pages) {
      shown = page;
      await keep(page.name, await takePictures(browser, eye, chooseScheme, page.url));
    }
    if (surfaces.length === 0 || surfaces.includes(inspection)) await keep(inspection, await takeInspectionPictures(browser, chooseScheme));
  } finally {
    await browser.stop();
    await build.remove();
  }
}
