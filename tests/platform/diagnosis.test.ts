import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { EventsState } from '../../utils/platform/events-state.ts';
import { freshBrowser } from './fresh-browser.ts';

const events: EventsState = {
  host: 'siem.birchline.example', protocol: 'otlp-json', fields: 'minimal', least: 'danger', isAllowed: true, waiting: 3, dropped: 1,
  lastSent: { at: '2026-03-01T08:00:00.000Z', count: 12 }, lastFault: { at: '2026-03-02T07:00:00.000Z', kind: 'refused', status: 401 },
};
const answers = vi.hoisted(() => ({ events: undefined as unknown, packs: undefined as unknown, silent: new Set<number>() }));
vi.mock('../../utils/platform/ask.ts', () => ({
  ask: async (name: 'events' | 'packs') => {
    if (answers[name] instanceof Error) throw answers[name];
    return answers[name];
  },
  askPage: async (tab: number) => { if (answers.silent.has(tab)) throw new Error('Nobody answers.'); },
}));

const load = async () => ({ ...(await import('../../utils/platform/diagnosis.ts')), ...(await import('../../utils/platform/diagnosis-text.ts')) });
const diagnose = async () => (await load()).readDiagnosis();
const inText = async () => {
  const { readDiagnosis, diagnosisText } = await load();
  return diagnosisText(await readDiagnosis());
};
const policy = {
  orgName: 'Birchline Health', placement: 'toolbar', blockedProfiles: ['https://www.linkedin.com/in/kim-stone', 'https://kim-stone.example/me'], blockedDomains: ['calm-harbour.example'],
  eventsEndpoint: 'https://siem.birchline.example/v1/logs', eventsToken: 'hush-hush-4711', securityContact: 'mailto:jo.moor@birchline.example', eventsDeviceLabel: 'LAPTOP-0042',
  minimumLevel: 'sometimes', shoeSize: 43,
};

describe('readDiagnosis', () => {
  beforeEach(() => {
    freshBrowser();
    vi.stubGlobal('navigator', { userAgent: 'A browser 1.0' });
    answers.events = undefined;
    answers.packs = [];
    answers.silent = new Set();
    Object.assign(fakeBrowser.permissions, { contains: async ({ origins: [origin] }: { origins: string[] }) => !origin!.includes('yahoo') });
    Object.assign(fakeBrowser, { scripting: { executeScript: async () => [] }, management: { getSelf: async () => ({ installType: 'admin' }) } });
    Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '1.2.3' }) });
    Object.assign(fakeBrowser.i18n, { getUILanguage: () => 'de' });
  });

  it('says of every setting what holds and who decided it, without any policy too', async () => {
    await fakeBrowser.storage.local.set({ imageSearch: 'tineye' });
    const { settings, rejected, policy: read, installed, extension } = await diagnose();
    expect([settings.imageSearch.from, settings.placement.from, rejected, read.from, installed, extension]).toEqual(['user', 'default', [], 'none', 'admin', '1.2.3']);
  });

  it('names what of a policy cannot be used', async () => {
    await fakeBrowser.storage.managed.set(policy);
    const { settings, rejected, policy: read } = await diagnose();
    expect(settings.placement).toMatchObject({ value: 'toolbar', from: 'policy', locked: true, by: 'Birchline Health' });
    expect(rejected.map(({ key }) => key)).toEqual(['blockedProfiles', 'minimumLevel', 'shoeSize']);
    expect(read.from).toBe('store');
  });

  it('tells sites that may not be read, and open pages that do not answer', async () => {
    const { id } = await fakeBrowser.tabs.create({ url: 'https://www.linkedin.com/feed/' });
    await fakeBrowser.tabs.create({ url: 'https://www.linkedin.com/jobs/' });
    await fakeBrowser.tabs.create({ url: 'https://birchline.example/' });
    answers.silent.add(id!);
    const { access } = await diagnose();
    expect(access).toMatchObject({ is: { keptOut: 0, sites: expect.arrayContaining([{ site: 'linkedin', missing: [], open: 2, silent: 1 }, { site: 'yahoo', missing: ['mail.yahoo.com'], open: 0, silent: 0 }]) } });
  });

  it('tells open pages that a policy keeps extensions out of, whose address Chromium hides', async () => {
    const { id } = await fakeBrowser.tabs.create({});
    await fakeBrowser.tabs.create({});
    const executeScript = async ({ target: { tabId } }: { target: { tabId: number } }) => {
      throw new Error(tabId === id ? 'This page cannot be scripted due to an ExtensionsSettings policy.' : 'Cannot access contents of the page.');
    };
    Object.assign(fakeBrowser, { scripting: { executeScript } });
    expect((await diagnose()).access).toMatchObject({ is: { keptOut: 1 } });
  });

  it('takes no other part with one that fails', async () => {
    answers.events = new Error('The outbox cannot be read.');
    const { events: told, access, settings } = await diagnose();
    expect([told, 'is' in access, settings.placement.value]).toEqual([{ fault: 'The outbox cannot be read.' }, true, 'inline']);
  });

  it('tells troubles that were kept, the newest first', async () => {
    await fakeBrowser.storage.local.set({ 'trouble-pack': { at: '2026-01-01T00:00:00Z', sentence: 'Old.' }, 'trouble-photos': { at: '2026-02-01T00:00:00Z', sentence: 'New.' } });
    expect((await diagnose()).troubles.map(({ topic }) => topic)).toEqual(['photos', 'pack']);
  });

  describe('as text', () => {
    it('has every setting with its value and who decided it', async () => {
      await fakeBrowser.storage.managed.set(policy);
      const text = await inText();
      expect(text).toContain('  placement = toolbar [policy of Birchline Health, fixed]\n');
      expect(text).toContain('  imageSearch = google [default]\n');
      expect(text).toContain('  blockedDomains = calm-harbour.example [policy of Birchline Health, fixed]\n');
      expect(text).toContain('  minimumLevel (policy): can be notice, caution, danger\n');
    });

    it('has no secret, no person, no device and nobody to ask by name, also not where these are refused', async () => {
      await fakeBrowser.storage.managed.set(policy);
      const text = await inText();
      for (const said of ['4711', 'kim-stone', 'jo.moor', '0042']) expect(text).not.toContain(said);
      expect(text).toContain('  eventsToken = (set) [');
      expect(text).toContain('  blockedProfiles = (set, 1 entries) [');
      expect(text).toContain('  blockedProfiles (policy): entry 2 (not told) must be the address of a LinkedIn profile\n');
    });

    it('tells how findings are told, and packs judge', async () => {
      answers.events = { state: events, example: '{}' };
      const text = await inText();
      expect(text).toContain('  to siem.birchline.example; protocol: otlp-json; fields: minimal; least: danger; isAllowed: true; waiting: 3; dropped: 1\n');
      expect(text).toContain('  last sent: 2026-03-01T08:00:00.000Z, 12\n  last fault: 2026-03-02T07:00:00.000Z, refused 401\n');
    });

    it('says what could not be read, and stands on one line each', async () => {
      answers.events = new Error('The outbox\ncannot be read.');
      expect(await inText()).toContain('Events\n  could not be read: The outbox cannot be read.\n');
    });

    it('shortens long lists and long values', async () => {
      await fakeBrowser.storage.managed.set({ trustedDomains: Array.from({ length: 300 }, (_, at) => `host-${at}.example`), tenantId: 'x'.repeat(120) });
      const text = await inText();
      expect(text).toContain('host-19.example, … 280 more [');
      expect(text).not.toContain('host-20.example');
    });
  });
});
