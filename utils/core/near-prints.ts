import type { Fingerprint } from './fingerprint.ts';
import type { HashPlanes } from './hash-planes.ts';
import { discWithin, wholeWithin } from './photo-likeness.ts';

/** Distances to one kept picture, the smaller of plain and mirrored; Infinity beyond the thresholds. */
export interface Near { readonly whole: number; readonly disc: number }

/** Every kept picture that may be alike, by its index, found by its whole or by its disc. */
export function nearPrints(
  { whole, disc }: { readonly whole: HashPlanes; readonly disc: HashPlanes },
  print: Pick<Fingerprint, 'whole' | 'mirror' | 'disc' | 'discMirror'>,
): ReadonlyMap<number, Near> {
  const near = new Map<number, Near>();
  const note = (kind: keyof Near) => (index: number, distance: number) => {
    const noted = near.get(index) ?? { whole: Infinity, disc: Infinity };
    near.set(index, { ...noted, [kind]: Math.min(noted[kind], distance) });
  };
  for (const hash of [print.whole, print.mirror]) whole.search(hash, wholeWithin, note('whole'));
  for (const hash of [print.disc, print.discMirror]) disc.search(hash, discWithin, note('disc'));
  return near;
}
