import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import type { Facts } from '../core/facts.ts';
import { unwrapLink } from '../core/unwrap-link.ts';
import type { PageState, Reply } from '../platform/questions.ts';
import { isReadingPlace } from '../core/reading-places.ts';
import { browserKinds, type BrowserKind } from './browser/browser-kind.ts';
import { buildWithSites, type BuildCopy } from './browser/build-with-sites.ts';
import { launch, type Browser } from './browser/launch.ts';
import type { Command } from './command.ts';
import { makeFreshBuild } from './fresh-build.ts';
import { ownSitesReady } from './own-sites-ready.ts';
import { complain, jsonLine, plain, print } from './results.ts';
import { besideOf, readSavedPage, type SavedPage } from './saved-page.ts';
import { settledState } from './settled-state.ts';
import { surfaceOfAddress } from './surface-of-address.ts';

export const readPage: Command = {
  help: `read-page [--url URL] [--browser chromium|firefox] FILE.html...

What the extension reads on a saved page: one JSON object a page, with the facts of each reading and, by fact, the
number of the candidate in docs/surfaces.md that answered. The page is served under its real host name in
a real browser that reaches nothing else. Its address is URL, else what <meta name="fixture:url"> or the
canonical link says. A site that is on no list is read as one the person chose ("watch this site too").`,

  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        browser: { type: 'string', default: 'chromium' },
        json: { type: 'boolean' },
      },
    });
    const kind = browserKinds.find((candidate) => candidate === values.browser);
    if (!kind) return complain(`--browser is ${values.browser}; it can be ${browserKinds.join(' or ')}.`);
    if (positionals.length === 0) return complain('Name a saved page.');
    await readPages(positionals, values.url, kind);
  },
};

async function readPages(
  paths: readonly string[],
  url: string | undefined,
  kind: BrowserKind,
): Promise<void> {
  let shown: SavedPage | undefined;
  let browser: Browser | undefined;
  let popup: Page | undefined;
  const chosen = await ownSitesOf(paths, url);
  const build: Build = {};
  try {
    for (const path of paths) {
      try {
        shown = await readSavedPage(path, url);
        browser ??= await start(kind, chosen, build, (host, asked) => {
          if (!shown || host !== shown.url.host) return undefined;
          const isPage = asked === shown.url.pathname + shown.url.search;
          const body = isPage ? shown.html : besideOf(shown, asked);
          return body && { body };
        });
        popup ??= await browser.openExtensionPage('popup.html');
        if (chosen.length > 0) await ownSitesReady(popup, chosen);
        await print(await describePage(shown, browser, popup));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        complain(`${path}: ${reason}`);
        await print(jsonLine({ id: path, error: reason }));
      }
    }
  } finally {
    await browser?.stop();
    await build.copy?.remove();
  }
}

type Build = { copy?: BuildCopy };

async function start(
  kind: BrowserKind,
  chosen: readonly string[],
  build: Build,
  fixtures: Parameters<typeof launch>[0]['fixtures'],
): Promise<Browser> {
  makeFreshBuild(kind);
  if (chosen.length > 0) build.copy ??= await buildWithSites(kind, chosen);
  return launch({ kind, fixtures, extension: build.copy?.folder });
}

/** Hosts of the pages that only a person's choice makes readable. A page that names no address is complained of later. */
async function ownSitesOf(paths: readonly string[], url: string | undefined): Promise<string[]> {
  const pages = await Promise.all(paths.map((path) => readSavedPage(path, url).catch(() => undefined)));
  const hosts = pages.map((page) => page?.url.hostname).filter((host) => host !== undefined);
  return [...new Set(hosts)].filter((host) => !isReadingPlace(host));
}

async function describePage({ url }: SavedPage, browser: Browser, popup: Page): Promise<string> {
  const page = await browser.newPage(url.href);
  try {
    // Firefox opens tabs behind the popup's, and what is not visible is not read.
    await page.bringToFront();
    const { health, items, trouble } = await settledState(() => stateOfPage(popup));
    if (trouble) complain(`${url.href}: ${trouble}`);
    if (items.length === 0 && health !== 'unreadable') console.error(plain(`${url.href}: no reader knows this page (${health}).`));
    const facts = items.map((item) => withTargets(item.facts));
    const answered = items.map((item) => item.answered ?? {});
    return jsonLine({ surface: facts[0]?.surface ?? surfaceOfAddress(url) ?? null, health, facts, answered });
  } finally {
    await page.close();
  }
}

/** Says of wrapped links where they lead, as the core reads them: the page's script leaves that to the background. */
function withTargets(facts: Facts): Facts {
  const links = facts.links?.map((link) => {
    const { url } = unwrapLink(link.url);
    return url === link.url ? link : { ...link, target: url };
  });
  return links ? { ...facts, links } : facts;
}

interface TabsApi {
  tabs: {
    query(filter: object): Promise<{ id: number }[]>;
    sendMessage(id: number, message: object): Promise<Reply<PageState> | undefined>;
  };
}

/**
 * Asks as the popup does, from the popup's own page. Which tab is the saved page's it may not know (the
 * extension has no right to
 * read addresses), so it asks all of them; one answers.
 */
async function stateOfPage(popup: Page): Promise<PageState | undefined> {
  const replies = await popup.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as { browser?: TabsApi; chrome: TabsApi };
    const { tabs } = browser ?? chrome;
    const all = await tabs.query({});
    return Promise.all(
      all.map(({ id }) =>
        tabs.sendMessage(id, { askPage: 'state', body: { again: false } }).catch(() => undefined),
      ),
    );
  });
  for (const reply of replies) if (reply && 'ok' in reply) return reply.ok;
  return undefined;
}
