import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForState } from '../../scripts/demo/page-state.mts';
import { browserKinds, type BrowserKind } from '../../utils/cli/browser/browser-kind.ts';
import { buildWithSites, type BuildCopy } from '../../utils/cli/browser/build-with-sites.ts';
import { surfaceIds } from '../../utils/core/facts.ts';
import { isReadingPlace } from '../../utils/core/reading-places.ts';
import { asWritten, pagesOf, type Page } from '../surfaces/load-page.ts';
import { openStage, type Stage } from './stage.ts';
import { isEverything } from './tested-kinds.ts';

const pages = surfaceIds.flatMap(pagesOf);
/** Sites a person chose: Roundcube stands on anybody's. */
const chosen = [...new Set(pages.map(({ url }) => new URL(url).host))].filter((host) => !isReadingPlace(host));
/** Pages that a person's own account shows: there is nothing to wait for on them. */
const readable = pages.filter(({ expected }) => expected.length > 0);

/**
 * `npm test` reads each page in one of the two browsers, since all of them are read in happy-dom too, and every fourth in Firefox, which
 * takes three times as long for one; `npm run test:pages` and `npm run test:all` read each in both.
 */
const readIn = (kind: BrowserKind): Page[] =>
  isEverything ? readable : readable.filter((_, at) => (at % 4 === 0) === (kind === 'firefox'));

const withoutHash = (url: string) => url.replace(/#.*/s, '');

describe.each(browserKinds)('the reader in %s', (kind) => {
  let stage: Stage;
  let build: BuildCopy;
  let shown: Page | undefined;

  beforeAll(async () => {
    build = await buildWithSites(kind, chosen);
    stage = await openStage(kind, (host, path) => {
      const url = shown && new URL(shown.url);
      return url && host === url.host && path === url.pathname + url.search ? { body: shown!.html } : undefined;
    }, { extension: build.folder });
  });
  afterAll(async () => {
    await stage.browser.stop();
    await build.remove();
  });

  it.each(readIn(kind))('reads $name as written beside it', async (saved) => {
    const before = shown;
    shown = saved;
    await stage.page.goto(saved.url);
    // An address with a # that follows itself or its like, as in Gmail, loads nothing anew.
    if (before && saved.url.includes('#') && withoutHash(before.url) === withoutHash(saved.url)) await stage.page.reload();
    const { state } = await waitForState(stage.eye, ({ state: { items } }) => items.length === saved.expected.length);
    const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
    expect(state.items.map(({ facts }) => asWritten(facts)).sort(byText)).toEqual(saved.expected.map(({ facts }) => facts).sort(byText));
  });
});
