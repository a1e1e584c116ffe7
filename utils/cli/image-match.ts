import { parseArgs } from 'node:util';
import { fingerprint, rawFingerprint, type Fingerprint } from '../core/fingerprint.ts';
import { HashPlanes } from '../core/hash-planes.ts';
import { hexOf } from '../core/pdq-hash.ts';
import { discWithin, wholeWithin } from '../core/photo-likeness.ts';
import type { Command } from './command.ts';
import { readPicture } from './decode-picture.ts';
import { readHashList } from './read-hash-list.ts';
import { complain, jsonLine, plain, print } from './results.ts';

export const imageMatch: Command = {
  help: `image-match [--json] --list LIST FILE...

Which hashes of LIST a picture comes close to: within ${wholeWithin} of 256 bits as a whole or mirrored, within ${discWithin} by its disc. LIST
holds a hash a line, whole ("pdq") or of the disc ("disc") as image-hash gives them; only a disc's hash finds a picture
that was cut round or ringed. A match is no alarm: the exit code stays 0.

  --json  one JSON object a line`,

  async run(args) {
    const options = { json: { type: 'boolean', default: false }, list: { type: 'string' } } as const;
    const { values: { json, list }, positionals } = parseArgs({ args, allowPositionals: true, options });
    if (list === undefined) return complain('Name a list of hashes, one a line: --list LIST.');
    if (positionals.length === 0) return complain('Name a picture: PNG, JPEG, WebP or GIF.');
    const { hashes, faults } = await readHashList(list);
    faults.forEach(complain);
    if (hashes.length === 0) process.stderr.write(plain(`${list}: holds no hash, so nothing can match: put one a line`) + '\n');
    const planes = HashPlanes.from(hashes);
    for (const file of positionals) await matchFile(file, planes, json);
  },
};

/** How a picture came close to a hash of the list: as it is, mirrored, or by its disc, mirrored or not. */
interface Match {
  readonly hash: string;
  readonly distance: number;
  readonly via: 'whole' | 'mirror' | 'disc';
}

async function matchFile(file: string, list: HashPlanes, json: boolean): Promise<void> {
  try {
    const pixels = await readPicture(file);
    const gated = fingerprint(pixels);
    // Asked by a person for this very picture, so it is compared all the same.
    if ('unusable' in gated) process.stderr.write(plain(`${file}: ${gated.unusable}, so a match says little`) + '\n');
    const matches = matchesOf(rawFingerprint(pixels), list);
    await print(json ? jsonLine({ file, matches }) : matchText(file, matches));
  } catch (error) {
    const { message } = error as Error;
    complain(`${file}: ${message}`);
    if (json) await print(jsonLine({ file, matches: [], error: message }));
  }
}

/** Each hash once, by the way it is closest; the closest first, equal ones in the order of the list. */
function matchesOf({ whole, mirror, disc, discMirror }: Fingerprint, list: HashPlanes): Match[] {
  const ways = [['whole', whole, wholeWithin], ['mirror', mirror, wholeWithin], ['disc', disc, discWithin], ['disc', discMirror, discWithin]] as const;
  const closest = new Map<number, Omit<Match, 'hash'>>();
  for (const [via, hash, radius] of ways) {
    list.search(hash, radius, (index, distance) => {
      if (distance < (closest.get(index)?.distance ?? Infinity)) closest.set(index, { distance, via });
    });
  }
  return [...closest].sort(([a, one], [b, other]) => one.distance - other.distance || a - b)
    .map(([index, match]) => ({ hash: hexOf(list.at(index)), ...match }));
}

function matchText(file: string, matches: readonly Match[]): string {
  if (matches.length === 0) return plain(`${file}: no match`);
  return matches.map(({ hash, distance, via }) => plain(`${file}: ${hash} at distance ${distance} (${via})`)).join('\n');
}
