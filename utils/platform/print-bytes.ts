import type { Fingerprint } from '../core/fingerprint.ts';

/** What is kept of a fingerprint. */
export type Print = Omit<Fingerprint, 'quality'>;

const order = ['whole', 'mirror', 'disc', 'discMirror', 'difference', 'differenceMirror'] as const satisfies readonly (keyof Print)[];
const bytesEach = 32;

/** All six hashes in a row, 192 bytes. */
export function printBytes(print: Print): Uint8Array {
  const bytes = new Uint8Array(order.length * bytesEach);
  order.forEach((name, i) => bytes.set(print[name], i * bytesEach));
  return bytes;
}

/** Reads what `printBytes` wrote. Throws on another length. */
export function printOf(bytes: Uint8Array): Print {
  if (bytes.length !== order.length * bytesEach) throw new Error(`A photo's hashes have ${bytes.length} bytes instead of ${order.length * bytesEach}.`);
  return Object.fromEntries(order.map((name, i) => [name, bytes.subarray(i * bytesEach, (i + 1) * bytesEach)])) as unknown as Print;
}
