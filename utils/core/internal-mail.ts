import { mailHost } from './address.ts';
import { authenticationResults } from './authentication-results.ts';
import type { Facts } from './facts.ts';
import { isMember, type NamedList } from './named-list.ts';
import { shownDomain } from './sender-evidence.ts';

/**
 * Whether a mail comes from the organisation's own domain and proves it. False without proof: a name and an address can be written by anybody, and webmail
 * mostly shows no proof. Undefined without an organisation, or without an address.
 */
export function isInternal({ sender, headers }: Facts, own: NamedList | undefined): boolean | undefined {
  const host = mailHost(sender?.email ?? '')?.host;
  if (!own || host === undefined) return undefined;
  if (!isMember(own, host)) return false;
  const { dmarc } = authenticationResults(headers?.authenticationResults ?? '');
  if (dmarc !== undefined) return dmarc === 'pass';
  const signedBy = shownDomain(headers?.signedBy);
  return signedBy !== undefined && isMember(own, signedBy);
}
