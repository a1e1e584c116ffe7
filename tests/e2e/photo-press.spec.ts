import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { borrowedPath } from '../../scripts/demo/draw-borrowed.mts';
import { waitForState } from '../../scripts/demo/page-state.mts';
import { drawPortrait } from '../../scripts/demo/portrait.mts';
import { browserKinds, type BrowserKind } from '../../utils/cli/browser/browser-kind.ts';
import { buildWithSites, type BuildCopy } from '../../utils/cli/browser/build-with-sites.ts';
import type { PageItem } from '../../utils/platform/questions.ts';
import { openStage, type Stage } from './stage.ts';

/** The build as it is after a press on the toolbar button, which nobody can press here: the picture of the screen is allowed. */
async function buildAfterPress(kind: BrowserKind): Promise<BuildCopy> {
  const build = await buildWithSites(kind, []);
  const path = join(build.folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { host_permissions: string[] };
  await writeFile(path, JSON.stringify({ ...manifest, host_permissions: [...manifest.host_permissions, '<all_urls>'] }));
  return build;
}

const portrait = drawPortrait();
/** A square part of the portrait, as large as the whole. */
const cut = (left: number, top: number, side: number) =>
  sharp(portrait).extract({ left, top, width: side, height: side }).resize(400).jpeg({ quality: 80 }).toBuffer();
/** Whose photo is shown: a part off the middle, the whole, a part out of the middle, and the whole mirrored in a ring. */
const photos = {
  'tavo-halloran': await cut(28, 12, 360),
  'mire-fenwick': portrait,
  'olve-borg': await cut(32, 32, 336),
  'ines-carrow': await readFile(borrowedPath),
} as const;
type Slug = keyof typeof photos;
const slugs = Object.keys(photos) as Slug[];

const profile = (slug: Slug) => `<!doctype html><title>${slug} | LinkedIn</title><body style="margin: 0"><main>
<section class="pv-top-card" data-member-id="${4 + slugs.indexOf(slug)}00000000"><img class="pv-top-card-profile-picture__image--show" width="240" height="240"
src="https://media.licdn.com/dms/image/v2/D4E03AQ${slug}/profile-displayphoto-shrink_400_400/x/0/1793348062417?e=1&v=beta&t=x">
<a href="/in/${slug}/overlay/about-this-profile/"><h1>${slug}</h1></a><div class="text-body-medium break-words">Recruiter</div></section></main>`;

/** What the popup does at a press on "Check this photo", or on "Look closer". */
const press = (eye: Page, tabId: number, { key, facts }: PageItem, deep: boolean): Promise<unknown> =>
  eye.evaluate(async ([id, item, look, about]) => {
    interface Reply { readonly ok?: unknown; readonly error?: string }
    interface Api {
      readonly tabs: { get(tab: number): Promise<{ windowId: number }>; sendMessage(tab: number, message: object): Promise<Reply> };
      readonly runtime: { sendMessage(message: object): Promise<Reply> };
    }
    const global = globalThis as unknown as { browser?: Api; chrome: Api };
    const { tabs, runtime } = global.browser ?? global.chrome;
    const { ok: place } = await tabs.sendMessage(id, { askPage: 'photoPlace', body: { key: item } });
    const { windowId } = await tabs.get(id);
    const reply = await runtime.sendMessage({ ask: 'checkPhoto', body: { tabId: id, windowId, place, facts: about, deep: look } });
    return reply.ok ?? reply.error;
  }, [tabId, key, deep, facts] as const);

describe.each(browserKinds)('a photo that is checked by a press in %s', (kind) => {
  let build: BuildCopy;
  let stage: Stage;
  beforeAll(async () => {
    build = await buildAfterPress(kind);
    stage = await openStage(kind, (host, path) => {
      const slug = slugs.find((one) => path.includes(one));
      if (!slug) return undefined;
      return host === 'media.licdn.com' ? { type: slug === 'mire-fenwick' ? 'image/png' : 'image/jpeg', body: photos[slug] } : { body: profile(slug) };
    }, { extension: build.folder });
  });
  afterAll(async () => {
    await stage?.browser.stop();
    await build?.remove();
  });

  const check = async (slug: Slug, deep: boolean): Promise<unknown> => {
    const { page, eye } = stage;
    await page.goto(`https://www.linkedin.com/in/${slug}/`);
    const { tabId, state } = await waitForState(eye, ({ state: { items } }) => items[0]?.facts.sender?.name === slug);
    await page.bringToFront();
    return press(eye, tabId, state.items[0]!, deep);
  };

  it('is remembered when it was not met before', async () => {
    expect(await check('tavo-halloran', false)).toBe('remembered');
  });

  it('is not known by a part that was met before, and is on a closer look', async () => {
    expect(await check('mire-fenwick', false)).toBe('remembered');
    expect(await check('mire-fenwick', true)).toBe('cropped');
  });

  it('is not known when it is a part itself, and is on a closer look', async () => {
    expect(await check('olve-borg', false)).toBe('remembered');
    expect(await check('olve-borg', true)).toBe('cropped');
  });

  it('is known mirrored, ringed and compressed anew, off the screen', async () => {
    expect(['same', 'similar']).toContain(await check('ines-carrow', false));
  });

  it('asks the network for nothing but what the pages show', () => {
    const own = stage.browser.sent().filter(({ host, headers }) => host === 'media.licdn.com' && !headers.referer);
    expect(own).toEqual([]);
  });
});
