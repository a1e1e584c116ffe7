/** How JSON is built, found without reading it: the deepest nesting, and the number of values, counted by what stands between them. */
export interface JsonShape { readonly depth: number; readonly values: number }

const quote = 0x22;
const backslash = 0x5c;

/**
 * One pass over UTF-8 bytes, because what a parser makes of ten million empty objects takes a hundred times their length. Whether it is JSON at all is
 * the parser's to say.
 */
export function scanJson(bytes: Uint8Array): JsonShape {
  let open = 0;
  let depth = 0;
  let values = 1;
  let isText = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (isText) {
      if (byte === backslash) at++;
      else if (byte === quote) isText = false;
    } else if (byte === quote) isText = true;
    else if (byte === 0x2c) values++;
    else if (byte === 0x7b || byte === 0x5b) {
      values++;
      if (++open > depth) depth = open;
    } else if (byte === 0x7d || byte === 0x5d) open--;
  }
  return { depth, values };
}
