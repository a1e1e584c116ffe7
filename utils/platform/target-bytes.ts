import { bytesToHex } from '@noble/hashes/utils.js';
import { applyPatch } from 'diff';
import { packLimits } from '../core/pack-limits.ts';
import { fetchPackFile } from './fetch-pack-file.ts';
import { PackFault } from './pack-fault.ts';
import type { Target } from './pack-metadata.ts';

/** Files that a place signs, by their names. */
export interface SignedFiles { readonly url: string; readonly targets: Readonly<Record<string, Target>> }

export const digestOf = async (bytes: BufferSource): Promise<string> => bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));

export const targetNamed = ({ targets }: SignedFiles, name: string): Target | undefined => (Object.hasOwn(targets, name) ? targets[name] : undefined);

/** A signed file, whole. Throws when it is missing, or is not byte for byte what was signed. */
export async function fetchTarget(files: SignedFiles, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const target = targetNamed(files, name);
  if (!target) throw new PackFault('refused', `${name} is not among the signed files.`);
  if (target.length > packLimits.all) throw new PackFault('refused', `${name} has ${target.length} bytes; ${packLimits.all} are allowed.`);
  const { sha256 } = target.hashes;
  const bytes = await fetchPackFile(`${files.url}/targets/${sha256}.${name}`, { most: target.length, lasting: true });
  if (!bytes) throw new PackFault('unreachable', `${name} is signed, and is not there.`);
  if (bytes.byteLength !== target.length) throw new PackFault('untrusted', `${name} has ${bytes.byteLength} bytes instead of ${target.length}.`);
  if ((await digestOf(bytes)) !== sha256) throw new PackFault('untrusted', `${name} is not what was signed.`);
  return bytes;
}

/**
 * A signed file by way of the change from what is held, where that is offered and smaller. Whatever the change is, the result must have the hash that was
 * signed; where it has not, the file is fetched whole.
 */
export async function fetchChanged(files: SignedFiles, name: string, patchName: string, held: BodyText | undefined): Promise<Uint8Array<ArrayBuffer>> {
  const target = targetNamed(files, name);
  const patch = targetNamed(files, patchName);
  if (!held || !target || !patch || patch.length >= target.length) return fetchTarget(files, name);
  const changed = patched(held, new TextDecoder().decode(await fetchTarget(files, patchName)));
  return changed && changed.byteLength === target.length && (await digestOf(changed)) === target.hashes.sha256 ? changed : fetchTarget(files, name);
}

/** What is held as text of lines, and the way from such a text to bytes. */
export interface BodyText { readonly text: () => string; readonly bytes: (text: string) => Uint8Array<ArrayBuffer> }
export const plainText = (text: string): BodyText => ({ text: () => text, bytes: (text) => new TextEncoder().encode(text) });
/** A hash set as a key a line, 16 hexadecimal digits (docs/packs.md). */
export const keysText = (bytes: ArrayBuffer): BodyText => ({
  text: () => bytesToHex(new Uint8Array(bytes)).replaceAll(/.{16}/g, '$&\n'),
  bytes: (text) => Uint8Array.from(text.match(/[0-9a-f]{2}/g) ?? [], (pair) => Number.parseInt(pair, 16)),
});

function patched({ text, bytes }: BodyText, json: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const changed = applyPatch(text(), (JSON.parse(json) as { readonly patch: string }).patch, { autoConvertLineEndings: false });
    return changed === false ? undefined : bytes(changed);
  } catch {
    return undefined;
  }
}
