import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWithPhotoHost, switchOnPhotoCheck } from '../../scripts/demo/photo-check.mts';
import { waitForState } from '../../scripts/demo/page-state.mts';
import { drawPortrait } from '../../scripts/demo/portrait.mts';
import { browserKinds } from '../../utils/cli/browser/browser-kind.ts';
import type { BuildCopy } from '../../utils/cli/browser/build-with-sites.ts';
import { launch, type Browser } from '../../utils/cli/browser/launch.ts';
import type { Page } from 'playwright';

const profile = (slug: string, name: string) => `<!doctype html><title>${name} | LinkedIn</title><main>
<section class="pv-top-card" data-member-id="${slug.length}00000000"><img class="pv-top-card-profile-picture__image--show"
src="https://media.licdn.com/dms/image/v2/D4E03AQ${slug}/profile-displayphoto-shrink_200_200/x/0/1793348062417?e=1&v=beta&t=x">
<a href="/in/${slug}/overlay/about-this-profile/"><h1>${name}</h1></a><div class="text-body-medium break-words">Recruiter</div></section></main>`;

const people: Record<string, string> = { mirefenwick: 'Mire Fenwick', tavohalloran: 'Tavo Halloran' };
const portrait = drawPortrait();
const passerBy = `<!doctype html><title>Search | LinkedIn</title><main><ul><li data-chameleon-result-urn="urn:li:member:1700000000"><a href="/in/olveborg/">
<img src="https://media.licdn.com/dms/image/v2/D4E03AQolveborg/profile-displayphoto-shrink_100_100/x/0/1793348062417?e=1&v=beta&t=x"></a></li></ul></main>`;

describe.each(browserKinds)('photos that are checked on their own in %s', (kind) => {
  let build: BuildCopy;
  let browser: Browser;
  let eye: Page;
  let page: Page;
  beforeAll(async () => {
    build = await buildWithPhotoHost(kind);
    browser = await launch({
      kind,
      extension: build.folder,
      fixtures: (host, path) => {
        if (host === 'media.licdn.com') return { type: 'image/png', headers: { 'set-cookie': 'who=me' }, body: portrait };
        if (path.startsWith('/search/results/people/')) return { body: passerBy };
        const slug = Object.keys(people).find((one) => path === `/in/${one}/`);
        return slug ? { body: profile(slug, people[slug]!) } : undefined;
      },
    });
    eye = await browser.openExtensionPage('first-aid.html');
    page = await browser.context.newPage();
  });
  afterAll(async () => {
    await browser.stop();
    await build.remove();
  });

  const photoRequests = () => browser.sent().filter(({ host }) => host === 'media.licdn.com');
  const visit = async (slug: string) => {
    await page.goto(`https://www.linkedin.com/in/${slug}/`);
    return waitForState(eye, ({ state: { items } }) => items.some(({ facts }) => facts.sender?.name === people[slug]));
  };

  /** A search, with somebody's face in it. */
  const passBy = () => page.goto('https://www.linkedin.com/search/results/people/?keywords=recruiter');

  it('asks the image host for nothing as long as nobody switched it on', async () => {
    await visit('mirefenwick');
    await page.waitForTimeout(800);
    expect(photoRequests().length).toBe(1); // the page's own picture
    await passBy();
    await page.waitForTimeout(4_000);
    expect(photoRequests().length).toBe(2);
  });

  it('notices the same photo under another name, without cookies and without saying from where', async () => {
    await switchOnPhotoCheck(eye);
    await visit('mirefenwick');
    await expect.poll(() => photoRequests().some(({ headers }) => !headers.referer)).toBe(true);
    await visit('tavohalloran');
    const { state } = await waitForState(eye, ({ state: { items } }) =>
      items.some(({ judgement }) => judgement?.verdict.findings.some(({ theme, rule }) => theme === 'photo' && rule.includes('same'))));
    expect(state.items[0]!.facts.sender?.name).toBe('Tavo Halloran');
    const own = photoRequests().filter(({ headers }) => !headers.referer);
    expect(own.length).toBe(2);
    // An origin would name the extension.
    expect(own.filter(({ headers }) => headers.cookie ?? headers.origin)).toEqual([]);
  });

  it('remembers the photo of somebody in a list once, and judges nobody there', async () => {
    const own = () => photoRequests().filter(({ headers }) => !headers.referer).length;
    const before = own();
    await passBy();
    await expect.poll(own, { timeout: 10_000 }).toBe(before + 1);
    const { state } = await waitForState(eye, ({ state: { health } }) => health === 'nothing to read');
    expect(state.items).toEqual([]);
    await passBy();
    await page.waitForTimeout(4_000);
    expect(own()).toBe(before + 1);
  });
});
