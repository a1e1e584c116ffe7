/**
 * Grey ghosts, initials and logos have sharp edges and reach the highest quality, and all of a kind would match each other.
 * What tells them from photos is how little of them has any structure. Of 64 x 64 samples: the share without a step of .75 to
 * the right or below, and the share of the two commonest of 64 shades. 991 portraits reach .43 and .65 at most, 33 placeholders
 * (but for smooth gradients) .69 and .83 at least.
 */
export function isFlat(samples: Float32Array): boolean {
  let still = 0;
  const shades = new Uint16Array(64);
  for (let i = 0; i < 4096; i++) {
    const here = samples[i]!;
    const right = (i & 63) < 63 ? Math.abs(here - samples[i + 1]!) : 0;
    const below = i < 4032 ? Math.abs(here - samples[i + 64]!) : 0;
    if (Math.max(right, below) < leastStep) still++;
    shades[Math.min(63, here >> 2)]!++;
  }
  const [most = 0, next = 0] = shades.sort((a, b) => b - a);
  return still / 4096 > mostStill || (most + next) / 4096 > mostOfTwoShades;
}

const leastStep = 0.75;
const mostStill = 0.6;
const mostOfTwoShades = 0.75;
