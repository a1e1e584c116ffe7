import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Judgement, Reply } from '../../utils/platform/questions.ts';
import { at, freshBrowser, mail } from './fresh-browser.ts';
import { bundle, tinyPack } from './tiny-pack.ts';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));

const wake = async () => (await import('../../entrypoints/background.ts')).default.main();
const onGmail = { id: 'test-extension-id', url: 'https://mail.google.com/mail/', tab: { id: 7, incognito: false } };
const put = <T>(ask: string, body: unknown, sender: object = onGmail) => new Promise<Reply<T>>((resolve) => {
  void fakeBrowser.runtime.onMessage.trigger({ ask, body }, sender as never, resolve as never);
});
const judged = async (facts = mail(), sender?: object) => (await put<Judgement>('judge', facts, sender) as { ok: Judgement }).ok;

const setAccessLevel = vi.fn<(access: object) => Promise<void>>(async () => undefined);

describe('background', () => {
  beforeEach(async () => {
    freshBrowser();
    bundle(tinyPack());
    Object.assign(fakeBrowser.storage.local, { setAccessLevel });
    const event = { addListener: () => undefined };
    Object.assign(fakeBrowser.permissions, { onAdded: event, onRemoved: event });
  });

  it('judges nothing on a site that is switched off, whatever its page asks', async () => {
    await wake();
    await fakeBrowser.storage.local.set({ disabledSites: ['gmail'] });
    expect(await put('judge', mail())).toEqual({ error: 'place.offText' });
  });

  it('listens in the first tick', async () => {
    const { default: background } = await import('../../entrypoints/background.ts');
    expect(background.main()).toBeUndefined();
    expect(fakeBrowser.runtime.onMessage.hasListeners()).toBe(true);
    expect(fakeBrowser.runtime.onInstalled.hasListeners()).toBe(true);
  });

  it('keeps settings from content scripts where the browser can', async () => {
    await wake();
    expect(setAccessLevel).toHaveBeenLastCalledWith({ accessLevel: 'TRUSTED_CONTEXTS' });
    Object.assign(fakeBrowser.storage.local, { setAccessLevel: undefined });
    await wake();
    expect(await judged()).toHaveProperty('verdict');
  });

  it('loads the pack when it is installed', async () => {
    await wake();
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' } as never);
    await vi.waitFor(async () => expect((await fakeBrowser.storage.local.get('pack'))['pack']).toMatchObject({ version: 1 }));
  });

  it('opens the welcome page when it is installed, and not after an update', async () => {
    await wake();
    const welcomes = async () => (await fakeBrowser.tabs.query({})).filter(({ url }) => url?.includes('welcome.html')).length;
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update' } as never);
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' } as never);
    await vi.waitFor(async () => expect(await welcomes()).toBe(1));
  });

  it('judges with what it remembers', async () => {
    await wake();
    await judged(mail({ sender: { email: 'first@else.example' } }));
    at('2026-03-20');
    expect((await judged()).verdict.findings.map(({ rule }) => rule)).toEqual(['says-hello', 'writes-first-time']);
  });

  it('judges although an install event never came and the database is broken', async () => {
    vi.stubGlobal('indexedDB', undefined);
    await wake();
    expect((await judged()).verdict.level).toBe('notice');
  });

  it('says in the answer what was marked as not a problem, and still gives the verdict', async () => {
    await wake();
    expect(await put('dismiss', { facts: mail(), scope: 'message', undo: false })).toEqual({ ok: undefined });
    expect(await judged()).toMatchObject({ dismissed: 'message', verdict: { level: 'notice' } });
    await put('dismiss', { facts: mail(), scope: 'message', undo: true });
    expect(await judged()).not.toHaveProperty('dismissed');
  });

  it('says in the answer where warnings may appear, and has open pages ask anew when that changes', async () => {
    await wake();
    expect(await judged()).toMatchObject({ placement: 'inline' });
    const { id } = await fakeBrowser.tabs.create({ url: 'https://mail.google.com/mail/' });
    const asked = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue({ ok: {} } as never);
    await fakeBrowser.storage.local.set({ placement: 'toolbar' });
    await vi.waitFor(() => expect(asked).toHaveBeenCalledWith(id, { askPage: 'state', body: { again: true } }));
    expect(await judged()).toMatchObject({ placement: 'toolbar' });
  });

  it('opens our own pages', async () => {
    await wake();
    await put('open', { page: 'first-aid' });
    expect((await fakeBrowser.tabs.query({})).map(({ url }) => url)).toContain('chrome-extension://test-extension-id/first-aid.html');
  });

  it('sets the badge of the tab that asks', async () => {
    await wake();
    await put('badge', { level: 'danger', health: 'readable' });
    expect(await fakeBrowser.action.getBadgeText({ tabId: 7 })).toBe('!');
  });
});
