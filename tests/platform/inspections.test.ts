import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { at, freshBrowser } from './fresh-browser.ts';

const load = async () => ({ ...(await import('../../utils/platform/inspections.ts')), ...(await import('../../utils/platform/known-inspections.ts')) });
const shop = 'https://github.com/Quiet/Shop/tree/dev';
const place = 'github.com/quiet/shop';

describe('inspections', () => {
  beforeEach(() => freshBrowser());

  it('remembers what was found for all branches of a repository', async () => {
    const { rememberInspection, recallInspection } = await load();
    await rememberInspection(shop, 'danger', false);
    expect((await recallInspection(place))?.found).toBe('danger');
    expect(await recallInspection('github.com/quiet/blog')).toBeUndefined();
  });

  it('keeps the worst, though nothing is found the next day', async () => {
    const { rememberInspection, recallInspection } = await load();
    await rememberInspection(shop, 'caution', false);
    await rememberInspection(shop, 'none', false);
    expect((await recallInspection(place))?.found).toBe('caution');
  });

  it('forgets after half a year', async () => {
    const { rememberInspection, recallInspection } = await load();
    await rememberInspection(shop, 'danger', false);
    at('2026-09-15');
    expect(await recallInspection(place)).toBeUndefined();
  });

  it('keeps no name, and nothing of private windows on the disk', async () => {
    const { rememberInspection, recallInspection } = await load();
    await rememberInspection(shop, 'notice', true);
    expect(await fakeBrowser.storage.local.get('inspected')).toEqual({});
    expect((await recallInspection(place))?.found).toBe('looked');
    await rememberInspection(shop, 'danger', false);
    expect(JSON.stringify(await fakeBrowser.storage.local.get('inspected'))).not.toMatch(/quiet|shop|github/i);
  });

  it('refuses what is no repository', async () => {
    await expect((await load()).rememberInspection('https://quiet.example/a', 'danger', false)).rejects.toThrow('no repository');
  });

  it('is known of a message that links the repository', async () => {
    const { rememberInspection, knownInspections } = await load();
    await rememberInspection(shop, 'danger', false);
    const facts = { surface: 'gmail' as const, message: { text: 'Please have a look at https://github.com/quiet/shop.git today.' } };
    expect(await knownInspections(facts)).toEqual({ inspected: [{ repository: place, found: 'danger' }] });
  });

  it('forgets all when asked', async () => {
    const { rememberInspection, forgetInspections, recallInspection } = await load();
    await rememberInspection(shop, 'danger', false);
    expect(await forgetInspections()).toBe(1);
    expect(await recallInspection(place)).toBeUndefined();
  });
});
