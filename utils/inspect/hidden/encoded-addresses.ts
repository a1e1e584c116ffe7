import { isCode, isMade, isSetting } from './path-kinds.ts';
import { fromBase64, fromHex, hostIn } from '../javascript/decode-text.ts';
import { snippetAt } from '../snippet.ts';
import type { Detector } from '../sighting.ts';

const turned = (text: string): string => [...text].reverse().join('');

/** How "http" begins when it is encoded, so that nothing else has to be decoded. What is turned round is found by its end, and read backwards from there. */
const encoded: readonly (readonly [string, RegExp, (token: string) => string | undefined])[] = [
  ['base64', /(?<![\w+/-])(?:aHR0c|SFRUU|d3M6Ly|d3NzOi)[\w+/-]{8,}={0,2}/g, fromBase64],
  ['base64 of base64', /(?<![\w+/-])(?:YUhSMGN|ZDNNNkx|ZDNOek9p)[\w+/-]{10,}={0,2}/g, (token) => fromBase64(fromBase64(token) ?? '')],
  ['hex', /(?<![\w])(?:0x)?68747470(?:73)?3a2f2f[\da-f]{8,}(?!\w)/gi, (token) => fromHex(token.replace(/^0x/i, ''))],
  ['hex escapes', /(?:\\x68\\x74\\x74\\x70|\\u0068\\u0074\\u0074\\u0070)(?:\\x[\da-f]{2}|\\u[\da-f]{4}){6,}/gi, (token) => token.replace(/\\[xu]([\da-f]+)/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))],
  ['reversed base64', /(?<![\w+/-])={0,2}[\w+/-]{10,}(?:c0RHa|=?k0RHa)(?![\w+/=])/g, (token) => fromBase64(turned(token))],
  ['reversed', /\/\/:s?ptth(?!\w)(?<=((?<![\w/.-])[\w/.?=&%#~:-]{6,300}\/\/:s?ptth))/gi, turned],
  ['percent signs', /%68%74%74%70(?:%[\da-f]{2}){6,}/gi, (token) => token.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))],
];

/** What one of them needs. Nearly every file has none, and the patterns would walk along each of its words. */
const beginnings = /aHR0c|SFRUU|d3M6Ly|d3NzOi|YUhSMGN|ZDNNNkx|ZDNOek9p|68747470|\\x68\\x74|\\u0068\\u0074|[ck]0RHa|ptth|%68%74/i;

/** Addresses that a setting or a program keeps encoded. Nobody needs to hide where a program asks. */
export const encodedAddresses: Detector = ({ path, text, lines }) => {
  if (!isCode(path) && !isSetting(path) || isMade(path) || !beginnings.test(text)) return [];
  return encoded.flatMap(([how, pattern, decode]) => [...text.matchAll(pattern)].slice(0, 20).flatMap((match) => {
    const url = decode(match[1] ?? match[0])?.trim() ?? '';
    const host = hostIn(url);
    // A name with a dot, an address in numbers, or this computer: other bytes only begin by chance like this.
    if (!host || !/^[\x20-\x7e]+$/.test(url) || !/\.[a-z\d-]+$|^localhost$|^\[/i.test(host)) return [];
    return [{ kind: 'decodes-address' as const, file: path, line: lines.lineOf(match.index), snippet: snippetAt(text, match.index), detail: { url: url.slice(0, 160), host, how } }];
  }));
};
