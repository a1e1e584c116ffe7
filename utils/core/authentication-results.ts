import type { Facts } from './facts.ts';
import { textLimit } from './limits.ts';

export interface AuthenticationResults { spf?: string; dkim?: string; dmarc?: string }
type Method = keyof AuthenticationResults;

/** `method=result` and an optional version, at the start of a part only (RFC 8601, 2.2): further on stand values that a sender writes. */
const statement = /^\s*(spf|dkim|dmarc)(?:\/\d+)?\s*=\s*([a-z]+)/i;

/** Results of a mail's Authentication-Results headers, lower case; the first statement of each method counts. */
export function authenticationResults(header: string): AuthenticationResults {
  const results: AuthenticationResults = {};
  for (const part of withoutAsides(header.slice(0, textLimit)).split(';')) {
    const [, method, result] = statement.exec(part) ?? [];
    if (method && result) results[method.toLowerCase() as Method] ??= result.toLowerCase();
  }
  return results;
}

/** True when the domain that a mail says it is from says that it is not. */
export const isDisowned = ({ headers }: Facts): boolean => authenticationResults(headers?.authenticationResults ?? '').dmarc === 'fail';

/** Without comments, which nest, and quoted strings: both repeat what the sender wrote, semicolons included. */
function withoutAsides(header: string): string {
  let kept = '';
  let depth = 0;
  let isQuoted = false;
  for (let i = 0; i < header.length; i++) {
    const character = header[i]!;
    if (character === '\\' && (depth > 0 || isQuoted)) i++;
    else if (character === '"' && depth === 0) isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += character;
  }
  return kept;
}
