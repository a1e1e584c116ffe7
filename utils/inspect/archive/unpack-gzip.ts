import { FlateErrorCode, Gunzip, type FlateError } from 'fflate';
import { limits } from '../limits.ts';
import { ByteWindow } from './byte-window.ts';
import { EntryFault } from './entry.ts';
import { firstStep, nextStep } from './unpack-step.ts';

/** Zeros at the end that can belong to the length in the last bytes of gzip (RFC 1952, 2.3.1). */
const zerosKept = 3;
const lookedAt = 65_536;
/** Members of one file: packers that end each file's bytes with one come nowhere near it. */
const mostMembers = 10_000;

/**
 * Unpacks gzip: all its members, one behind the other, as gzip does. The browsers' own DecompressionStream takes what follows the first for a fault
 * and drops what it has not yet given, so that one byte behind a small archive made it unreadable. Ends with an EntryFault when it is cut off,
 * when bytes follow that are no gzip (unpackers ignore them), and when it comes to more than any project needs.
 */
export async function* unpackGzip(blob: Blob): AsyncGenerator<Uint8Array> {
  const window = new ByteWindow(blob);
  const end = await endWithoutZeros(window);
  const unpacked: Uint8Array[] = [];
  const gunzip = new Gunzip((bytes) => void (bytes.length > 0 && unpacked.push(bytes)));
  let given = 0;
  let members = 0;
  // fflate copies what is left of a step for each member that ends in it: in a long step of empty ones that takes seconds.
  gunzip.onmember = () => { members++; };
  let fault: EntryFault | undefined;
  for (let at = 0, step = firstStep; at < end && !fault;) {
    const part = await window.read(at, Math.min(step, end - at));
    at += part.length;
    const begun = members;
    fault = push(gunzip, part, () => given + unpacked.length > 0);
    const before = given;
    for (const bytes of unpacked.splice(0)) {
      given += bytes.length;
      if (given > limits.stream || (given > limits.ratioFrom && given > at * limits.ratio)) throw new EntryFault('packed too tightly');
      yield bytes;
    }
    if (members > mostMembers) throw new EntryFault('packed too tightly');
    step = members > begun ? firstStep : nextStep(step, given - before);
  }
  fault ??= push(gunzip, new Uint8Array(0), () => true, true);
  if (fault) throw fault;
}

function push(gunzip: Gunzip, part: Uint8Array, hasBegun: () => boolean, isLast = false): EntryFault | undefined {
  try {
    gunzip.push(part, isLast);
    return undefined;
  } catch (error) {
    const { code } = error as FlateError;
    return new EntryFault(code === FlateErrorCode.UnexpectedEOF ? 'cut off' : code === FlateErrorCode.InvalidHeader && hasBegun() ? 'hidden between' : 'damaged');
  }
}

/** Tapes fill up their last block. */
async function endWithoutZeros(window: ByteWindow): Promise<number> {
  for (let end = window.size; end > 0; end -= lookedAt) {
    const from = Math.max(0, end - lookedAt);
    const last = (await window.read(from, end - from)).findLastIndex((byte) => byte !== 0);
    if (last >= 0) return Math.min(from + last + 1 + zerosKept, window.size);
  }
  return 0;
}
