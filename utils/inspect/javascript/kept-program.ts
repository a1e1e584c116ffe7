import { looksLikeProgram } from '../hidden/code-text.ts';

export interface KeptProgram { readonly how: string; readonly at: number }

/** Bytes of a text that are decoded to see what it is. */
const looked = 600;
/** Texts of one file that are tried. */
const mostTried = 60;
/** Texts of one file for which keys are tried. */
const mostKeyed = 12;
/** A word is no program: shorter ones are names, tokens, colours. */
const shortest = 80;

const inBase64 = /(["'`])([A-Za-z0-9+/_-]{80,}={0,2})\1/g;
const inHex = /(["'`])((?:[\da-f]{2}){40,})\1/gi;
const inPercents = /(["'`])((?:%[\da-f]{2}){30}[^"'`\n]{0,10000})\1/gi;
/** The same cut into pieces: in an array, or added up. */
const inPieces = /(?:(["'`])[A-Za-z0-9+/=_-]{3,}\1\s*[,+]\s*){4,}(["'`])[A-Za-z0-9+/=_-]{2,}\2/g;
const inNumbers = /(?:\b(?:0x[\da-f]{1,3}|\d{1,3})\s*,\s*){40,}(?:0x[\da-f]{1,3}|\d{1,3})\b/gi;
const inNumberText = /(["'`])((?:\d{2,3}[,| .\-_;:/]){40,}\d{2,3})\1/g;
const keys = /(["'`])([^"'`\n\\]{2,64})\1/g;

const backwards = (code: string): string => Array.from(code).reverse().join('');

type Reads = (match: RegExpMatchArray) => readonly Uint8Array[];

/** Where a program may be kept, and the bytes that it may be. Base64 is tried from behind too. */
const ways: readonly (readonly [string, RegExp, Reads])[] = [
  ['base64', inBase64, ([, , code]) => [base64(code!), base64(backwards(code!.slice(-looked)))]],
  ['hex', inHex, ([, , code]) => [hex(code!), hex(backwards(code!.slice(-looked)))]],
  ['percents', inPercents, ([, , code]) => [hex(code!.slice(0, looked * 3).replace(/%/g, ''))]],
  ['pieces', inPieces, ([all]) => pieces(all.slice(0, looked * 8))],
  ['numbers', inNumbers, ([all]) => [numbers(all)]],
  ['numbers in a text', inNumberText, ([, , all]) => [numbers(all!)]],
];

/** A program that a file keeps as base64, hex or numbers, plain or under a key that the file names too. */
export function keptProgram(text: string): KeptProgram | undefined {
  let found: string[] | undefined;
  let keyed = 0;
  for (const [how, pattern, read] of ways) {
    let tried = 0;
    for (const match of text.matchAll(pattern)) {
      if (++tried > mostTried) break;
      for (const bytes of read(match)) {
        if (isProgram(bytes) || (keyed++ < mostKeyed && isUnderKey(bytes, found ??= keysIn(text)))) return { how: `a program in ${how}`, at: match.index };
      }
    }
  }
  return undefined;
}

const keysIn = (text: string): string[] => [...new Set([...text.matchAll(keys)].slice(0, 400).map((match) => match[2]!))].slice(0, mostTried);

function base64(code: string): Uint8Array {
  const part = code.slice(0, looked).replace(/-/g, '+').replace(/_/g, '/').replace(/[^A-Za-z0-9+/]/g, '');
  try {
    return Uint8Array.from(atob(part.slice(0, part.length - (part.length % 4))), (char) => char.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

const hex = (code: string): Uint8Array => Uint8Array.from(code.slice(0, looked * 2).match(/../g) ?? [], (pair) => parseInt(pair, 16));

const numbers = (code: string): Uint8Array => {
  const all = (code.slice(0, looked * 6).match(/0x[\da-f]+|\d+/gi) ?? []).map(Number);
  return all.every((one) => one < 256) ? Uint8Array.from(all.slice(0, -1)) : new Uint8Array();
};

function pieces(code: string): Uint8Array[] {
  const joined = [...code.matchAll(/["'`]([A-Za-z0-9+/=_-]+)["'`]/g)].map((match) => match[1]!).join('');
  if (joined.length < shortest) return [];
  return [/^[\da-f]+$/i.test(joined) ? hex(joined) : base64(joined.replace(/=/g, ''))];
}

const isPlainByte = (byte: number): boolean => (byte >= 32 && byte < 127) || byte === 9 || byte === 10 || byte === 13;

/** Programs are plain letters almost throughout. Stops at the first few bytes of what is none, for hundreds of keys are tried. */
function turned(bytes: Uint8Array, turn: (byte: number, at: number) => number): Uint8Array | undefined {
  const result = new Uint8Array(bytes.length);
  let left = bytes.length / 50;
  for (let at = 0; at < bytes.length; at++) {
    result[at] = turn(bytes[at]!, at);
    if (!isPlainByte(result[at]!) && --left < 0) return undefined;
  }
  return result;
}

/** Tables of numbers repeat themselves; a program has letters and signs of all kinds. */
const fewestKinds = 18;

function isProgram(bytes: Uint8Array, turn: (byte: number, at: number) => number = (byte) => byte): boolean {
  if (bytes.length < 40) return false;
  for (let at = 0; at < 12; at++) if (!isPlainByte(turn(bytes[at]!, at))) return false;
  const plain = turned(bytes, turn);
  return plain !== undefined && new Set(plain).size >= fewestKinds && looksLikeProgram(new TextDecoder().decode(plain));
}

/** An exclusive or with one number, or with a text that stands in the same file; a distance added to each. */
function isUnderKey(bytes: Uint8Array, texts: readonly string[]): boolean {
  const start = bytes.subarray(0, 240);
  if (new Set(start).size < fewestKinds) return false;
  for (let key = 1; key < 256; key++) {
    if (isProgram(start, (byte) => byte ^ key) || isProgram(start, (byte) => byte + key) || isProgram(start, (byte) => byte - key)) return true;
  }
  return texts.some((text) => {
    const key = new TextEncoder().encode(text);
    return isProgram(start, (byte, at) => byte ^ key[at % key.length]!);
  });
}
