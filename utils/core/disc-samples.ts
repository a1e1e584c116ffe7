import { samplesASide } from './tent-taps.ts';

/**
 * Share of the half side that frames leave alone: a photo cut to a circle loses its corners, and a ring with words
 * ("open to work", "hiring") covers the outer eighth.
 */
const radius = (0.75 * samplesASide) / 2;

/** The samples within a circle, their average taken away so that its edge is none; 0 outside, with a soft edge one sample wide. */
export function discSamples(samples: Float32Array): Float32Array {
  let [sum, share] = [0, 0];
  for (let i = 0; i < samples.length; i++) {
    sum += samples[i]! * inside[i]!;
    share += inside[i]!;
  }
  const average = sum / share;
  return samples.map((sample, i) => (sample - average) * inside[i]!);
}

const inside = Float32Array.from({ length: samplesASide * samplesASide }, (_, i) => {
  const centre = (samplesASide - 1) / 2;
  const distance = Math.hypot(Math.floor(i / samplesASide) - centre, (i % samplesASide) - centre);
  return Math.min(1, Math.max(0, radius + 0.5 - distance));
});
