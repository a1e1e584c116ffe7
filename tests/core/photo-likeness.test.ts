import { describe, expect, it } from 'vitest';
import { inMemory, inPack } from '../../utils/core/photo-likeness.ts';

const far = 128;

describe('likeness of photos', () => {
  it.each([
    [16, far, 'same'], [17, far, 'similar'], [31, far, 'similar'], [32, far, undefined],
    [far, 16, 'same'], [far, 17, 'similar'], [far, 24, 'similar'], [far, 25, undefined],
  ] as const)('in memory, with the whole %i and the disc %i bits away: %s', (whole, disc, likeness) => {
    expect(inMemory({ whole, disc })).toBe(likeness);
  });

  it.each([
    [16, far, far, 'same'], [24, far, far, 'similar'], [25, far, 71, undefined], [31, far, 70, 'similar'], [32, far, 0, undefined],
    [far, 16, far, 'same'], [far, 17, 71, undefined], [far, 24, 70, 'similar'], [far, 25, 0, undefined],
  ] as const)('in a pack, with the whole %i, the disc %i and the second opinion %i bits away: %s', (whole, disc, difference, likeness) => {
    expect(inPack({ whole, disc, difference })).toBe(likeness);
  });
});
