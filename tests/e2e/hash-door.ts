import { fingerprint } from '../../utils/core/fingerprint.ts';
import { hexOf } from '../../utils/core/pdq-hash.ts';
import type { Pixels } from '../../utils/core/pixels.ts';
import { readPixels } from '../../utils/platform/read-pixels.ts';

/** What the extension makes of a file: its hashes, or why it has none. */
export type HashAnswer = { readonly quality: number; readonly hashes: readonly string[] } | { readonly refused: string } | { readonly unusable: string };
export const doorName = 'hash-for-test';

export function hashesOf(pixels: Pixels): HashAnswer {
  const result = fingerprint(pixels);
  if ('unusable' in result) return result;
  const { quality, ...hashes } = result.print;
  return { quality, hashes: Object.values(hashes).map(hexOf) };
}

interface Port { readonly name: string; postMessage(answer: HashAnswer): void; readonly onMessage: { addListener(hear: (base64: string) => void): void } }
interface Api { readonly runtime: { readonly onConnect: { addListener(hear: (port: Port) => void): void } } }

async function answer(base64: string): Promise<HashAnswer> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const read = await readPixels(new Blob([bytes]));
  return 'refused' in read ? read : hashesOf(read.pixels);
}

/** Stands at the end of a copy of the built background, so that a test can have it hash files; no build that ships has it. */
function openDoor({ browser, chrome }: { readonly browser?: Api; readonly chrome?: Api }): void {
  (browser ?? chrome)?.runtime?.onConnect?.addListener((port) => {
    if (port.name === doorName) port.onMessage.addListener((base64) => void answer(base64).then((hashed) => port.postMessage(hashed)));
  });
}
openDoor(globalThis as never);
