/** Number of differing bits. Throws when the lengths differ: such hashes are of different kinds. */
export function hammingDistance(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) throw new Error(`Hashes of ${a.length} and ${b.length} bytes cannot be compared.`);
  let distance = 0;
  for (let i = 0; i < a.length; i++) distance += bitsOf[a[i]! ^ b[i]!]!;
  return distance;
}

const bitsOf = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length);
