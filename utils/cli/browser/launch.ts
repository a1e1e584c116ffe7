import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { builtFolder, ownTraffic, type BrowserKind } from './browser-kind.ts';
import { browserVariable, findBrowser } from './find-browser.mjs';
import { startFixtureServer, type Fixtures, type SeenRequest } from './fixture-server.ts';
import { launchChromium } from './launch-chromium.ts';
import { launchFirefox } from './launch-firefox.ts';

const repository = resolve(import.meta.dirname, '../../..');

/** What a launcher is given: the program, the unpacked extension and the port that plays the whole web. */
export type LaunchOrder = { program: string; extension: string; port: number; headless: boolean; keepsPages: boolean; language?: string };

/** What a launcher gives back; `origin` is that of the extension's own pages, with no slash at the end. */
export type LaunchedBrowser = {
  context: BrowserContext;
  extensionId: string;
  origin: string;
  openExtensionPage(path: string): Promise<Page>;
  stop(): Promise<void>;
};

export type Browser = {
  kind: BrowserKind;
  context: BrowserContext;
  extensionId: string;
  /** Of the extension's own pages, with no slash at the end. */
  origin: string;
  /** Every request so far of pages and extension, in order; the browser's own are left out. */
  sent(): SeenRequest[];
  newPage(url: string): Promise<Page>;
  openExtensionPage(path: string): Promise<Page>;
  stop(): Promise<void>;
};

export type LaunchChoices = {
  kind: BrowserKind;
  fixtures: Fixtures;
  /** Unpacked extension; the built one of the repository unless told. */
  extension?: string;
  headless?: boolean;
  /** Keeps pages one leaves for the way back, as a person's browser does. Playwright switches that off in Chromium. */
  keepsPages?: boolean;
  /** Of the browser (BCP 47); the machine's own unless told. Firefox speaks only what it was built or given a language pack for. */
  language?: string;
};

/**
 * A real browser with the extension in it and `fixtures` as its whole web: nothing leaves the machine.
 * @throws {Error} when there is no such browser or no built extension
 */
export async function launch({
  kind,
  fixtures,
  extension,
  headless = true,
  keepsPages = false,
  language,
}: LaunchChoices): Promise<Browser> {
  const program = await findBrowser(kind);
  if (!program)
    throw new Error(`No ${kind} was found. Install one, or name its path in ${browserVariable[kind]}.`);
  const folder = extension ?? join(repository, builtFolder[kind]);
  await assertBuilt(folder, kind);
  const server = await startFixtureServer(fixtures);
  try {
    const start = kind === 'chromium' ? launchChromium : launchFirefox;
    const { stop, ...browser } = await start({ program, extension: folder, port: server.port, headless, keepsPages, language });
    return {
      ...browser,
      kind,
      sent: () => server.requests.filter(({ host, path }) => !ownTraffic[kind].test(host + path)),
      newPage: (url) => openPage(browser.context, url),
      stop: async () => {
        await stop();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

async function assertBuilt(folder: string, kind: BrowserKind): Promise<void> {
  const remedy = kind === 'chromium' ? 'npm run build' : 'npm run build:firefox';
  await readFile(join(folder, 'manifest.json')).catch(() => {
    throw new Error(`There is no built extension in ${folder}. Run \`${remedy}\` first.`);
  });
}
