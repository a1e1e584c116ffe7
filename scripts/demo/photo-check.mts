import type { Page } from 'playwright';
import { buildWithSites, type BuildCopy } from '../../utils/cli/browser/build-with-sites.ts';
import type { BrowserKind } from '../../utils/cli/browser/browser-kind.ts';

/** The build as it is for somebody who allowed LinkedIn's image host: no prompt can be answered without a person. */
export const buildWithPhotoHost = (kind: BrowserKind): Promise<BuildCopy> => buildWithSites(kind, ['media.licdn.com']);

/** Switches the automatic photo check on, as a person does in the settings, from a page of the extension. */
export const switchOnPhotoCheck = (eye: Page): Promise<void> => eye.evaluate(async () => {
  type Api = { storage: { local: { set(values: object): Promise<void> } } };
  const global = globalThis as unknown as { browser?: Api; chrome: Api };
  await (global.browser ?? global.chrome).storage.local.set({ checkPhotos: true });
});
