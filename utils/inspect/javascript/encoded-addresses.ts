import type { Sighting, TextFile } from '../sighting.ts';
import { snippetAt } from '../snippet.ts';
import { fromBase64, fromHex, hostIn } from './decode-text.ts';

/** "http" in base64 and in hex, at the beginning of a text in quotes or of a setting. */
const encoded = /(?<=["'`=:\s[,(])(?:aHR0c[A-Za-z0-9+/_-]{8,400}={0,2}|(?:68747470)(?:[\da-f]{2}){6,400})(?=["'`\s,;\])]|$)/g;
const notLookedAt = /(?:^|\/)(?:package-lock\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock)$|\.(?:map|snap|svg|csv|md|har)$/i;
const mostInFile = 20;

/** Addresses that a file keeps encoded: whoever has nothing to hide writes an address as it is. */
export function encodedAddresses(file: TextFile): Sighting[] {
  if (notLookedAt.test(file.path) || !/aHR0c|68747470/.test(file.text)) return [];
  const seen: Sighting[] = [];
  for (const match of file.text.matchAll(encoded)) {
    const [code] = match;
    const address = code.startsWith('aHR0c') ? fromBase64(code) : fromHex(code);
    const host = hostIn(address);
    if (!host || !host.includes('.') || !/^https?:\/\/[\x20-\x7e]+$/.test(address!)) continue;
    const where = /\.[cm]?[jt]sx?$/i.test(file.path) ? 'text in code' : 'settings';
    seen.push({ kind: 'decodes-address', file: file.path, line: file.lines.lineOf(match.index), snippet: snippetAt(file.text, match.index), detail: { host, url: address!.slice(0, 200), where } });
    if (seen.length >= mostInFile) break;
  }
  return seen;
}
