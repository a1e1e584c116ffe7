/**
 * UUID version 7 (RFC 9562, 5.7): 48 bits of time, 74 of chance, hence in order of time as text. `random` has 10 bytes. Twelve lines instead
 * of a library whose every other version we would carry too; the clock and the chance come from the caller.
 */
export function uuidSeven(ms: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(ms) << 16n);
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
