import { createPublicKey, createVerify, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { crxId, packCrx } from '../../scripts/release/pack-crx.mts';

const room = mkdtempSync(join(tmpdir(), 'bonafide-pack-'));
const newKey = (): string => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const key = newKey();

function writeExtension(name: string, order: readonly string[]): string {
  const folder = join(room, name);
  mkdirSync(join(folder, 'icons'), { recursive: true });
  for (const path of order) writeFileSync(join(folder, path), `content of ${path}`);
  return folder;
}

/** The parts of a CRX3: magic, version, length of the header, header, zip. */
function partsOf(crx: Uint8Array) {
  const view = new DataView(crx.buffer, crx.byteOffset);
  const start = 12 + view.getUint32(8, true);
  return { magic: String.fromCharCode(...crx.slice(0, 4)), version: view.getUint32(4, true), header: Buffer.from(crx.slice(12, start)), zip: crx.slice(start) };
}

afterAll(() => rmSync(room, { recursive: true }));

describe('pack-crx', () => {
  const files = ['manifest.json', 'background.js', 'icons/16.png'];

  it('gives the same bytes for the same files wherever, in whatever order and whenever they were written', async () => {
    const early = writeExtension('early', files);
    const late = writeExtension('late', files.toReversed());
    utimesSync(join(late, 'manifest.json'), 1_000_000_000, 1_000_000_000);
    expect(Buffer.from(await packCrx(late, key)).equals(await packCrx(early, key))).toBe(true);
  });

  it('keeps every file in a zip behind a header of version 3', async () => {
    const { magic, version, zip } = partsOf(await packCrx(writeExtension('whole', files), key));
    expect([magic, version]).toEqual(['Cr24', 3]);
    expect(Object.keys(unzipSync(zip)).sort()).toEqual([...files].sort());
  });

  it('signs the header and the zip with the key', async () => {
    const { header, zip } = partsOf(await packCrx(writeExtension('signed', files), key));
    const length = Buffer.alloc(4);
    const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' });
    const signature = header.subarray(header.indexOf(publicKey) + publicKey.length + 3, header.indexOf(publicKey) + publicKey.length + 3 + 256);
    // SignedData of crx3.proto: field 1, 16 bytes of the id.
    const signed = header.subarray(-18);
    length.writeUInt32LE(signed.length);
    const verify = createVerify('sha256').update('CRX3 SignedData\0').update(length).update(signed).update(zip);
    expect(verify.verify(key, signature)).toBe(true);
  });

  it('names an extension by its key alone', () => {
    expect(crxId(key)).toMatch(/^[a-p]{32}$/);
    expect(crxId(newKey())).not.toBe(crxId(key));
  });

  it('says what kind of key it wants', async () => {
    const folder = writeExtension('refused', files);
    await expect(packCrx(folder, 'no key')).rejects.toThrow(/no private key in PEM/);
    const curve = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    await expect(packCrx(folder, curve)).rejects.toThrow(/of the kind ed25519/);
  });
});
