import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { freshBrowser } from './fresh-browser.ts';

const isOpen = async () => (await fakeBrowser.tabs.query({})).some(({ url }) => url?.endsWith('/welcome.html'));
const greet = async () => {
  const { welcome } = await import('../../utils/platform/welcome.ts');
  return welcome();
};

describe('welcome', () => {
  beforeEach(() => {
    freshBrowser();
    Object.assign(fakeBrowser, { management: { getSelf: async () => ({ installType: 'normal' }) } });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  });

  it('opens the page for who installed it, without waiting', async () => {
    await greet();
    expect(await isOpen()).toBe(true);
  });

  it('opens nothing where an organisation does not want it', async () => {
    await fakeBrowser.storage.managed.set({ disableOnboarding: true });
    await greet();
    expect(await isOpen()).toBe(false);
  });

  it('opens the page although the store of policies fails', async () => {
    const broken = new Error('The store is broken');
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValueOnce(broken).mockRejectedValueOnce(broken);
    await greet();
    expect(await isOpen()).toBe(true);
  });

  describe('installed by an administrator', () => {
    beforeEach(() => {
      Object.assign(fakeBrowser, { management: { getSelf: async () => ({ installType: 'admin' }) } });
    });

    it('waits for a policy that comes late', async () => {
      const greeted = greet();
      await vi.advanceTimersByTimeAsync(2_800);
      await fakeBrowser.storage.managed.set({ disableOnboarding: true });
      await greeted;
      expect(await isOpen()).toBe(false);
    });

    it('opens the page when no policy comes', async () => {
      const greeted = greet();
      await vi.advanceTimersByTimeAsync(5_000);
      await greeted;
      expect(await isOpen()).toBe(true);
    });

    it('opens the page although the browser has no store of policies', async () => {
      vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(new Error('Managed storage manifest not found'));
      const greeted = greet();
      await vi.advanceTimersByTimeAsync(5_000);
      await greeted;
      expect(await isOpen()).toBe(true);
    });
  });
});
