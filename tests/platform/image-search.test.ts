import { describe, expect, it } from 'vitest';
import { imageSearches } from '../../utils/platform/image-search.ts';

describe('image-search', () => {
  it.each(Object.values(imageSearches))('opens $name with nothing in its address', ({ address }) => {
    const { protocol, search, hash, username } = new URL(address);
    expect([protocol, search, hash, username]).toEqual(['https:', '', '', '']);
  });
});
