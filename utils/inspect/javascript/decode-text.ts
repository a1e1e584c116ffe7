/** Text of base64, or undefined: bytes are read as UTF-8, which is what programs here do. */
export function fromBase64(text: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/').replace(/[^A-Za-z0-9+/]/g, '')), (char) => char.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}

export function fromHex(text: string): string | undefined {
  if (!/^(?:[\da-f]{2})+$/i.test(text)) return undefined;
  return new TextDecoder().decode(Uint8Array.from(text.match(/../g)!, (pair) => parseInt(pair, 16)));
}

export function fromPercents(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Host of an address that begins a text, for texts whose end may be unknown ("…"). */
export const hostIn = (text: string | undefined): string | undefined =>
  /^(?:https?|wss?):\/\/(?:[^/@\s]*@)?([\w.-]+|\[[\da-f:]+\])/i.exec(text?.trim() ?? '')?.[1]?.toLowerCase();
