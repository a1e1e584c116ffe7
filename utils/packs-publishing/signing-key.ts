import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { Key, Signature } from '@tufjs/models';

/** The public half of a key, as metadata names it. Ed25519 only (RFC 8032): the one scheme every browser verifies. */
export interface PublicKey { readonly id: string; readonly key: Key }

/** A key that signs. */
export interface SigningKey extends PublicKey {
  readonly sign: (bytes: Buffer) => Signature;
}

export const createKey = (): SigningKey => fromPrivate(generateKeyPairSync('ed25519').privateKey);

/** Makes a new key and keeps it as PKCS8 PEM, readable by its owner alone, encrypted when there is a passphrase. Never writes over a file. */
export function createKeyFile(path: string, passphrase?: string): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  const encrypted = passphrase ? { cipher: 'aes-256-cbc', passphrase } : {};
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem', ...encrypted }), { mode: 0o600, flag: 'wx' });
  return fromPrivate(privateKey);
}

/** Reads such a file. Throws an error that names it and the remedy. */
export function readKeyFile(path: string, passphrase?: string): SigningKey {
  const pem = readFileSync(path, 'utf8');
  if (pem.includes('ENCRYPTED') && !passphrase) throw new Error(`${path} is encrypted: put its passphrase into BONAFIDE_PASSPHRASE.`);
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: pem, ...(passphrase && { passphrase }) });
  } catch (error) {
    throw new Error(`${path} holds no private key that can be opened: is the passphrase right? (${(error as Error).message})`, { cause: error });
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${path} holds a key of the kind ${key.asymmetricKeyType}: only Ed25519 is used.`);
  return fromPrivate(key);
}

function fromPrivate(privateKey: KeyObject): SigningKey {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  const key = publicKey(Buffer.from(x!, 'base64url').toString('hex'));
  return { id: key.keyID, key, sign: (bytes) => new Signature({ keyID: key.keyID, sig: sign(undefined, bytes, privateKey).toString('hex') }) };
}

/** A key's name is the SHA-256 of its canonical JSON (TUF 1.0, 4.2). Names in order and hexadecimal values need nothing else to be canonical. */
function publicKey(hex: string): Key {
  const canonical = JSON.stringify({ keytype: 'ed25519', keyval: { public: hex }, scheme: 'ed25519' });
  const keyID = createHash('sha256').update(canonical).digest('hex');
  return new Key({ keyID, keyType: 'ed25519', scheme: 'ed25519', keyVal: { public: hex } });
}
