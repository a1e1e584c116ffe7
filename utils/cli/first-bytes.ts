type Bytes = AsyncIterable<Uint8Array>;

/** Looks at the first piece of a stream without taking it away; empty when there is none. */
export async function withStart(stream: Bytes): Promise<{ start: Uint8Array; bytes: Bytes }> {
  const pieces = stream[Symbol.asyncIterator]();
  const first = await pieces.next();
  async function* whole(): AsyncGenerator<Uint8Array> {
    for (let piece = first; !piece.done; piece = await pieces.next()) yield piece.value;
  }
  return { start: first.done ? new Uint8Array(0) : first.value, bytes: whole() };
}

/** Bytes that are looked at: the header of a .tar, the one archive whose first bytes may be letters, ends in NULs before. */
const lookedAt = 512;
/** No text has control characters but those that set lines apart. */
const control = /[^\P{Cc}\t\r\n]/u;

/** Could this be JSON lines, broken ones too? Archives of all kinds have NULs, or bytes that are no UTF-8, in their first bytes. */
export function beginsAsText(start: Uint8Array): boolean {
  if (start.length === 0) return false;
  try {
    return !control.test(new TextDecoder('utf-8', { fatal: true }).decode(start.subarray(0, lookedAt), { stream: true }));
  } catch {
    return false;
  }
}
