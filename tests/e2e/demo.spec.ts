import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDemoWeb } from '../../scripts/demo/demo-web.mts';
import { buildWithPhotoHost, switchOnPhotoCheck } from '../../scripts/demo/photo-check.mts';
import { lookAtPopup, waitForState, type Seen } from '../../scripts/demo/page-state.mts';
import { levelOn } from '../../scripts/demo/report-step.mts';
import { steps } from '../../scripts/demo/steps.mts';
import { browserKinds } from '../../utils/cli/browser/browser-kind.ts';
import type { BuildCopy } from '../../utils/cli/browser/build-with-sites.ts';
import type { Finding } from '../../utils/core/verdict.ts';
import { isWarned, openStage, type Stage } from './stage.ts';

type Stop = { readonly seen: Seen; readonly level: string; readonly warned: boolean; readonly popup: string };

/** Texts of the popup are only looked at here: opening it costs seconds in Firefox. */
const withPopup = ['test', 'borrowed-asks', 'notice'];
/** The card and the badge come with the judgement; this is far more than they take, in milliseconds. */
const drawing = 400;

describe.each(browserKinds)('the demo in %s', (kind) => {
  let build: BuildCopy;
  let stage: Stage;
  const stops = new Map<string, Stop>();
  const stop = (name: string): Stop => {
    const reached = stops.get(name);
    if (!reached) throw new Error(`The walk did not come to "${name}".`);
    return reached;
  };
  const findings = (name: string): readonly Finding[] =>
    stop(name).seen.state.items.flatMap(({ judgement }) => judgement.verdict.findings).filter(({ trial }) => !trial);
  const themes = (name: string) => new Set(findings(name).map(({ theme }) => theme));

  beforeAll(async () => {
    build = await buildWithPhotoHost(kind);
    stage = await openStage(kind, createDemoWeb(new Date()), { extension: build.folder });
    const { browser, eye, page } = stage;
    await switchOnPhotoCheck(eye);
    for (const { name, act, settled } of steps) {
      await page.bringToFront();
      await act(page);
      await waitForState(eye, settled);
      await page.waitForTimeout(drawing);
      const seen = await waitForState(eye, settled);
      const warned = await isWarned(page);
      stops.set(name, { seen, level: levelOn(seen), warned, popup: withPopup.includes(name) ? await popupText(seen.tabId) : '' });
    }
    function popupText(tabId: number): Promise<string> {
      return lookAtPopup(browser, tabId, (popup) => popup.evaluate(() => document.body.textContent ?? ''));
    }
  }, 180_000);
  afterAll(async () => {
    await stage?.browser.stop();
    await build?.remove();
  });

  it('remarks on a new photo on an old profile without interrupting', () => {
    expect(stop('profile').level).toBe('notice');
    expect([...themes('profile')].some((theme) => theme === 'photo' || theme === 'profile')).toBe(true);
    expect(stop('profile').warned).toBe(false);
  });

  it.each(['hello', 'role', 'interest'])('is quiet at the step "%s" of the conversation', (name) => {
    expect(['none', 'notice']).toContain(stop(name).level);
    expect(stop(name).warned).toBe(false);
  });

  it('warns in the page when the test and its link arrive', () => {
    expect(['caution', 'danger']).toContain(stop('test').level);
    expect([...themes('test')].some((theme) => theme === 'link' || theme === 'assignment')).toBe(true);
    expect(stop('test').warned).toBe(true);
  });

  it('reads the repository out of the wrapped link', () => {
    const links = stop('test').seen.state.items.flatMap(({ facts }) => facts.links ?? []);
    expect(links.map(({ url }) => url).join()).toContain('harborlight-ledger-example');
  });

  it('finds no less when they ask for their own machine', () => {
    expect(['caution', 'danger']).toContain(stop('own-machine').level);
    expect(themes('own-machine')).toContain('assignment');
    expect(stop('own-machine').warned).toBe(true);
  });

  it('finds the first profile\'s photo on another one, mirrored, ringed and compressed anew, before anything is asked', () => {
    expect(stop('borrowed').level).toBe('notice');
    expect(findings('borrowed').map(({ rule }) => rule)).toContain('photo-same-under-other-profile');
    expect(stop('borrowed').warned).toBe(false);
  });

  it('warns of the borrowed photo first when that profile asks for something', () => {
    expect(['caution', 'danger']).toContain(stop('borrowed-asks').level);
    expect(findings('borrowed-asks')[0]?.rule).toBe('photo-same-under-other-profile');
    expect(stop('borrowed-asks').warned).toBe(true);
  });

  it.each(['interview', 'newsletter'])('is quiet at ordinary mail: "%s"', (name) => {
    expect(['none', 'notice']).toContain(stop(name).level);
    expect(stop(name).warned).toBe(false);
  });

  it('warns at the file of the notice', () => {
    expect(['caution', 'danger']).toContain(stop('notice').level);
    expect(themes('notice')).toContain('file');
    expect(stop('notice').warned).toBe(true);
  });

  it('marks the button at a warning and leaves it bare at nothing', () => {
    expect(stop('test').seen.badge).not.toBe('');
    expect(stop('notice').seen.badge).not.toBe('');
    expect(stop('newsletter').seen.badge).toBe('');
  });

  it.each(withPopup)('gives every reason in the popup: "%s"', (name) => {
    expect(findings(name).length).toBeGreaterThan(0);
    for (const { severity, title, why } of findings(name)) {
      const isQuiet = severity === 'low' || severity === 'info';
      expect(stop(name).popup).toContain(isQuiet ? why : title);
    }
  });

  it('asks nothing of the network beyond the pages themselves', () => {
    const hosts = new Set(stage.browser.sent().map(({ host }) => host));
    expect([...hosts].sort()).toEqual(['mail.google.com', 'media.licdn.com', 'www.linkedin.com']);
    const photos = stage.browser.sent().filter(({ host }) => host === 'media.licdn.com');
    const ofPages = photos.filter(({ headers }) => headers.referer === 'https://www.linkedin.com/');
    // One each of the two profiles, by the photo check that the demo switched on.
    const own = photos.filter((request) => !ofPages.includes(request));
    expect(own.map(({ path }) => /(display|framed)photo/.exec(path)?.[1])).toEqual(['display', 'framed']);
    expect(own.every(({ headers }) => !headers.referer && !headers.cookie)).toBe(true);
  });
});
