import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { firefox, type BrowserContext, type Page } from 'playwright';
import type { LaunchedBrowser, LaunchOrder } from './launch.ts';
import { makeTemporaryProfile } from './temporary-profile.ts';

/** Firefox draws a random host for an extension's pages; a preference fixes it, so that tests can name it. */
export const pagesHost = '6f1a3c52-0b7e-4d4c-9a55-b0f1de5c0de1';

/** What Playwright says when the page an extension opens at its installation takes the first tab's place while that tab gets its size: seen twice in some hundred starts. */
const tabWasReplaced = /browsingContext\.setViewport/;

/** Stock Firefox over WebDriver BiDi, with the unsigned extension laid into a fresh profile. */
export const launchFirefox = (order: LaunchOrder): Promise<LaunchedBrowser> =>
  start(order).catch((error) => {
    if (tabWasReplaced.test(String(error))) return start(order);
    throw error;
  });

async function start({
  program,
  extension,
  port,
  headless,
  language,
}: LaunchOrder): Promise<LaunchedBrowser> {
  const profile = await makeTemporaryProfile();
  let close = async () => {};
  try {
    const extensionId = await readExtensionId(extension);
    await mkdir(join(profile.path, 'extensions'));
    await writeFile(join(profile.path, 'extensions', `${extensionId}.xpi`), await zipFolder(extension));
    await warmUp(profile.path);
    const context = await firefox.launchPersistentContext(profile.path, {
      channel: 'moz-firefox',
      executablePath: program,
      headless,
      ...(!headless && { viewport: null }),
      ignoreHTTPSErrors: true,
      colorScheme: null,
      args: ['-remote-allow-system-access'], // without it, moz-extension: pages are refused
      firefoxUserPrefs: { ...preferences(extensionId, port), ...(language !== undefined && { 'intl.locale.requested': language }) },
    });
    close = async () => {
      await context.close();
      await keepWarm(profile.path);
    };
    const origin = `moz-extension://${pagesHost}`;
    return {
      context,
      extensionId,
      origin,
      openExtensionPage: (path) => openExtensionPage(context, `${origin}/${path}`),
      stop: () => profile.discard(close),
    };
  } catch (error) {
    await profile.discard(close);
    throw error;
  }
}

const preferences = (extensionId: string, port: number) => ({
  'network.dns.forceResolve': '127.0.0.1',
  'network.socket.forcePort': `443=${port}`,
  'xpinstall.signatures.required': false,
  'extensions.webextOptionalPermissionPrompts': false, // a click that asks for a permission gets it: nobody is there to answer
  'extensions.autoDisableScopes': 0,
  'extensions.enabledScopes': 15, // every place an extension may be installed in
  'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: pagesHost }),
  'services.settings.server': 'data:,#remote-settings-dummy/v1', // no settings fetched from outside
});

async function readExtensionId(extension: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8'));
  return manifest.browser_specific_settings.gecko.id;
}

/**
 * Names a folder for what Firefox compiles of its own scripts at the first start in a fresh profile, a third of what that start takes:
 * tests start often. The first that closes leaves it there. The note of which Firefox made it comes last; without one the cache is
 * thrown away at the start.
 */
export const warmFolderVariable = 'BONAFIDE_FIREFOX_WARM';
const compiled = ['startupCache', 'compatibility.ini'];
/** What Firefox remembers of its extensions, permissions with it, lies there too: another build of the same name would be given those of the one before. */
const ofExtensions = 'webext.sc.lz4';

async function warmUp(profile: string): Promise<void> {
  const folder = process.env[warmFolderVariable];
  if (folder && isWarm(folder)) await copyCompiled(folder, profile);
}

async function keepWarm(profile: string): Promise<void> {
  const folder = process.env[warmFolderVariable];
  if (folder && !isWarm(folder)) await copyCompiled(profile, folder);
}

const isWarm = (folder: string): boolean => existsSync(join(folder, compiled.at(-1)!));

async function copyCompiled(from: string, to: string): Promise<void> {
  for (const entry of compiled) await cp(join(from, entry), join(to, entry), { recursive: true, filter: (path) => !path.endsWith(ofExtensions) });
}

async function zipFolder(folder: string): Promise<Uint8Array> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const named = files.map(async (file) => [
    file.slice(folder.length + 1).replaceAll('\\', '/'),
    await readFile(file),
  ]);
  // It lies on the same disk and is thrown away: packing it would take a second.
  return zipSync(Object.fromEntries(await Promise.all(named)), { level: 0 });
}

/**
 * An extension page runs in another process, and `goto` never learns that it arrived: so nobody waits for it,
 * the page itself is asked until it answers, and each new try takes a new page. Awaiting `goto` with any
 * `waitUntil` failed in most fresh profiles.
 */
export async function openExtensionPage(context: BrowserContext, url: string): Promise<Page> {
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const page = await context.newPage();
    page.goto(url).catch(() => {});
    if (await arrives(page, url)) return page;
    await within(page.close(), 1000).catch(() => {});
  }
  throw new Error(
    `${url} did not open. Release builds of Firefox refuse unsigned extensions: ` +
      'use Firefox ESR, Developer Edition or Nightly, and name its path in BONAFIDE_FIREFOX.',
  );
}

async function arrives(page: Page, url: string): Promise<boolean> {
  const isThere = (wanted: string) => location.href.startsWith(wanted) && document.readyState === 'complete';
  for (const end = Date.now() + 4000; Date.now() < end;) {
    await pause(80);
    if (await within(page.evaluate(isThere, url), 400).catch(() => false)) return true;
  }
  return false;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const within = <T>(promise: Promise<T>, milliseconds: number): Promise<T> =>
  Promise.race([promise, pause(milliseconds).then(() => Promise.reject(new Error('too slow')))]);
