import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import writeCrx3 from 'crx3';
import { readFiles, zipFiles } from './zip-files.mts';

/** Bytes of the hash of a public key that name an extension; crx_creator.cc of Chromium. */
const idLength = 16;

/** A built extension as CRX3, signed. RSA signatures have no random part: the same folder and key give the same bytes. */
export async function packCrx(folder: string, keyPem: string): Promise<Uint8Array> {
  return signZip(zipFiles(readFiles(folder)), keyPem);
}

/** @param keyPem an RSA private key, as `openssl genrsa 4096` writes it */
export async function signZip(zip: Uint8Array, keyPem: string): Promise<Uint8Array> {
  readKey(keyPem);
  // The library takes paths. The key is readable by nobody else, and gone when the package is made.
  const room = await mkdtemp(join(tmpdir(), 'bonafide-crx-'));
  try {
    const [keyPath, crxPath] = [join(room, 'key.pem'), join(room, 'package.crx')];
    await writeFile(keyPath, keyPem, { mode: 0o600 });
    await writeCrx3(Readable.from([Buffer.from(zip)]), { keyPath, crxPath });
    return new Uint8Array(await readFile(crxPath));
  } finally {
    await rm(room, { recursive: true, force: true });
  }
}

/** The id by which Chromium and policies name what this key signs: 32 letters from a to p. */
export function crxId(keyPem: string): string {
  const hex = createHash('sha256').update(publicKeyOf(keyPem)).digest('hex').slice(0, idLength * 2);
  return Array.from(hex, (digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16))).join('');
}

/** What `key` of a manifest holds, so that an unpacked build has the id of the packed one. */
export const manifestKey = (keyPem: string): string => publicKeyOf(keyPem).toString('base64');

const publicKeyOf = (keyPem: string): Buffer => createPublicKey(readKey(keyPem)).export({ type: 'spki', format: 'der' });

function readKey(keyPem: string): KeyObject {
  const key = parseKey(keyPem);
  if (key.asymmetricKeyType !== 'rsa') throw new Error(`The signing key is of the kind ${key.asymmetricKeyType}: CRX3 takes an RSA key, such as \`openssl genrsa 4096\` makes.`);
  return key;
}

function parseKey(keyPem: string): KeyObject {
  try {
    return createPrivateKey(keyPem);
  } catch {
    throw new Error('The signing key is no private key in PEM: make one with `openssl genrsa 4096`.');
  }
}
