import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { BrowserKind } from '../../utils/cli/browser/browser-kind.ts';

export type Scheme = 'light' | 'dark';
/** Has pages drawn in that scheme from now on. */
export type ChooseScheme = (page: Page, scheme: Scheme) => Promise<void>;

interface Settings { readonly browserSettings: { readonly overrideContentColorScheme: { set(to: { value: Scheme }): Promise<unknown> } } }

/**
 * Chromium takes a wished scheme for each page. Firefox takes the wish without a word and stays as the system is (tried in ESR 153), but an
 * extension may choose for all pages: the copy of ours that has its picture taken is given that permission. `eye`: one of its pages.
 */
export const chooseSchemeIn = (kind: BrowserKind, eye: Page): ChooseScheme => async (page, scheme) => {
  if (kind === 'chromium') return page.emulateMedia({ colorScheme: scheme });
  await eye.evaluate(
    (value) => (globalThis as unknown as { browser: Settings }).browser.browserSettings.overrideContentColorScheme.set({ value }), scheme);
};

/** Lets the copy of the built extension in `folder` choose the scheme. */
export async function allowChoosing(folder: string, kind: BrowserKind): Promise<void> {
  if (kind === 'chromium') return;
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { permissions: string[] };
  await writeFile(path, JSON.stringify({ ...manifest, permissions: [...manifest.permissions, 'browserSettings'] }));
}
