import type { Page } from 'playwright';
import type { BrowserKind } from '../../utils/cli/browser/browser-kind.ts';
import type { Fixtures } from '../../utils/cli/browser/fixture-server.ts';
import { launch, type Browser, type LaunchChoices } from '../../utils/cli/browser/launch.ts';
import { openWindow } from '../../scripts/demo/page-state.mts';

/** A browser with the extension, one tab that shows the sites and one extension page to ask from. */
export interface Stage {
  readonly browser: Browser;
  readonly page: Page;
  readonly eye: Page;
}

export async function openStage(kind: BrowserKind, fixtures: Fixtures, choices: Partial<LaunchChoices> = {}): Promise<Stage> {
  const browser = await launch({ kind, fixtures, ...choices });
  const eye = await openWindow(browser);
  await waitForWelcome(eye);
  const page = await browser.context.newPage();
  return { browser, page, eye };
}

/**
 * An extension that was just installed opens its welcome page by itself, and that would take the front from a test some time later. Waits for it and closes it.
 * @throws {Error} when it does not come
 */
export async function waitForWelcome(eye: Page): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
    if (await eye.evaluate(closeWelcome)) return;
  }
  throw new Error('The extension was installed and did not open its welcome page.');
}

interface Tabs { getCurrent(): Promise<{ id: number }>; remove(id: number): Promise<void> }
type OwnView = Window & { readonly chrome: { readonly tabs: Tabs; readonly extension: { getViews(): OwnView[] } }; readonly browser?: { readonly tabs: Tabs } };

async function closeWelcome(): Promise<boolean> {
  const here = globalThis as unknown as OwnView;
  const view = here.chrome.extension.getViews().find(({ location }) => location.pathname === '/welcome.html');
  if (!view) return false;
  const { id } = await (view.browser ?? view.chrome).tabs.getCurrent();
  await (here.browser ?? here.chrome).tabs.remove(id);
  return true;
}

/** True while the warning card is in the page. All a page can see of it is a bare element at the very end. */
export const isWarned = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const last = document.documentElement.lastElementChild;
    return last?.localName === 'div' && !last.hasAttributes();
  });

/** A text of the extension by its key in assets/locales, as the browser gives it. @throws {Error} when there is none */
export async function textOf(eye: Page, key: string, ...values: string[]): Promise<string> {
  const text = await eye.evaluate(
    ([name, given]) => (globalThis as unknown as { chrome: { i18n: { getMessage(name: string, values: readonly string[]): string } } }).chrome.i18n.getMessage(name, given),
    [key.replaceAll('.', '_'), values] as const,
  );
  if (text === '') throw new Error(`There is no text with the key ${key}.`);
  return text;
}
