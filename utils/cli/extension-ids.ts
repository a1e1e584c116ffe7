import { createHash } from 'node:crypto';

/**
 * Public half of a key whose private half was thrown away: it only keeps the id of an unpacked copy in Chromium stable. A packed copy has the id of the key
 * that signed it, and each store gives its own.
 */
export const chromiumKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA8ModkILduSvj7OdXyPw3QCQkxJ6om74nUyMBtw0+zzLA40GwmTW5y3Njk432I7Nsx3zUduUTFyYBqlhEQ+uWHiOQF9OunGj13LT0g2AEMbkOiorwAloyA6vdg/GyYYdoGYhFuFLwpsKZmZFaBbowHF/Izjfx4bAViX6gQWriAo52ixgL3G0nG0CFoyBvWH0XKdKlSpD7YHIud5Y8Nnp9mV0Ow4YRkmLvC2ukVpGJsJuEd3K0BXREfnB55Gr414Y1Q2in9Ap6gzbCJyqGoznhGeKN3xI24UWSuwVwxsagVu2zOEvNGZq4GDmUsEGLakDD5ioyrschpeWTrhxgPW9kWQIDAQAB';

/** Chromium's name for a key: the first half of its SHA-256 in hexadecimal, with the letters a to p as digits. `publicKey` is DER (SubjectPublicKeyInfo) in base64. */
export const chromiumIdOf = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 32).replaceAll(/./g, (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]!);

export const chromiumId = chromiumIdOf(chromiumKey);
export const firefoxId = 'bonafide@bonafide.example';
