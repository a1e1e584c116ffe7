import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isKeptOut } from '../../utils/platform/kept-out.ts';

const attempt = vi.fn<() => Promise<unknown>>();
const permission = vi.fn<() => Promise<boolean>>();
const byPolicy = new Error('This page cannot be scripted due to an ExtensionsSettings policy.');
const missing = new Error('Missing host permission for the tab');

beforeEach(() => {
  fakeBrowser.reset();
  attempt.mockReset().mockResolvedValue([]);
  permission.mockReset().mockResolvedValue(true);
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(attempt as never);
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(permission as never);
});

describe('isKeptOut', () => {
  it('is false on a page that only has to be loaded again', async () => {
    expect(await isKeptOut(1, 'www.linkedin.com')).toBe(false);
  });

  it('is true where Chromium names the policy and hides the address', async () => {
    attempt.mockRejectedValue(byPolicy);
    expect(await isKeptOut(1, undefined)).toBe(true);
  });

  it('is false where Chromium hides the address of a page nobody lets us read', async () => {
    attempt.mockRejectedValue(new Error('Cannot access contents of the page. Extension manifest must request permission to access the respective host.'));
    expect(await isKeptOut(1, undefined)).toBe(false);
  });

  it('is true where Firefox lets nobody in although the permission is there', async () => {
    attempt.mockRejectedValue(missing);
    expect(await isKeptOut(1, 'www.linkedin.com')).toBe(true);
  });

  it('is false where the person took the permission back', async () => {
    attempt.mockRejectedValue(missing);
    permission.mockResolvedValue(false);
    expect(await isKeptOut(1, 'www.linkedin.com')).toBe(false);
  });

  it('attempts nothing on pages of others', async () => {
    attempt.mockRejectedValue(byPolicy);
    expect(await isKeptOut(1, 'shop.example')).toBe(false);
    expect(attempt).not.toHaveBeenCalled();
  });
});
