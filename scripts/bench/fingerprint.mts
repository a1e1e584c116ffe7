import { fingerprint } from '../../utils/core/fingerprint.ts';
import { hexOf, pdqHash } from '../../utils/core/pdq-hash.ts';
import type { Pixels } from '../../utils/core/pixels.ts';
import { centreCrops, windowHashes } from '../../utils/core/scale-grid.ts';
import { drawnPicture } from '../../tests/core/vectors/drawn-picture.ts';
import { straightforwardHash } from './peers/straightforward-hash.ts';
import { median, ms, processorTime, row, section } from './report.mts';

/** Rounds of all arms in turn, so that a busy spell of the machine meets all alike; the first are for the compiler. */
const rounds = 80;
const warmUp = 30;

/** Hashing of decoded pixels, in processor time: ours beside the same hash computed step by step over the whole picture. */
export function benchFingerprint(): void {
  section('Hash of a photo, decoded already');
  for (const side of [100, 200, 400, 800]) {
    const pictures = Array.from({ length: 8 }, (_, seed) => drawnPicture(seed + 1, side, side));
    for (const picture of pictures) requireEqual(picture);
    const [direct, own, print] = timeInTurn(pictures, [straightforwardHash, pdqHash, fingerprint]);
    row(`baseline, ${side} pixels a side: step by step`, ms(median(direct!)));
    row('PDQ hash and quality', `${(median(own!) / median(direct!)).toFixed(2)} of it`, `${ms(median(own!))}${side === 400 ? '; target at most 0.33' : ''}`);
    row('fingerprint: whole, disc, mirrors, second opinion, gates', `${(median(print!) / median(direct!)).toFixed(2)} of it`, ms(median(print!)));
  }
  const pictures = [drawnPicture(1, 400, 400), drawnPicture(2, 400, 400)];
  const [crops, grid] = timeInTurn(pictures, [centreCrops, (picture) => [...windowHashes(picture)].length], 14, 4);
  row('eight centre crops of a photo of 400 pixels', ms(median(crops!)));
  row('grid of 1,456 windows of a photo of 400 pixels', ms(median(grid!)), `at most ${ms(Math.max(...grid!))}; budget 1,000 ms`);
}

/** A ratio between different results would mean nothing. */
function requireEqual(picture: Pixels): void {
  const [own, direct] = [pdqHash(picture), straightforwardHash(picture)];
  if (hexOf(own.hash) !== hexOf(direct.hash) || own.quality !== direct.quality) throw new Error(`The two hashes of a picture of ${picture.width} pixels differ.`);
}

function timeInTurn(pictures: readonly Pixels[], arms: readonly ((picture: Pixels) => unknown)[], times = rounds + warmUp, skipped = warmUp): number[][] {
  const measured = arms.map(() => [] as number[]);
  for (let round = 0; round < times; round++) {
    for (const [arm, run] of arms.entries()) {
      const time = processorTime(() => void run(pictures[round % pictures.length]!));
      if (round >= skipped) measured[arm]!.push(time);
    }
  }
  return measured;
}
