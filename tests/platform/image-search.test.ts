import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { imageSearches, readImageSearch, setImageSearch } from '../../utils/platform/image-search.ts';

beforeEach(() => fakeBrowser.reset());

describe('image-search', () => {
  it.each([undefined, 'a page that is gone', 7, 'toString'])('takes the first page where %s is chosen', async (imageSearch) => {
    await fakeBrowser.storage.local.set({ imageSearch });
    expect(await readImageSearch()).toBe('google');
  });

  it('keeps the choice', async () => {
    await setImageSearch('tineye');
    expect(await readImageSearch()).toBe('tineye');
  });

  it.each(Object.values(imageSearches))('opens $name with nothing in its address', ({ address }) => {
    const { protocol, search, hash, username } = new URL(address);
    expect([protocol, search, hash, username]).toEqual(['https:', '', '', '']);
  });
});
