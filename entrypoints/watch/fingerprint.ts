import type { Facts } from '../../utils/core/facts.ts';

/** FNV-1a, 32 bit (Fowler, Noll, Vo): tells readings apart within one page, and gives nothing of them away. */
const basis = 0x811c9dc5;
const prime = 0x01000193;

/** The same for the same facts, whenever they were read. Eight hexadecimal digits. */
export function fingerprint(facts: Facts): string {
  let hash = basis;
  for (const character of JSON.stringify({ ...facts, seenAt: undefined })) hash = Math.imul(hash ^ character.codePointAt(0)!, prime);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
